import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  allOf,
  compareWith,
  daysBetween,
  type Period,
  parsePeriod,
  previousPeriod,
  truncateLike,
  unitContaining,
  yearBefore,
} from '../../src/period/index.ts';

const read = (text: string, asOf = '2021-04-15', fiscalStart = '04-06'): Period => {
  const period = parsePeriod(text, { asOf, fiscalStart });
  if (!('start' in period)) throw new Error('a period with days was meant');
  return period;
};

/** Written once more from its label; periods to date have their own form. */
const shown = (period: Period | null): string | null =>
  period && `${period.kind} ${period.label} [${period.start}, ${period.stop})`;

describe('the previous period and the year before', () => {
  it.each([
    ['2021', '2020', '2020'],
    ['1970', '1969', '1969'],
    ['2021-H1', '2020-H2', '2020-H1'],
    ['2021-H2', '2021-H1', '2020-H2'],
    ['2021-Q1', '2020-Q4', '2020-Q1'],
    ['2021-Q3', '2021-Q2', '2020-Q3'],
    ['2021-01', '2020-12', '2020-01'],
    ['2021-03', '2021-02', '2020-03'],
    ['2021-W01', '2020-W53', '2020-W02'],
    ['2020-W53', '2020-W52', '2020-W01'],
    ['2021-W52', '2021-W51', '2020-W53'],
    ['2021-W12', '2021-W11', '2020-W13'],
    ['2019-W12', '2019-W11', '2018-W12'],
    ['2021-03-01', '2021-02-28', '2020-03-01'],
    ['2020-02-29', '2020-02-28', '2019-02-28'],
    ['2021-01-15..2021-02-14', '2020-12-15..2021-01-14', '2020-01-15..2020-02-14'],
    ['2020-02-29..2020-02-29', '2020-02-28..2020-02-28', '2019-02-28..2019-02-28'],
    ['2020-02-01..2020-02-29', '2020-01-03..2020-01-31', '2019-02-01..2019-02-28'],
    ['FY2021', 'FY2020', 'FY2020'],
    ['FY2021-H1', 'FY2020-H2', 'FY2020-H1'],
    ['FY2021-Q1', 'FY2020-Q4', 'FY2020-Q1'],
    ['FY2021-Q3', 'FY2021-Q2', 'FY2020-Q3'],
  ])('of %s: %s and %s', (text, previous, before) => {
    const period = read(text);
    expect(previousPeriod(period)?.label).toBe(previous);
    expect(yearBefore(period)?.label).toBe(before);
    if (previous !== '1969') expect(shown(previousPeriod(period))).toBe(shown(read(previous)));
    if (before !== '1969') expect(shown(yearBefore(period))).toBe(shown(read(before)));
    expect(compareWith(period, 'previous')).toEqual(previousPeriod(period));
    expect(compareWith(period, 'year')).toEqual(yearBefore(period));
    expect(compareWith(period, 'none')).toBeNull();
  });

  it.each([
    ['ytd', '2021-04-15', 'to-date ytd 2020-01-01..2020-04-14 [2020-01-01, 2020-04-15)'],
    ['ytd', '2020-03-01', 'to-date ytd 2019-01-01..2019-02-28 [2019-01-01, 2019-03-01)'],
    ['ytd', '2021-03-01', 'to-date ytd 2020-01-01..2020-02-28 [2020-01-01, 2020-02-29)'],
    ['qtd', '2021-04-15', 'to-date qtd 2020-04-01..2020-04-14 [2020-04-01, 2020-04-15)'],
    ['mtd', '2021-04-15', 'to-date mtd 2020-04-01..2020-04-14 [2020-04-01, 2020-04-15)'],
  ])('%s as of %s compares with the same dates a year before', (text, asOf, before) => {
    const period = read(text, asOf);
    expect(shown(previousPeriod(period))).toBe(before);
    expect(shown(yearBefore(period))).toBe(before);
  });

  it('of all: none', () => {
    const all = allOf('2019-01-01', '2021-03-31');
    expect([
      previousPeriod(all),
      yearBefore(all),
      compareWith(all, 'previous'),
      compareWith(all, 'year'),
    ]).toEqual([null, null, null, null]);
  });
});

describe('laws', () => {
  const day = fc.integer({ min: 3000, max: 83_000 }).map((count) => addDays('1970-01-01', count));
  const unit = fc
    .tuple(
      day,
      fc.constantFrom('year', 'half', 'quarter', 'month', 'week', 'day'),
      fc.constantFrom(null, '04-06'),
    )
    .map(([any, kind, fiscalStart]) => unitContaining(any, kind as 'year', fiscalStart));
  const range = fc
    .tuple(day, fc.integer({ min: 0, max: 900 }))
    .map(([from, more]) => read(`${from}..${addDays(from, more)}`));

  it('the previous period of a unit or range ends where it begins', () => {
    fc.assert(
      fc.property(fc.oneof(unit, range), (period) => {
        const previous = previousPeriod(period)!;
        expect(previous.stop).toBe(period.start);
        expect(previous.kind).toBe(period.kind);
      }),
    );
  });

  it('ranges and weeks keep their length, other units the number of their units', () => {
    fc.assert(
      fc.property(range, (period) => {
        const previous = previousPeriod(period)!;
        expect(daysBetween(previous.start, previous.stop)).toBe(daysBetween(period.start, period.stop));
      }),
    );
    fc.assert(
      fc.property(unit, (period) => {
        const steps = { year: 1, half: 2, quarter: 4, month: 12, week: 52 }[period.kind as 'year'];
        fc.pre(steps !== undefined);
        let walked = period;
        for (let step = 0; step < steps; step++) walked = previousPeriod(walked)!;
        expect(yearBefore(period)).toEqual(walked);
      }),
    );
  });

  it('like for like keeps the first days, and never more than there are', () => {
    fc.assert(
      fc.property(fc.oneof(unit, range), fc.integer({ min: -3, max: 1000 }), (period, days) => {
        const cut = truncateLike(period, days);
        const length = daysBetween(period.start, period.stop);
        expect(cut.start).toBe(period.start);
        expect(daysBetween(cut.start, cut.stop)).toBe(Math.min(length, Math.max(0, days)));
        if (days >= length) expect(cut).toEqual(period);
      }),
    );
  });

  it.each([
    ['2021-02', 14, 'range 2021-02-01..2021-02-14 [2021-02-01, 2021-02-15)'],
    ['2021-02', 28, 'month 2021-02 [2021-02-01, 2021-03-01)'],
    ['2021-02', 31, 'month 2021-02 [2021-02-01, 2021-03-01)'],
    ['2021-02', 0, 'month 2021-02 [2021-02-01, 2021-02-01)'],
  ])('the like of %s over %i days', (text, days, expected) => {
    expect(shown(truncateLike(read(text), days))).toBe(expected);
  });
});
