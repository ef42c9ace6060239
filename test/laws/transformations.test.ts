import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayText } from '../oracle/day.ts';
import { decimal, multiply, rational } from '../oracle/rational.ts';
import { csvTexts } from '../oracle/shop-text.ts';
import { figuresOf } from './harness.ts';
import { expectNear, expectSameAnswer, figureIn, reconciliationsOf } from './reading.ts';
import { later, renamed, scaled, withYearsMoved } from './transformations.ts';
import { everyTrial, flagsOf, idle, patience, reportOf } from './trials.ts';

test('the names of the customers do not matter', patience, () =>
  everyTrial(async (trial) => {
    const other = await reportOf({ ...trial, shop: renamed(trial.shop) });
    expectSameAnswer(other, await reportOf(trial));
    return undefined;
  }, fc.constant(null)),
);

test('amounts times k are sums and means of money times k, and leave counts and rates', patience, () =>
  everyTrial(
    async (trial, factor) => {
      const before = await reportOf(trial);
      const after = await reportOf({ ...trial, shop: scaled(trial.shop, factor) });
      expect(after.figures.map(({ id }) => id)).toEqual(before.figures.map(({ id }) => id));
      for (const [at, figure] of before.figures.entries()) {
        const other = after.figures[at]!;
        const k = figure.unit === 'money' ? factor : 1;
        expect(other.status, figure.id).toBe(figure.status);
        if (figure.exact !== null) {
          expect(decimal(other.exact!), figure.id).toEqual(multiply(decimal(figure.exact), rational(k)));
        }
        if (figure.value === null) continue;
        expectNear(other.value!, k * figure.value, figure.id);
        if (figure.interval === null) continue;
        expectNear(other.interval!.low, k * figure.interval.low, `${figure.id} low`);
        expectNear(other.interval!.high, k * figure.interval.high, `${figure.id} high`);
      }
      return undefined;
    },
    fc.integer({ min: 2, max: 9 }),
  ),
);

// The Gregorian calendar repeats, weekdays and leap years, every 28 years between 1901 and 2099.
test('all dates 28 years later give the same figures', patience, () =>
  everyTrial(async (trial) => {
    const [before, after] = [await reportOf(trial), await reportOf(later(trial, 28))];
    expect(after.figures).toEqual(before.figures);
    expect(after.asOf).toBe(withYearsMoved(before.asOf, 28));
    expect(after.period.start).toBe(withYearsMoved(before.period.start!, 28));
    expect(after.period.stop).toBe(withYearsMoved(before.period.stop!, 28));
    return undefined;
  }, fc.constant(null)),
);

test('the same input gives the same report', patience, () =>
  everyTrial(async (trial) => {
    const again = await figuresOf(csvTexts(trial.shop), flagsOf(trial.question));
    expect(JSON.stringify(again)).toBe(JSON.stringify(await reportOf(trial)));
    return undefined;
  }, fc.constant(null)),
);

test('an exact repeat of an order is one more duplicate and nothing else', patience, () =>
  everyTrial(async (trial, place) => {
    const rows = trial.shop.orders ?? [];
    const countable = rows.filter(
      (row) =>
        row.status === 'paid' &&
        row.refund_of === '' &&
        !row.amount.startsWith('-') &&
        dayOf(row.ordered_at) <= trial.question.asOf,
    );
    const row = countable[place % Math.max(1, countable.length)];
    if (row === undefined) return idle;
    const before = await reportOf(trial);
    const after = await reportOf({ ...trial, shop: { ...trial.shop, orders: [...rows, row] } });
    expectSameAnswer(after, before);
    const [was] = reconciliationsOf(before, 'orders');
    expect(reconciliationsOf(after, 'orders')).toEqual([
      { ...was!, records: was!.records + 1, duplicates: was!.duplicates + 1 },
    ]);
    return undefined;
  }, fc.nat(99)),
);

test('an order after the period moves nothing', patience, () =>
  everyTrial(async (trial) => {
    const before = await reportOf(trial);
    const { period } = trial.question;
    // Dated on the last day of the data, so that neither their end nor the status of the period moves.
    if (before.dataThrough === null || dayOf(before.dataThrough) < period[1]) return idle;
    const rows = trial.shop.orders ?? [];
    const extra = {
      ...rows[0]!,
      order_id: 'o500',
      refund_of: '',
      status: 'paid',
      amount: '77.70',
      ordered_at: before.dataThrough,
    };
    const after = await reportOf({ ...trial, shop: { ...trial.shop, orders: [...rows, extra] } });
    expectSameAnswer(after, before);
    return undefined;
  }, fc.constant(null)),
);

test('what happens after as-of moves nothing', patience, () =>
  everyTrial(async (trial) => {
    const { shop, question } = trial;
    const [order, event] = [shop.orders?.[0], shop.content?.[0]];
    if (order === undefined || event === undefined) return idle;
    const tomorrow = dayText(question.asOf + 1);
    const before = await reportOf(trial);
    const after = await reportOf({
      question,
      shop: {
        ...shop,
        orders: [...(shop.orders ?? []), { ...order, order_id: 'o500', ordered_at: tomorrow }],
        content: [...(shop.content ?? []), { ...event, occurred_at: tomorrow }],
        spend: [...(shop.spend ?? []), { spent_on: tomorrow, kind: 'acquisition', amount: '1000.00' }],
      },
    });
    expectSameAnswer(after, before);
    expect(figureIn(after, 'orders')).toEqual(figureIn(before, 'orders'));
    expect(reconciliationsOf(after, 'orders')[0]!.records).toBe((shop.orders ?? []).length + 1);
    return undefined;
  }, fc.constant(null)),
);
