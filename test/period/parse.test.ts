import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoyaltyError } from '../../src/errors.ts';
import {
  allOf,
  isFiscalStart,
  type Period,
  parsePeriod,
  type UnitKind,
  unitContaining,
} from '../../src/period/index.ts';

const context = { asOf: '2021-04-15', fiscalStart: '04-01' };

describe('notations', () => {
  it.each([
    ['2021', '2021', 'year', '2021-01-01', '2022-01-01'],
    ['1970', '1970', 'year', '1970-01-01', '1971-01-01'],
    ['2199', '2199', 'year', '2199-01-01', '2200-01-01'],
    ['2021-H1', '2021-H1', 'half', '2021-01-01', '2021-07-01'],
    ['2021-S2', '2021-H2', 'half', '2021-07-01', '2022-01-01'],
    ['S1 2021', '2021-H1', 'half', '2021-01-01', '2021-07-01'],
    ['H2 2021', '2021-H2', 'half', '2021-07-01', '2022-01-01'],
    ['2021-Q1', '2021-Q1', 'quarter', '2021-01-01', '2021-04-01'],
    ['2021-T4', '2021-Q4', 'quarter', '2021-10-01', '2022-01-01'],
    ['T1 2021', '2021-Q1', 'quarter', '2021-01-01', '2021-04-01'],
    ['q3  2021', '2021-Q3', 'quarter', '2021-07-01', '2021-10-01'],
    ['2021-03', '2021-03', 'month', '2021-03-01', '2021-04-01'],
    ['2020-02', '2020-02', 'month', '2020-02-01', '2020-03-01'],
    ['2021-12', '2021-12', 'month', '2021-12-01', '2022-01-01'],
    ['2021-W12', '2021-W12', 'week', '2021-03-22', '2021-03-29'],
    ['2021-w1', '2021-W01', 'week', '2021-01-04', '2021-01-11'],
    ['2020-W53', '2020-W53', 'week', '2020-12-28', '2021-01-04'],
    ['2021-03-15', '2021-03-15', 'day', '2021-03-15', '2021-03-16'],
    ['2021-01-15..2021-02-14', '2021-01-15..2021-02-14', 'range', '2021-01-15', '2021-02-15'],
    ['2021-01-15/2021-02-14', '2021-01-15..2021-02-14', 'range', '2021-01-15', '2021-02-15'],
    ['2020-02-28 .. 2020-02-29', '2020-02-28..2020-02-29', 'range', '2020-02-28', '2020-03-01'],
    ['2021-03-15..2021-03-15', '2021-03-15..2021-03-15', 'range', '2021-03-15', '2021-03-16'],
    ['FY2021', 'FY2021', 'year', '2021-04-01', '2022-04-01'],
    ['fy2021-q1', 'FY2021-Q1', 'quarter', '2021-04-01', '2021-07-01'],
    ['FY2021-T4', 'FY2021-Q4', 'quarter', '2022-01-01', '2022-04-01'],
    ['FY2021-H1', 'FY2021-H1', 'half', '2021-04-01', '2021-10-01'],
    ['S2 FY2021', 'FY2021-H2', 'half', '2021-10-01', '2022-04-01'],
    ['last-month', '2021-03', 'month', '2021-03-01', '2021-04-01'],
    ['last-quarter', '2021-Q1', 'quarter', '2021-01-01', '2021-04-01'],
    ['Last-Year', '2020', 'year', '2020-01-01', '2021-01-01'],
    ['last-week', '2021-W14', 'week', '2021-04-05', '2021-04-12'],
    ['last-90-days', '2021-01-15..2021-04-14', 'range', '2021-01-15', '2021-04-15'],
    ['last-1-day', '2021-04-14..2021-04-14', 'range', '2021-04-14', '2021-04-15'],
    ['last-2-weeks', '2021-04-01..2021-04-14', 'range', '2021-04-01', '2021-04-15'],
    ['last-12-months', '2020-04-15..2021-04-14', 'range', '2020-04-15', '2021-04-15'],
    ['last-2-quarters', '2020-10-15..2021-04-14', 'range', '2020-10-15', '2021-04-15'],
    ['last-3-years', '2018-04-15..2021-04-14', 'range', '2018-04-15', '2021-04-15'],
    ['mtd', 'mtd 2021-04-01..2021-04-14', 'to-date', '2021-04-01', '2021-04-15'],
    ['qtd', 'qtd 2021-04-01..2021-04-14', 'to-date', '2021-04-01', '2021-04-15'],
    ['YTD', 'ytd 2021-01-01..2021-04-14', 'to-date', '2021-01-01', '2021-04-15'],
    ['  2021-Q1\t', '2021-Q1', 'quarter', '2021-01-01', '2021-04-01'],
  ])('%s', (text, label, kind, start, stop) => {
    expect(parsePeriod(text, context)).toEqual({ label, kind, start, stop });
  });

  it('leaves the days of all to the data', () => {
    expect(parsePeriod(' ALL ', context)).toEqual({ kind: 'all', label: 'all' });
    expect(allOf('2019-02-03', '2020-02-29')).toEqual({
      label: 'all',
      kind: 'all',
      start: '2019-02-03',
      stop: '2020-03-01',
    });
  });

  it.each([
    ['last-month', '2021-01-01', '2020-12-01', '2021-01-01'],
    ['last-quarter', '2021-03-31', '2020-10-01', '2021-01-01'],
    ['last-week', '2021-01-03', '2020-12-21', '2020-12-28'],
    ['last-week', '2021-01-04', '2020-12-28', '2021-01-04'],
    ['last-1-months', '2021-03-31', '2021-02-28', '2021-03-31'],
    ['mtd', '2021-03-02', '2021-03-01', '2021-03-02'],
  ])('%s as of %s', (text, asOf, start, stop) => {
    expect(parsePeriod(text, { asOf, fiscalStart: null })).toMatchObject({ start, stop });
  });

  it.each(['04-01', '12-28', '01-01'])('takes %s as a fiscal start', (text) => {
    expect(isFiscalStart(text)).toBe(true);
  });

  it.each(['02-29', '4-1', '13-01', '00-10', '04-00', '04-31', '2021-04-01', ''])(
    'does not take "%s" as a fiscal start',
    (text) => {
      expect(isFiscalStart(text)).toBe(false);
    },
  );
});

