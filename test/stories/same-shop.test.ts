import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { figure, reportOf } from '../support/cli.ts';
import { plainExport } from '../support/shops/plain.ts';
import { prestashopGrid, prestashopTable } from '../support/shops/prestashop.ts';
import { centsOf, type Purchase, piecesOf, shopOf, wasPaid } from '../support/shops/shop.ts';
import { shopifyExport } from '../support/shops/shopify.ts';
import { stripeExport } from '../support/shops/stripe.ts';
import { clockOf } from '../support/shops/writing.ts';
import { scratch } from './scratch.ts';

const { write } = scratch();

const read = (name: string, content: string | Buffer): Promise<Report> =>
  reportOf([write(name, content), '--period', '2021-Q1', '--timezone', 'Europe/Paris']);

/** The figures as they are printed, some left out. */
const printed = ({ figures }: Report, ...without: readonly string[]): string =>
  figures
    .filter(({ id }) => !without.includes(id))
    .map((one) => JSON.stringify(one))
    .join('\n');

const value = (report: Report, id: string) => figure(report, id).value;
const codes = ({ warnings }: Report): readonly string[] => warnings.map(({ code }) => code);
const profile = ({ inputs }: Report): string | null => inputs[0]!.profile;

const quarterOf = ({ at }: Purchase): string => {
  const [year, month] = clockOf(at, 'Europe/Paris').split('-').map(Number);
  return `${year}-Q${Math.ceil(month! / 3)}`;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Figures counted from the purchases themselves. */
const counted = (shop: readonly Purchase[]) => {
  const paid = shop.filter(wasPaid);
  const within = (quarter: string) => paid.filter((order) => quarterOf(order) === quarter);
  const buyers = (orders: readonly Purchase[]) =>
    new Set(orders.flatMap(({ buyer }) => (buyer === null ? [] : [buyer.id])));
  const [orders, before, earlier] = [within('2021-Q1'), within('2020-Q4'), within('2020-Q3')];
  const [active, atStart] = [buyers(orders), buyers(before)];
  const known = buyers([...before, ...earlier]);
  return {
    orders: orders.length,
    revenue: sum(orders.map((order) => centsOf(order) - order.refunded)) / 100,
    refunds: sum(orders.map(({ refunded }) => refunded)) / 100,
    guest_orders: orders.filter(({ buyer }) => buyer === null).length,
    active_customers: active.size,
    customers_at_start: atStart.size,
    retained_customers: [...active].filter((id) => atStart.has(id)).length,
    new_customers: [...active].filter((id) => !known.has(id)).length,
    items_per_order: sum(orders.map(piecesOf)) / orders.length,
  };
};

const figuresOf = (report: Report, ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, value(report, id)]));

const seeds = [7, 2021, 65_537];

describe.each(seeds)('one shop in the forms of five exports (seed %i)', async (seed) => {
  const shop = shopOf(seed, { inPart: false });
  const shopify = await read(`shopify-${seed}.csv`, shopifyExport(shop));
  const plain = await read(`plain-${seed}.csv`, plainExport(shop));
  const stripe = await read(`stripe-${seed}.csv`, stripeExport(shop));
  const table = await read(`table-${seed}.csv`, prestashopTable(shop));
  const grid = await read(`grid-${seed}.csv`, prestashopGrid(shop));

  it('is recognised without a flag', () => {
    expect([shopify, plain, stripe, table, grid].map(profile)).toEqual([
      'shopify-orders',
      null,
      'stripe-payments',
      'prestashop-orders-table',
      'prestashop-orders-grid',
    ]);
    expect(table.inputs[0]!.encoding).toBe('windows-1252');
  });

  it('has the figures that its purchases give', () => {
    const truth = counted(shop);
    expect(Object.values(truth).every((number) => number > 0)).toBe(true);
    expect(figuresOf(plain, Object.keys(truth))).toEqual(truth);
  });

  it('gives the same bytes as Shopify and as plain CSV', () => {
    expect(printed(shopify)).toBe(printed(plain));
  });

  it.each([
    ['Stripe', stripe],
    ['the table of PrestaShop', table],
  ])('gives the same bytes as %s, which does not count pieces', (_, report) => {
    expect(printed(report, 'items_per_order')).toBe(printed(plain, 'items_per_order'));
    expect(figure(report, 'items_per_order')).toMatchObject({
      status: 'unavailable',
      notes: ['needs=orders.quantity'],
    });
  });

  const ofOrders = [
    'orders',
    'revenue',
    'average_order_value',
    'lifetime_order_value',
    'refunds',
    'unlinked_refunds',
  ];

  it('gives the same figures of orders as the grid of PrestaShop', () => {
    for (const id of ofOrders) expect(figure(grid, id)).toEqual(figure(plain, id));
  });

  it('says of the grid why figures of customers are missing, and makes none of names', () => {
    expect(codes(grid)).toContain('identity_by_name');
    const ids = new Set(grid.figures.filter(({ status }) => status === 'ok').map(({ id }) => id));
    expect([...ids].toSorted()).toEqual(
      [...ofOrders, 'guest_orders', 'identified_orders', 'identified_revenue'].toSorted(),
    );
    expect(figuresOf(grid, ['guest_orders', 'identified_orders', 'identified_revenue'])).toEqual({
      guest_orders: value(plain, 'orders'),
      identified_orders: 0,
      identified_revenue: 0,
    });
    const lost = plain.figures.filter(({ id, status }) => status === 'ok' && !ids.has(id));
    expect(lost.length).toBeGreaterThan(20);
    for (const { id } of lost.filter(({ id }) => id !== 'items_per_order'))
      expect(figure(grid, id)).toMatchObject({
        id,
        value: null,
        status: 'unavailable',
        notes: ['needs=orders.customer_id'],
      });
  });
});

describe.each(seeds)('one shop that gave back in part (seed %i)', async (seed) => {
  const shop = shopOf(seed, { inPart: true });
  const plain = await read(`part-plain-${seed}.csv`, plainExport(shop));

  it('has the figures that its purchases give', () => {
    const truth = counted(shop);
    expect(figuresOf(plain, Object.keys(truth))).toEqual(truth);
  });

  it('gives the same bytes as Shopify and as Stripe, which say how much', async () => {
    expect(printed(await read(`part-shopify-${seed}.csv`, shopifyExport(shop)))).toBe(printed(plain));
    const stripe = await read(`part-stripe-${seed}.csv`, stripeExport(shop));
    expect(printed(stripe, 'items_per_order')).toBe(printed(plain, 'items_per_order'));
  });
});
