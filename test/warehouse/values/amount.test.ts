import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmountFormat, readAmountFormat } from '../../../src/sources/values/amounts.ts';
import { amountExpression } from '../../../src/warehouse/values/amount.ts';
import { makeColumn } from './column.ts';

const { through } = makeColumn();

const settled = { plain: false, settled: true, currency: null } as const;
const dot: AmountFormat = { ...settled, decimal: '.' };
const comma: AmountFormat = { ...settled, decimal: ',' };
const formats: Readonly<Record<string, AmountFormat>> = {
  plain: { ...dot, plain: true },
  'plain of commas': { ...comma, plain: true },
  unsettled: { ...dot, plain: true, settled: false },
  'unsettled with signs': { ...dot, settled: false },
  dot,
  comma,
  euros: { ...comma, currency: 'EUR' },
  dollars: { ...dot, currency: 'USD' },
  francs: { ...dot, currency: 'CHF' },
};

/** Values by format: a text and what it says, as a person reads it; null where it says nothing to rely on. */
const readings: Readonly<Record<string, readonly (readonly [text: string, says: string | null])[]>> = {
  plain: [
    ['0', '0'],
    ['12', '12'],
    ['12.5', '12.5'],
    ['12.34', '12.34'],
    ['12.3456', '12.3456'],
    ['12.34560000', '12.3456'],
    ['1.005', '1.005'],
    ['0.0001', '0.0001'],
    ['-12.34', '-12.34'],
    ['+12.34', '12.34'],
    ['007.50', '7.5'],
    ['99999999999999.9999', '99999999999999.9999'],
    ['-99999999999999.9999', '-99999999999999.9999'],
    [' 12.34 ', '12.34'],
    ['\u00a012.34', '12.34'],
    ['12.34\t', '12.34'],
    ['1,234.50', '1234.5'],
    ['(12.34)', '-12.34'],
    ['12.34-', '-12.34'],
    ['1,234', '1234'],
    ['12,34', null],
    ['12.34567', null],
    ['0.00001', null],
    ['100000000000000', null],
    ['100000000000000.00', null],
    ['-9999999999999999.99', null],
    ['1e3', null],
    ['1E3', null],
    ['1_000', null],
    ['0x1F', null],
    ['.5', null],
    ['5.', null],
    ['.', null],
    ['', null],
    [' ', null],
    ['-', null],
    ['--5', null],
    ['+-5', null],
    ['-5-', null],
    ['1.2.3', null],
    ['12 34', null],
    ['12.34 €', null],
    ['٣', null],
    ['１２', null],
    ['½', null],
    ['NaN', null],
    ['nan', null],
    ['Infinity', null],
    ['-inf', null],
    ['NULL', null],
    ['n/a', null],
    ['12.34abc', null],
    ['12.34\n', null],
    ['true', null],
    ['1/3', null],
  ],
  'plain of commas': [
    ['1234', '1234'],
    ['12,34', '12.34'],
    ['1.234', '1234'],
    ['1.234,5', '1234.5'],
    ['12.34', null],
    ['1.2345', null],
  ],
  unsettled: [
    ['12', '12'],
    ['1234567', '1234567'],
    ['12.5', '12.5'],
    ['12.34', '12.34'],
    ['12.3456', '12.3456'],
    ['0.123', '0.123'],
    ['1234.567', '1234.567'],
    ['1 234', '1234'],
    ['1.234', null],
    ['1.000', null],
    ['-1.000', null],
    ['123.456', null],
    ['1,234', null],
    ['12,34', null],
    ['1,234.50', null],
    ['12.34567', null],
  ],
  'unsettled with signs': [
    ['1 234', '1234'],
    ['1 234.50', '1234.5'],
    ["1'234", '1234'],
    ['(5)', '-5'],
    ['1 234.567', null],
    ['1,234', null],
    ['1.234', null],
  ],
  dot: [
    ['1,234.56', '1234.56'],
    ['1,234,567.89', '1234567.89'],
    ['12,345,678,901,234.5', '12345678901234.5'],
    ['1 234.56', '1234.56'],
    ['1\u00a0234.56', '1234.56'],
    ['1\u202f234\u202f567.89', '1234567.89'],
    ['1\u2009234', '1234'],
    ["1'234.56", '1234.56'],
    ['1’234’567', '1234567'],
    ['1234.56', '1234.56'],
    ['1.234', '1.234'],
    ['(1,234.56)', '-1234.56'],
    ['( 1,234.56 )', '-1234.56'],
    ['-1,234.56', '-1234.56'],
    ['- 1,234.56', '-1234.56'],
    ['\u22121,234.56', '-1234.56'],
    ['1,234.56-', '-1234.56'],
    ['1,234.56 -', '-1234.56'],
    ['1,234.56\u2212', '-1234.56'],
    ['+1,234', '1234'],
    ['-0.00', '0'],
    ['1,23', null],
    ['1,2345', null],
    ['12,34.56', null],
    ['1234,567', null],
    ['1,23,456', null],
    ['1,,234', null],
    [',234', null],
    ['1,234,', null],
    ['1,234 567', null],
    ["1,234'567", null],
    ['1 234,567', null],
    ['1  234', null],
    ['1.234,56', null],
    ['(-5)', null],
    ['-(5)', null],
    ['(5', null],
    ['5)', null],
    ['(5)-', null],
    ['+5-', null],
    ['999,999,999,999,999', null],
    ['$5', null],
    ['5 EUR', null],
    ['1,234.567890', null],
  ],
  comma: [
    ['12,34', '12.34'],
    ['12,3456', '12.3456'],
    ['1.234,56', '1234.56'],
    ['1.234.567,89', '1234567.89'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234,56', '1234.56'],
    ["1'234,56", '1234.56'],
    ['1.234', '1234'],
    ['1,234', '1.234'],
    ['-1.234,56', '-1234.56'],
    ['1.234,56-', '-1234.56'],
    ['(1.234,56)', '-1234.56'],
    ['0,10', '0.1'],
    ['12.34', null],
    ['1,234.56', null],
    ['1.23', null],
    ['12,34567', null],
    [',50', null],
    ['12,', null],
    ['1,2,3', null],
  ],
  euros: [
    ['12,34 €', '12.34'],
    ['12,34€', '12.34'],
    ['12,34\u00a0€', '12.34'],
    ['12,34\u202f€', '12.34'],
    ['€12,34', '12.34'],
    ['€ 12,34', '12.34'],
    ['12,34 EUR', '12.34'],
    ['EUR 12,34', '12.34'],
    ['12,34 eur', '12.34'],
    ['1 234,56 €', '1234.56'],
    ['-12,34 €', '-12.34'],
    ['\u221212,34 €', '-12.34'],
    ['€ -12,34', '-12.34'],
    ['-€12,34', '-12.34'],
    ['12,34- €', '-12.34'],
    ['12,34 €-', '-12.34'],
    ['(12,34 €)', '-12.34'],
    ['(€ 12,34)', '-12.34'],
    ['12,34', '12.34'],
    ['12,34 $', null],
    ['$12,34', null],
    ['12,34 USD', null],
    ['€12,34€', null],
    ['12,34 €€', null],
    ['12€34', null],
    ['€', null],
    ['EURO 12,34', null],
  ],
  dollars: [
    ['$1,234.56', '1234.56'],
    ['$ 1,234.56', '1234.56'],
    ['1,234.56 USD', '1234.56'],
    ['-$1,234.56', '-1234.56'],
    ['$-1,234.56', '-1234.56'],
    ['($1,234.56)', '-1234.56'],
    ['€1,234.56', null],
    ['$$5', null],
    ['-$-5', null],
  ],
  francs: [
    ["CHF 1'234.50", '1234.5'],
    ["1'234.50 CHF", '1234.5'],
    ['1’234.50', '1234.5'],
    ['Fr. 5', null],
  ],
};

/** The engine's text of a decimal, without the zeros that say nothing. */
const bare = (answer: unknown): unknown =>
  answer === null
    ? null
    : String(answer)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0');

describe('amounts', () => {
  const rows = Object.entries(readings).flatMap(([name, list]) =>
    list.map(([text, says]) => ({ name, text, says })),
  );

  it('are looked at in more than 150 notations', () => {
    expect(rows.length).toBeGreaterThan(150);
  });

  it.each(rows)('$name: $text is $says', async ({ name, text, says }) => {
    const [answer] = await through((column) => amountExpression(column, formats[name]!), [text]);
    expect(bare(answer)).toBe(says);
  });

  it('are four decimals wide, and NULL for NULL', async () => {
    const [answer, none] = await through((column) => amountExpression(column, dot), ['5', null]);
    expect([answer, none]).toEqual(['5.0000', null]);
  });
});

const signs = ['none', 'minus', 'true minus', 'trailing', 'parentheses'] as const;
const groupings = ['', ' ', '\u00a0', '\u202f', "'", 'mark'] as const;

const written = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
  decimals: fc.integer({ min: 0, max: 4 }),
  decimal: fc.constantFrom('.' as const, ',' as const),
  grouping: fc.constantFrom(...groupings),
  sign: fc.constantFrom(...signs),
  euro: fc.constantFrom('', 'before', 'behind'),
});

