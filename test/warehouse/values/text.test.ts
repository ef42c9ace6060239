import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blanks,
  emailExpression,
  flagExpression,
  scoreExpression,
  textExpression,
  wordExpression,
} from '../../../src/warehouse/values/text.ts';
import { makeColumn } from './column.ts';

const { through } = makeColumn();

/** Trims what the program calls blank, letter by letter. */
const trimmed = (text: string): string => {
  const letters = [...text];
  while (letters.length > 0 && blanks.includes(letters[0]!)) letters.shift();
  while (letters.length > 0 && blanks.includes(letters.at(-1)!)) letters.pop();
  return letters.join('');
};

const letter = fc.oneof(
  fc.constantFrom(...blanks, 'a', 'B', '0', 'é', 'e', '\u0301', 'ß', 'İ', '€', '\u{1f600}', 'ﬁ', '-', "'"),
  fc
    .integer({ min: 0x20, max: 0x2fff })
    .map((point) => String.fromCodePoint(point))
    .filter(
      (character) => !/\p{M}/u.test(character) || /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655]/.test(character),
    ),
);
// Marks that newer Unicode versions added are ordered otherwise by an older one; the engine's and Node's differ.
const texts = fc.array(
  fc.array(letter, { maxLength: 8 }).map((letters) => letters.join('')),
  { minLength: 1, maxLength: 60 },
);

describe('keys and texts', () => {
  it.each([
    ['C001', 'C001'],
    [' C001 ', 'C001'],
    ['\u00a0C001', 'C001'],
    ['C001\u202f', 'C001'],
    ['C001\u3000', 'C001'],
    ['\ufeffC001', 'C001'],
    ['C001\t', 'C001'],
    ['C001\r', 'C001'],
    ['C001\r\n', 'C001'],
    ['\nC001', 'C001'],
    ['c001', 'c001'],
    ['C 001', 'C 001'],
    ['0012', '0012'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e5', '1e5'],
    ['true', 'true'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['Zo\u00eb', 'Zo\u00eb'],
    ['ﬁ', 'ﬁ'],
    ['NULL', 'NULL'],
    ['-', '-'],
    ['', null],
    [' ', null],
    ['\u00a0\t\n', null],
    [null, null],
  ])('%j is %j', async (text, key) => {
    expect(await through(textExpression, [text])).toEqual([key]);
  });

  it('are NFC without blanks around them, whatever the letters, and the case is kept', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const expected = given.map((text) => {
          const key = trimmed(text).normalize('NFC');
          return key === '' ? null : key;
        });
        expect(await through(textExpression, given)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are one key however often they are read', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const once = await through(textExpression, given);
        expect(await through(textExpression, once as (string | null)[])).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['Bob@Example.COM', 'bob@example.com'],
    [' bob@example.com\u00a0', 'bob@example.com'],
    ['ÉLODIE@exemple.fr', 'élodie@exemple.fr'],
    ['E\u0301lodie@exemple.fr', 'élodie@exemple.fr'],
    ['bob+tag@example.com', 'bob+tag@example.com'],
    ['', null],
    [null, null],
  ])('%j is %j', async (text, key) => {
    expect(await through(emailExpression, [text])).toEqual([key]);
  });
});

describe('words of a list', () => {
  it.each([
    ['Paid', 'paid'],
    [' PARTIALLY REFUNDED ', 'partially_refunded'],
    ['partially-refunded', 'partially_refunded'],
    ['partially  refunded', 'partially_refunded'],
    ['Payée', 'payee'],
    ['Paye\u0301e', 'payee'],
    ['Annulée\u00a0', 'annulee'],
    ['En cours de préparation', 'en_cours_de_preparation'],
    ['Ouvert', 'ouvert'],
  ])('%j is %j', async (text, word) => {
    expect(await through(wordExpression, [text])).toEqual([word]);
  });
});

describe('scores', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['10', 10],
    ['9 ', 9],
    [' 9', 9],
    ['9\u00a0', 9],
    ['09', 9],
    ['11', 11],
    ['100', 100],
    ['10 - Extremely likely', 10],
    ['10 – Extremely likely', 10],
    ['10 — Extremely likely', 10],
    ['10- Extremely likely', 10],
    ['0 - Not at all likely', 0],
    ['0: pas du tout', 0],
    ['10\u00a0: tout à fait', 10],
    ['10\u202f: tout à fait', 10],
    ['5 = neutral', 5],
    ['10 (extremely likely)', 10],
    ['9 out of 10', 9],
    ['9 sur 10', 9],
    ['4 étoiles', 4],
    ['4\nétoiles', 4],
    ['9.5', null],
    ['9,5', null],
    ['9.0', null],
    ['8/10', null],
    ['8 / 10', null],
    ['8 /10', null],
    ['-1', null],
    ['+9', null],
    ['\u22121', null],
    ['9-10', null],
    ['9 - 10', null],
    ['0–6', null],
    ['7 to', 7],
    ['9 8', null],
    ['9 -8', null],
    ['9e1', null],
    ['0x9', null],
    ['9a', null],
    ['nine', null],
    ['Extremely likely - 10', null],
    ['٩', null],
    ['９', null],
    ['10000', null],
    ['10 -', null],
    ['9 .5', null],
    ['9 ,5', null],
    ['', null],
    [' ', null],
    ['N/A', null],
    ['NaN', null],
    [null, null],
  ])('%j is %j', async (text, score) => {
    expect(await through(scoreExpression, [text])).toEqual([score]);
  });

  it('are read from every whole number of four digits', async () => {
    const all = Array.from({ length: 10_000 }, (_, number) => number);
    expect(await through(scoreExpression, all.map(String))).toEqual(all);
  });
});

describe('yes and no', () => {
  it.each([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['Yes', true],
    ['oui', true],
    ['Terminé', true],
    ['Completed', true],
    ['false', false],
    ['0', false],
    ['Non', false],
    ['en cours', false],
    ['partial', false],
    ['maybe', null],
    ['2', null],
    ['', null],
    [null, null],
  ])('%j is %j', async (text, flag) => {
    expect(await through(flagExpression, [text])).toEqual([flag]);
  });
});
