import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, displayWidth, wrap } from '../../src/render/width.ts';

describe('displayWidth', () => {
  // East_Asian_Width of Unicode's EastAsianWidth.txt: W and F are two columns, marks none.
  test.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['ｱ', 1],
    ['Ａ', 2],
    ['한', 2],
    ['🙂', 2],
    ['🇫🇷', 2],
    ['▲ ✓ – …', 7],
    ['2\u202f357', 5],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

test('a text takes what it takes before a wide character, whose company is read by the rules of Unicode', () => {
  const wide = '日';
  const codes = [...Array(0x3000).keys()].filter((code) => code >= 0x20 && (code < 0x600 || code >= 0x2000));
  for (const code of codes) {
    const character = String.fromCodePoint(code);
    for (const text of [character, `a${character}`, `${character}▲`])
      expect([code, displayWidth(`${text}${wide}`) - 2]).toEqual([code, displayWidth(text)]);
  }
});

const words = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'é', '日', '🙂'), minLength: 1, maxLength: 12 }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('wrap', () => {
  test('breaks at spaces and keeps no-break spaces together', () => {
    expect(wrap('40,8\u00a0% de 524 clients', 10)).toEqual(['40,8\u00a0% de', '524', 'clients']);
  });

  test('loses nothing and never passes the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 20 }), (parts, width) => {
        const lines = wrap(parts.join(' '), width);
        expect(lines.join('').replaceAll(' ', '')).toBe(parts.join(''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('cut keeps what fits and marks what it left out', () => {
  expect(cut('channel', 7)).toBe('channel');
  expect(cut('channels', 7)).toBe('channe…');
  expect(cut('日本語', 4)).toBe('日…');
});
