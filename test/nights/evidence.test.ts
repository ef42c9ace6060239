import { describe, expect, it } from 'vitest';
import { nightShop, type Order, orders, ordersText } from './shop.ts';

const put = (more: readonly Order[]): string => {
  const changed = new Set(more.map(([number]) => number));
  return ordersText([...orders.filter(([number]) => !changed.has(number)), ...more]);
};

/** What changes before January, and the causes a figure of January then has; by hand, of the orders in `shop.ts`. */
const changes: readonly {
  readonly what: string;
  readonly text: string;
  readonly found: Readonly<Record<string, readonly string[]>>;
}[] = [
  {
    what: 'an order of November found late',
    text: put([[9, 'A', '2020-11-20', 5]]),
    found: {
      new_customers: ['late_orders 4 → 5'],
      repurchase_rate: ['late_orders 4 → 5'],
      historic_value: ['late_orders 4 → 5'],
      lifetime_order_value: ['late_orders 4 → 5'],
      customer_lifetime_value: ['late_orders 4 → 5'],
    },
  },
  {
    what: 'an order of November taken out',
    text: ordersText(orders.slice(1)),
    found: {
      repurchase_rate: ['removed_orders 4 → 3'],
      historic_value: ['removed_orders 4 → 3'],
      lifetime_order_value: ['removed_orders 4 → 3'],
      customer_lifetime_value: ['removed_orders 4 → 3'],
    },
  },
  {
    what: 'a refund of an order of November',
    text: put([[1, 'E', '2020-11-10', 7, 2]]),
    found: {
      historic_value: ['refunds 0.00 → 2.00'],
      lifetime_order_value: ['refunds 0.00 → 2.00'],
      customer_lifetime_value: ['refunds 0.00 → 2.00'],
    },
  },
  {
    what: 'an amount of November put right',
    text: put([[1, 'E', '2020-11-10', 6]]),
    found: {
      historic_value: ['amounts 45.00 → 44.00'],
      lifetime_order_value: ['amounts 45.00 → 44.00'],
      customer_lifetime_value: ['amounts 45.00 → 44.00'],
    },
  },
  {
    what: 'customers of November and December found to be one, with a refund that counts for money alone',
    text: put([[1, 'D', '2020-11-10', 7, 2]]),
    found: {
      repurchase_rate: ['merged_ids 4 → 3'],
      historic_value: ['refunds 0.00 → 2.00', 'merged_ids 4 → 3'],
      lifetime_order_value: ['refunds 0.00 → 2.00', 'merged_ids 4 → 3'],
      customer_lifetime_value: ['refunds 0.00 → 2.00', 'merged_ids 4 → 3'],
    },
  },
  {
    what: 'a customer of November no longer named',
    text: put([[1, '', '2020-11-10', 7]]),
    found: {
      repurchase_rate: ['identified_orders 4 → 3'],
      historic_value: ['identified_orders 4 → 3'],
      customer_lifetime_value: ['identified_orders 4 → 3'],
    },
  },
  {
    what: 'an order of November found late, beside one of January',
    text: put([
      [9, 'A', '2020-11-20', 5],
      [10, 'B', '2021-01-25', 5],
    ]),
    found: {
      orders: ['late_orders 2 → 3'],
      new_customers: ['late_orders 2 → 3'],
      repurchase_rate: ['late_orders 4 → 6'],
      historic_value: ['late_orders 4 → 6'],
      lifetime_order_value: ['late_orders 4 → 6'],
      customer_lifetime_value: ['late_orders 4 → 6'],
    },
  },
];

const only = [
  ...['orders', 'new_customers', 'repurchase_rate', 'historic_value'],
  ...['lifetime_order_value', 'customer_lifetime_value'],
];

describe.each(['out/history.ndjson', undefined])('what changed before a period, from %s', (history) => {
  it.each(changes)('$what', async ({ text, found }) => {
    const shop = nightShop({ history, lifespan: '2y', indicators: { only } });
    await shop.night('2021-03-15', '--period', '2021-01');
    shop.write('orders.csv', text);
    const { stdout } = await shop.night('2021-03-16', '--period', '2021-01');
    const told = shop
      .manifest()
      .restated.map(({ id, causes }) => [
        id,
        causes.map(({ code, before, now }) => `${code} ${before} → ${now}`),
      ]);
    expect(Object.fromEntries(told)).toEqual(found);
    for (const { id, causes } of shop.manifest().restated)
      for (const { toDate } of causes)
        expect([id, toDate ?? false]).toEqual([
          id,
          !['orders', 'new_customers'].includes(id) || !found.orders,
        ]);
    expect(stdout).toContain('(up to its end, ');
  });
});

it('the orders up to the end of a period stand in the manifest and the history', async () => {
  const shop = nightShop();
  shop.write('orders.csv', put([[1, 'E', '2020-11-10', 7, 2]]));
  await shop.night('2021-02-15');
  const of = (id: string): unknown => shop.manifest().figures.find((figure) => figure.id === id)?.value;
  const parts = ['orders', 'identified_orders', 'revenue', 'refunds', 'customers'];
  expect(parts.map((part) => of(`${part}.to_date`))).toEqual([4, 4, 43, 2, 4]);
  for (const part of parts) expect(shop.read('out/history.ndjson')).toContain(`"${part}.to_date"`);
  expect(shop.read('out/2021-01/kpi.json')).not.toContain('to_date');
});
