import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reasonText } from '../../../src/render/checks/reason.ts';
import { notes } from '../../../src/render/messages/notes.ts';
import { reasons } from '../../../src/render/messages/reasons.ts';
import { noteText } from '../../../src/render/messages.ts';

/** Each code with the details it is given, and what of them its sentence says. */
const given: Readonly<Record<string, readonly [details: string[], en: string[], fr?: string[]]>> = {
  unknown_indicator: [['retention_rate'], ['retention_rate']],
  no_segment: [
    ['FR', 'GB'],
    ['FR', 'GB'],
  ],
  no_attribute: [['channel'], ['channel']],
  undefined: [
    ['denominator_zero'],
    [noteText('denominator_zero', 'en')],
    [noteText('denominator_zero', 'fr')],
  ],
  incomplete: [[], []],
  unavailable: [
    ['customers.referred_by', 'surveys'],
    ['--customers with referred_by', '--surveys'],
    ['--customers avec la colonne referred_by', '--surveys'],
  ],
  suppressed: [[], []],
  no_rows: [['customers'], ['customers'], ['clients']],
  no_orders: [[], []],
  no_base: [[], []],
  no_answers: [[], []],
  no_spend: [[], []],
  too_few: [
    ['1200', '1300'],
    ['1,200', '1,300'],
    ['1\u202f200', '1\u202f300'],
  ],
  no_n: [[], []],
  no_interval: [[], []],
  history_short: [[], []],
  no_earlier: [['unavailable'], ['unavailable'], ['disponible']],
  not_in_baseline: [[], []],
  baseline_differs: [
    ['base', 'timezone'],
    ['base', 'timezone'],
  ],
  straddles: [[], []],
};

test('every code has its details here', () => {
  expect(Object.keys(given)).toEqual(Object.keys(reasons));
});

describe.each(Object.entries(given))('%s', (code, [details, en, fr = en]) => {
  test('says its details in both languages', () => {
    const [english, french] = [reasonText(code, details, 'en'), reasonText(code, details, 'fr')];
    for (const part of en) expect(english).toContain(part);
    for (const part of fr) expect(french).toContain(part);
    expect(english).not.toBe(french);
  });

  test('says something without them', () => {
    for (const lang of ['en', 'fr'] as const) {
      const said = reasonText(code, [], lang);
      expect(said.length).toBeGreaterThan(8);
      expect(said).not.toMatch(/undefined|[:;,] *$|[:;,] *[:;,]/);
    }
  });

  test('is a phrase that may stand behind a colon', () => {
    for (const lang of ['en', 'fr'] as const)
      expect(reasonText(code, details, lang)).toMatch(/^\p{Ll}.*[^.]$/u);
  });
});

test('French signs keep their no-break spaces', () => {
  for (const [code, [details]] of Object.entries(given))
    expect(reasonText(code, details, 'fr')).not.toMatch(/ [:;?!»]/);
});

test.each([
  'none',
  'zero',
  'ok',
  'history_short',
  'undefined',
  'incomplete',
  'unavailable',
  'no_orders',
  'no_base',
  'no_answers',
  'no_spend',
])('an earlier value that is %s is said in words', (lack) => {
  for (const lang of ['en', 'fr'] as const) {
    const said = reasonText('no_earlier', [lack], lang);
    expect(said.length).toBeGreaterThan(reasonText('no_earlier', [], lang).length);
    expect(said).not.toContain('_');
  }
});

test('why a figure is undefined is said as its note says it', () => {
  for (const note of Object.keys(notes))
    expect(reasonText('undefined', [note], 'fr')).toContain(noteText(note, 'fr'));
});

test('a code without a sentence is said as it is, the names of objects included', () => {
  expect(reasonText('never_heard', ['x'], 'fr')).toBe('never_heard x');
  expect(reasonText('constructor', [], 'en')).toBe('constructor');
});

test('every reason a check is given in the program has its sentence', () => {
  const room = new URL('../../../src/checks/', import.meta.url);
  const texts = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), room), 'utf8'));
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/\breason: '([a-z_]+)'/g)].map(([, code]) => code!),
  );
  for (const code of codes) expect(Object.keys(reasons)).toContain(code);
});