describe('labels', () => {
  const day = fc
    .integer({ min: 0, max: 84_000 - 1000 })
    .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
  const kind = fc.constantFrom<UnitKind>('year', 'half', 'quarter', 'month', 'week', 'day');

  it('read back as the period they name', () => {
    fc.assert(
      fc.property(day, kind, fc.boolean(), (any, unit, fiscal) => {
        const fiscalStart = fiscal ? '07-06' : null;
        const period = unitContaining(any, unit, fiscalStart);
        const year = Number(/\d{4}/.exec(period.label)![0]);
        fc.pre(year >= 1970);
        expect(period.start <= any && any < period.stop).toBe(true);
        expect(parsePeriod(period.label, { asOf: '2021-04-15', fiscalStart })).toEqual(period);
        expect(parsePeriod(period.label.toLowerCase(), { asOf: '1999-01-01', fiscalStart })).toEqual(period);
      }),
    );
  });

  it('of ranges read back', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const period = parsePeriod(`${from}/${to}`, context) as Period;
        expect(period.label).toBe(`${from}..${to}`);
        expect(parsePeriod(period.label, context)).toEqual(period);
      }),
    );
  });
});

describe('refusals', () => {
  const sentence = (text: string, fiscalStart: string | null = null, asOf = '2021-04-15'): string => {
    try {
      parsePeriod(text, { asOf, fiscalStart });
    } catch (error) {
      if (error instanceof LoyaltyError && error.exit === 2) return `${error.code}: ${error.message}`;
      throw error;
    }
    throw new Error(`${text} was taken`);
  };

  it('says what a period looks like', () => {
    expect(sentence('spring')).toMatchInlineSnapshot(
      `"unknown_period: The period "spring" is not one I know; write it like 2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, ytd or all."`,
    );
  });

  it.each([
    ['2021-Q5', 'quarters run from 1 to 4'],
    ['2021-T0', 'quarters run from 1 to 4'],
    ['S12 2021', 'half-years run from 1 to 2'],
    ['2021-13', 'months run from 1 to 12'],
    ['2021-00', 'months run from 1 to 12'],
    ['2021-W53', 'the ISO weeks of 2021 run from 1 to 52'],
    ['2020-W54', 'the ISO weeks of 2020 run from 1 to 53'],
    ['2021-W0', 'the ISO weeks of 2021 run from 1 to 52'],
    ['2021-02-29', 'there is no day 2021-02-29'],
    ['1900-02-29', 'there is no day 1900-02-29'],
    ['1969', 'years run from 1970 to 2199'],
    ['2200-01', 'years run from 1970 to 2199'],
    ['1969-12-31', 'years run from 1970 to 2199'],
    ['2200-W01', 'years run from 1970 to 2199'],
    ['2021-02-14..2021-01-15', 'it ends before it begins'],
    ['2021-02-14..2021-02-30', 'there is no day 2021-02-30'],
    ['2021-01..2021-03', 'both ends of a range are days written YYYY-MM-DD'],
    ['15/03', 'both ends of a range are days written YYYY-MM-DD'],
    ['last-0-days', 'the number is at least 1'],
    ['last-99999-days', 'it would begin before 1970'],
    ['last-99999-years', 'it would begin before 1970'],
  ])('%s: %s', (text, why) => {
    expect(sentence(text)).toContain(
      `unknown_period: The period "${text}" is not one I know: ${why}; write it like`,
    );
  });

  it.each([
    '',
    '21',
    '2021-3',
    '2021Q1',
    '2021-Q',
    'FY21',
    'FY2021-03',
    'last-month-',
    'wtd',
    '15/03/2021',
    '٢٠٢١',
    '2021-W123',
  ])('does not guess at "%s"', (text) => {
    expect(sentence(text)).toContain(`unknown_period: The period "${text}" is not one I know; write it like`);
  });

  it('asks for the fiscal start', () => {
    expect(sentence('FY2021-Q1')).toMatchInlineSnapshot(
      `"fiscal_start_missing: The period "FY2021-Q1" is part of a fiscal year; say when yours begins with --fiscal-start, such as --fiscal-start 04-01."`,
    );
    expect(sentence('FY2021', '02-29')).toMatchInlineSnapshot(
      `"bad_fiscal_start: The fiscal start "02-29" is not a month and a day; write it MM-DD with a day from 01 to 28, such as --fiscal-start 04-01."`,
    );
  });

  it('says when a period to date has no day yet', () => {
    expect(sentence('mtd', null, '2021-04-01')).toMatchInlineSnapshot(
      `"period_not_begun: "mtd" has no whole day yet on 2021-04-01, the day it is reckoned from; give another --as-of or another period, such as last-month."`,
    );
    expect(sentence('ytd', null, '2021-01-01')).toContain('such as last-year.');
  });

  it('throws nothing but refusals, and takes nothing but windows of days', () => {
    const pieces = fc.constantFrom(
      ...[
        '2021',
        '1969',
        '-',
        'Q',
        'H',
        'T',
        'S',
        'W',
        '1',
        '53',
        '02',
        '30',
        '..',
        '/',
        ' ',
        'FY',
        'last',
        'days',
      ],
      ...['month', 'ytd', 'all', '2021-02-29', '2020-02-29', '99999'],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, '04-01', 'x'), (written, fiscalStart) => {
        try {
          const period = parsePeriod(written, { asOf: '2021-04-15', fiscalStart });
          if ('start' in period) {
            expect(period.start < period.stop).toBe(true);
            expect(`${period.start} ${period.stop}`).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
          } else expect(period).toEqual({ kind: 'all', label: 'all' });
        } catch (error) {
          if (!(error instanceof LoyaltyError)) throw error;
          expect(error.exit).toBe(2);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
