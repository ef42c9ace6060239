import { expect, test } from 'vitest';
import { dayOf } from '../oracle/day.ts';
import { amountWritten, dayWritten, isNothing, keyIn, wordIn } from './values.ts';

const amounts: readonly (readonly [string, string | null])[] = [
  ['12.30', '12.30'], ['-4.5', '-4.5'], ['4.5-', '-4.5'], ['(5.00)', '-5.00'], ['+3', '3'], ['1,234.50', '1234.50'], ['1 234.50', '1234.50'],
  ["1'234", '1234'], ['12.340000', '12.3400'], [' 7 ', '7'], ['12.34567', null], ['1,23', null], ['1,234,5', null], ["1,234'567", null],
  ['1e3', null], ['.5', null], ['5.', null], ['0x1F', null], ['--5', null], ['(-5)', null], ['', null], ['€5', null], ['123456789012345', null],
]; // biome-ignore format: a table

test('amounts are read as they are written', () => {
  for (const [text, expected] of amounts) expect(amountWritten(text, null), text).toBe(expected);
  expect(amountWritten('€5.00', 'EUR')).toBe('5.00');
  expect(amountWritten('5.00 eur', 'EUR')).toBe('5.00');
  expect(amountWritten('-€ 5', 'EUR')).toBe('-5');
  expect(amountWritten('€€5', 'EUR')).toBeNull();
  expect(amountWritten('$5', 'EUR')).toBeNull();
});

test('days are ISO dates of the calendar, with any time of day', () => {
  const day = dayOf('2024-02-29');
  for (const text of [
    '2024-02-29',
    ' 2024-02-29\t',
    '2024/02/29',
    '2024-02-29 23:59',
    '2024-02-29T00:00:00.5',
  ])
    expect(dayWritten(text), text).toBe(day);
  for (const text of [
    '2023-02-29',
    '2024-2-29',
    '2024-02/29',
    '2024-02-29 24:00',
    '1969-12-31',
    '2200-01-01',
    '',
  ])
    expect(dayWritten(text), text).toBeNull();
});

test('keys and words are read without what exports put around them', () => {
  expect(keyIn("\u00a0'007 ")).toBe('007');
  expect(keyIn("'abc")).toBe("'abc");
  expect(wordIn(' Partially  Refunded ')).toBe('partially_refunded');
  expect(wordIn('Payé')).toBe('paye');
  expect([isNothing(' '), isNothing('--'), isNothing('-')]).toEqual([true, true, false]);
});
