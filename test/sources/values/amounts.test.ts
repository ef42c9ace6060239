import { describe, expect, it } from 'vitest';
import { type AmountFormat, readAmountFormat, shareNotation } from '../../../src/sources/values/amounts.ts';
import { codeOf, faultOf } from '../../support/faults.ts';

const read = (values: readonly string[], declared: '.' | ',' | null = null): AmountFormat =>
  readAmountFormat('orders.csv', 'Total', values, declared);

describe('the decimal mark of a column', () => {
  it.each<[string, readonly string[], '.' | ',', boolean]>([
    ['two decimals behind a dot', ['12.50'], '.', true],
    ['two decimals behind a comma', ['12,50'], ',', true],
    ['one decimal', ['12,5'], ',', true],
    ['four decimals', ['12.3456'], '.', true],
    ['three decimals behind nothing', ['0.125'], '.', true],
    ['three decimals behind four digits', ['1234,567'], ',', true],
    ['both marks, the comma first', ['1,234.56'], '.', true],
    ['both marks, the dot first', ['1.234,56'], ',', true],
    ['both marks with three decimals', ['1,234.567'], '.', true],
    ['a mark twice is between thousands', ['1,234,567'], '.', true],
    ['a mark twice is between thousands, dots', ['1.234.567'], ',', true],
    ['one clear value for an unclear one', ['1,234', '12.50'], '.', true],
    ['one clear value for an unclear one, comma', ['1.234', '12,50'], ',', true],
    ['spaces between thousands', ['1 234,56'], ',', true],
    ['narrow spaces between thousands', ['1\u202f234,56'], ',', true],
    ['an apostrophe between thousands', ["1'234.50"], '.', true],
    ['a currency behind', ['12,50 €'], ',', true],
    ['a currency before', ['$12.50'], '.', true],
    ['a code behind', ['12,50 EUR'], ',', true],
    ['parentheses', ['(12.50)'], '.', true],
    ['a minus', ['-12,50'], ',', true],
    ['a minus behind', ['12,50-'], ',', true],
    ['a true minus before and behind', ['\u221212,50', '12,50\u2212'], ',', true],
    ['whole numbers settle nothing', ['12', '1234567'], '.', false],
    ['blanks settle nothing', ['', ' ', '\u00a0'], '.', false],
    ['no value settles nothing', [], '.', false],
  ])('%s', (_, values, decimal, settled) => {
    expect(read(values)).toMatchObject({ decimal, settled });
  });

  it.each<[string, readonly string[]]>([
    ['a single mark before three digits', ['1,234']],
    ['a single mark before three digits, many times', ['1.234', '12.345', '999.999']],
    ['one row says a dot, another a comma', ['12.50', '12,50']],
    ['thousands of one kind, decimals of the other', ['1,234,567', '12,50']],
    ['thousands of dots beside decimal dots', ['1.234.567', '12.50']],
  ])('is refused where it is ambiguous: %s', (_, values) => {
    const fault = faultOf(() => read(values));
    expect(fault.code).toBe('ambiguous_numbers');
    expect(fault.message).toContain('Total');
    expect(fault.message).toContain('--decimal');
    for (const value of values) expect(fault.message).not.toContain(value);
  });

  it('is what was declared, whatever the values say', () => {
    expect(read(['1,234'], '.')).toMatchObject({ decimal: '.', settled: true });
    expect(read(['1,234'], ',')).toMatchObject({ decimal: ',', settled: true });
    expect(read(['12.50', '12,50'], ',')).toMatchObject({ decimal: ',', settled: true });
    expect(read([], ',')).toMatchObject({ decimal: ',', settled: true });
  });
});

describe('bare numbers', () => {
  it.each<[readonly string[], boolean]>([
    [['12', '-12.50', '+0.1234567', ' 3 '], true],
    [['99999999999999.99'], true],
    [[], true],
    [['12', '1,234.50'], false],
    [['12', '(3)'], false],
    [['12', '$3'], false],
    [['12.50', '3-'], false],
    [['12.50', '1e3'], false],
    [['12,50', '3'], false],
  ])('%j: %s', (values, plain) => {
    expect(read(values).plain).toBe(plain);
  });

  it('are whole in a column of decimal commas', () => {
    expect(read(['12', '3'], ',').plain).toBe(true);
    expect(read(['12.5', '3'], ',').plain).toBe(false);
  });
});

describe('the currency of a column', () => {
  it.each<[readonly string[], string | null]>([
    [['12.50', '3'], null],
    [['12,50 €', '3'], 'EUR'],
    [['12,50 €', '3 EUR', 'eur 4'], 'EUR'],
    [['$12.50', 'USD 3'], 'USD'],
    [['£12.50'], 'GBP'],
    [["CHF 1'200.50"], 'CHF'],
  ])('%j: %s', (values, currency) => {
    expect(read(values).currency).toBe(currency);
  });

  it('is one, or the column is refused: they never add up', () => {
    const fault = faultOf(() => read(['12.50 €', '$3']));
    expect(fault.code).toBe('several_signs');
    expect(fault.message).toContain('EUR, USD');
    expect(codeOf(() => read(['12.50 €', '3 £'], '.'))).toBe('several_signs');
  });
});

describe('the notation of a file', () => {
  const format = (decimal: '.' | ',', settled: boolean): AmountFormat => ({
    decimal,
    settled,
    plain: true,
    currency: settled && decimal === ',' ? 'EUR' : null,
  });

  it('is that of the column that settles it', () => {
    const shared = shareNotation(
      new Map([
        [0, format('.', false)],
        [3, format(',', true)],
      ]),
    );
    expect(shared.get(0)).toEqual({ decimal: ',', settled: true, plain: true, currency: 'EUR' });
    expect(shared.get(3)).toEqual(format(',', true));
  });

  it('stays open where none settles it, and each column keeps its own', () => {
    const open = new Map([[0, format('.', false)]]);
    expect(shareNotation(open)).toEqual(open);
    const own = new Map([
      [0, format('.', true)],
      [1, format(',', true)],
    ]);
    expect(shareNotation(own)).toEqual(own);
  });
});