/** Writes a number the way a spreadsheet would. */
const write = (
  style: typeof written extends fc.Arbitrary<infer T> ? T : never,
): { text: string; exact: string } => {
  const scale = 10n ** BigInt(4 - style.decimals);
  const units = (style.units / scale) * scale;
  const digits = units.toString().padStart(5, '0');
  const whole = digits.slice(0, -4);
  const fraction = digits.slice(-4).slice(0, style.decimals);
  const separator = style.grouping === 'mark' ? (style.decimal === '.' ? ',' : '.') : style.grouping;
  const grouped = [...whole]
    .map((digit, place) => ((whole.length - place) % 3 === 0 && place > 0 ? separator + digit : digit))
    .join('');
  const number = fraction === '' ? grouped : grouped + style.decimal + fraction;
  const priced = style.euro === '' ? number : style.euro === 'before' ? `€${number}` : `${number} €`;
  const text = {
    none: priced,
    minus: `-${priced}`,
    'true minus': `\u2212${priced}`,
    trailing: `${priced}-`,
    parentheses: `(${priced})`,
  }[style.sign];
  const value = `${whole}.${digits.slice(-4)}`;
  return { text, exact: style.sign === 'none' || units === 0n ? value : `-${value}` };
};

describe('amounts, however they are written', () => {
  it('are read exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 40 }), async (styles) => {
        for (const decimal of ['.', ','] as const) {
          const given = styles.map((style) => write({ ...style, decimal }));
          const format: AmountFormat = { ...settled, decimal, currency: 'EUR' };
          const answers = await through(
            (column) => amountExpression(column, format),
            given.map(({ text }) => text),
          );
          expect(answers).toEqual(given.map(({ exact }) => exact));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are read as their own column says, or the column is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('.' as const, ',' as const),
        async (styles, decimal) => {
          const given = styles.map((style) => write({ ...style, decimal }));
          let format: AmountFormat;
          try {
            format = readAmountFormat(
              'f.csv',
              'amount',
              given.map(({ text }) => text),
              null,
            );
          } catch (error) {
            expect((error as { code: string }).code).toBe('ambiguous_numbers');
            return;
          }
          const answers = await through(
            (column) => amountExpression(column, format),
            given.map(({ text }) => text),
          );
          for (const [index, { exact }] of given.entries()) expect([exact, null]).toContain(answers[index]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
