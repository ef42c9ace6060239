import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partialShop, shop } from './arbitraries.ts';
import { keyOf, openBooks } from './books.ts';
import { dayOf, dayText, lengthOfMonth } from './day.ts';
import { inquiry } from './questions.arbitrary.ts';
import type { OrderRow, Shop } from './shop.ts';

const draws = 2000;
const seed = 20240229;

const isMonthEnd = (text: string) => {
  const [year, month, day] = text.split('-').map(Number);
  return day === 1 || day === lengthOfMonth(year!, month!);
};

const distinct = (rows: readonly OrderRow[]) => new Set(rows.map((row) => JSON.stringify(row))).size;

const isRefund = (row: OrderRow) => row.amount.startsWith('-') || row.refund_of !== '';

const purchases = (rows: readonly OrderRow[]) => rows.filter((row) => !isRefund(row));

const farAway = { period: [0, 1], previous: null, base: 'ever', asOf: dayOf('2099-12-31') } as const;

const classes: Record<string, (rows: readonly OrderRow[], whole: Shop) => boolean> = {
  empty: (rows) => rows.length === 0,
  'one order': (rows) => new Set(purchases(rows).map((row) => row.order_id)).size === 1,
  'all guests': (rows) => rows.length > 1 && rows.every((row) => keyOf(row) === null),
  duplicates: (rows) => distinct(rows) < rows.length,
  refunds: (rows) => rows.filter(isRefund).length >= 3,
  'month ends': (rows) => rows.length > 1 && purchases(rows).every((row) => isMonthEnd(row.ordered_at)),
  'leap day': (rows) => rows.some((row) => row.ordered_at === '2024-02-29'),
  'forty orders and more': (rows) => purchases(rows).length >= 40,
  'an order that does not count': (rows) => rows.some((row) => row.status === 'voided'),
  'an order of nothing': (rows) => purchases(rows).some((row) => Number(row.amount) === 0),
  'customers by e-mail alone': (rows) => rows.some((row) => keyOf(row)?.startsWith('email')),
  'an id that reads like an e-mail': (rows) => rows.some((row) => row.customer_id.includes('@')),
  'a refund nobody can place': (_, whole) => openBooks(whole, farAway).unlinkedRefunds.length > 0,
  'a refund of a known order': (rows, whole) =>
    rows.some(isRefund) && openBooks(whole, farAway).unlinkedRefunds.length < rows.filter(isRefund).length,
  'several contracts of one customer': (_, whole) =>
    [...openBooks(whole, farAway).customers.values()].some((contracts) => contracts.length > 1),
  'someone who answers twice': (_, whole) => {
    const people = (whole.surveys ?? []).map(keyOf).filter((key) => key !== null);
    return new Set(people).size < people.length;
  },
};

test('every class of shops is at least one draw in a hundred', () => {
  const shops = fc.sample(shop, { numRuns: draws, seed });
  for (const [name, belongs] of Object.entries(classes)) {
    const found = shops.filter((drawn) => belongs(drawn.orders ?? [], drawn)).length;
    expect(found, `${name}: ${found} of ${draws}`).toBeGreaterThanOrEqual(draws / 100);
  }
}, 60_000);

test('shops keep what the oracle counts on', () => {
  fc.assert(
    fc.property(shop, (drawn) => {
      const byId = new Map<string, Set<string>>();
      for (const row of purchases(drawn.orders ?? [])) {
        byId.set(row.order_id, (byId.get(row.order_id) ?? new Set()).add(JSON.stringify(row)));
      }
      expect([...byId.values()].every((rows) => rows.size === 1)).toBe(true);
      expect((drawn.surveys ?? []).length).toBeLessThan(30);
      const spendLines = (drawn.spend ?? []).map((row) => `${row.spent_on} ${row.kind}`);
      expect(new Set(spendLines).size).toBe(spendLines.length);
    }),
    { seed, numRuns: 300 },
  );
});

test('every export is missing from some shops', () => {
  const shops = fc.sample(partialShop, { numRuns: 200, seed });
  for (const role of ['customers', 'surveys', 'content', 'spend'] as const) {
    expect(shops.some((drawn) => drawn[role] === null)).toBe(true);
    expect(shops.some((drawn) => drawn[role] !== null)).toBe(true);
  }
});

test('questions ask for all bases, and for periods that as-of cuts', () => {
  const asked = fc.sample(inquiry, { numRuns: draws, seed });
  for (const base of ['previous', 'active:12m', 'ever', 'contract']) {
    expect(asked.filter((question) => question.base === base).length).toBeGreaterThan(draws / 10);
  }
  const cut = asked.filter(({ period, asOf }) => asOf < period[1] - 1);
  expect(cut.length).toBeGreaterThanOrEqual(draws / 100);
  for (const { label, period, previous, comparison } of asked) {
    if (label === 'all') continue;
    expect(period[0], label).toBeLessThan(period[1]);
    expect(previous?.[1]).toBe(period[0]);
    if (comparison !== null) expect(comparison.previous?.[1], label).toBe(comparison.period[0]);
    if (label.includes('..')) expect(label).toBe(`${dayText(period[0])}..${dayText(period[1] - 1)}`);
  }
});
