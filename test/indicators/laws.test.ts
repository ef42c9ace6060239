import { beforeAll, describe, expect, it } from 'vitest';
import { findIndicator, indicatorIds } from '../../src/indicators/index.ts';
import type { Figure, Report } from '../../src/report/schema.ts';
import { run } from '../support/cli.ts';
import {
  emptyShop,
  reportOn,
  smallShop,
  smallShopUntil,
  smallShopWithRowsOn,
  withFiles,
} from './small-shop.ts';

const bases = ['previous', 'active:12m', 'ever', 'contract'] as const;
const quarter = ['--period', '2021-Q2', '--as-of', '2022-12-31', '--data-through', '2021-12-31'];

const kindOf = (id: string) => findIndicator(id)!.computation.kind;

const ids = (figures: readonly Figure[]): string[] => [...new Set(figures.map(({ id }) => id))];

describe.each(bases)('--base %s', (base) => {
  const flags = [...quarter, '--base', base];

  it.each(['2021-Q2', 'all'])(
    'a shop without a row, %s: counts and sums are 0, the rest has no value',
    async (period) => {
      const { figures } = await reportOn(emptyShop, ['--period', period, '--base', base]);
      expect(figures.map(({ id }) => id)).toEqual(indicatorIds);
      for (const { id, value, status, interval, change } of figures) {
        const isNumber = ['count', 'sum', 'tally'].includes(kindOf(id));
        expect({ id, value, status }).toEqual({
          id,
          value: isNumber ? 0 : null,
          status: isNumber ? 'ok' : 'undefined',
        });
        expect(interval, id).toBeNull();
        expect(change === null || isNumber, id).toBe(true);
      }
    },
  );

  it.each(['previous', 'year'])(
    'what comes after the period moves nothing in it, compared with the %s',
    async (compare) => {
      const asked = [...flags, '--compare', compare, '--by', 'customer.country'];
      const { figures } = await reportOn(smallShop, asked);
      expect(ids(figures)).toEqual(indicatorIds);
      for (const shop of [smallShopUntil('2021-06-30'), smallShopWithRowsOn('2021-07-01')])
        expect((await reportOn(shop, asked)).figures).toEqual(figures);
    },
  );

  it('what comes after as-of moves nothing at all', async () => {
    const through = ({ figures, period, comparison, dataThrough }: Report) => ({
      figures,
      period,
      comparison,
      dataThrough,
    });
    const periods = ['2021-Q2', '2021-06', 'ytd', ...(base === 'active:12m' ? [] : ['all'])];
    for (const period of periods) {
      const asked = ['--period', period, '--base', base, '--as-of', '2021-06-30'];
      const known = through(await reportOn(smallShopUntil('2021-06-30'), asked));
      for (const shop of [smallShop, smallShopWithRowsOn('2021-07-01')])
        expect(through(await reportOn(shop, asked)), period).toEqual(known);
    }
  });

  it('nor does it in a period that is not over', async () => {
    const asked = ['--period', '2021-Q2', '--base', base, '--as-of', '2021-05-20'];
    const known = await reportOn(smallShopUntil('2021-05-20'), asked);
    expect(known.period.status).toBe('incomplete');
    const { customers } = smallShop;
    for (const shop of [smallShop, { ...smallShopWithRowsOn('2021-05-21'), customers: customers! }]) {
      const { figures, comparison } = await reportOn(shop, asked);
      expect({ figures, comparison }).toEqual({ figures: known.figures, comparison: known.comparison });
    }
  });

  it.each([
    ['2022-Q1', 'after_data'],
    ['2019-Q4', 'before_data'],
  ])('%s: what orders tell has no value outside the data', async (period, note) => {
    const { figures } = await reportOn(smallShop, ['--period', period, '--base', base]);
    for (const { id, value, status, notes } of figures) {
      const { needs, base: waterfall } = findIndicator(id)!;
      const told = needs.some((need) => need.startsWith('orders')) && !(base === 'contract' && waterfall);
      if (told)
        expect({ id, value, status, notes }).toEqual({ id, value: null, status: 'undefined', notes: [note] });
      else if (note === 'after_data') expect(status, id).not.toBe('ok');
    }
  });

  /** The figures of a quarter, of a half-year with all the history a lifespan needs, and of their segments. */
  let every: Figure[] = [];
  beforeAll(async () => {
    const reports: Report[] = [];
    for (const period of ['2021-Q2', '2021-H2'])
      for (const by of ['channel', 'customer.country', 'first.discount'])
        reports.push(
          await reportOn(smallShop, [...flags, '--period', period, '--by', by, '--min-group', '1']),
        );
    every = reports.flatMap(({ figures }) => figures);
  });

  it('a value is its numerator by its denominator', () => {
    const figures = every.filter(({ value }) => value !== null);
    expect(new Set(ids(figures))).toEqual(new Set(indicatorIds));
    for (const { id, value, numerator, denominator } of figures) {
      const kind = kindOf(id);
      const divisor = ['count', 'sum', 'tally', 'median'].includes(kind) ? 1 : denominator!;
      const quotient = ((kind === 'net-score' ? 100 : 1) * numerator!) / divisor;
      expect(Math.abs(value! - quotient), id).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value!)));
    }
  });

  it('an interval holds the value, but for the score of a single answer, which it draws to the middle', () => {
    const figures = every.filter(({ interval }) => interval !== null);
    expect(figures.length).toBeGreaterThan(100);
    for (const { id, value, denominator, interval } of figures) {
      const { low, high, level } = interval!;
      expect(level).toBe(0.95);
      expect(low, id).toBeLessThanOrEqual(high);
      if (kindOf(id) === 'net-score' && denominator === 1) continue;
      expect(low, id).toBeLessThanOrEqual(value!);
      expect(high, id).toBeGreaterThanOrEqual(value!);
    }
  });

  it.each([
    ['2021-Q2', 'previous'],
    ['2021-Q2', 'year'],
    ['2021-06', 'previous'],
    ['2021-W20', 'previous'],
    ['2021-W20', 'year'],
    ['2021-05-03..2021-05-30', 'previous'],
    ['2021-05-20', 'year'],
    ['2021', 'previous'],
  ])('%s, compared with the %s: the value before is the one asked for itself', async (period, compare) => {
    const common = ['--base', base, '--as-of', '2022-12-31'];
    const { figures, comparison } = await reportOn(smallShop, [
      '--period',
      period,
      '--compare',
      compare,
      ...common,
    ]);
    const asked = await reportOn(smallShop, ['--period', comparison!.label, ...common]);
    expect(asked.period).toMatchObject({ ...comparison!, status: 'complete' });
    for (const { id, segment, value, previous, change } of figures) {
      const itself = asked.figures.find(
        (one) => one.id === id && JSON.stringify(one.segment) === JSON.stringify(segment),
      );
      if (itself === undefined) expect(previous, id).toMatchObject({ value: 0, status: 'ok' });
      else {
        const { value, numerator, denominator, status } = itself;
        expect({ id, ...previous }).toEqual({ id, value, numerator, denominator, status });
      }
      expect(change !== null, id).toBe(value !== null && previous!.value !== null);
      if (change !== null) expect(change.absolute, id).toBeCloseTo(value! - previous!.value!, 9);
    }
  });
});

it('nothing printed for a shop without a row is NaN or infinite', async () => {
  for (const format of ['table', 'json', 'csv', 'markdown'])
    for (const lang of ['en', 'fr']) {
      const printed = await withFiles(emptyShop, (files) =>
        run(['kpi', ...files, '-p', '2021-Q2', '-f', format, '--lang', lang]),
      );
      expect(printed.code).toBe(0);
      expect(printed.stdout).not.toMatch(/NaN|Infinity|∞|\[object|undefined%/);
    }
});
