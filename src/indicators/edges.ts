import type { Edge, Texts } from './define.ts';

/** The text of an export: its header and its rows, each of them one line of CSV. */
export const sheet = (header: string, ...rows: readonly string[]): string =>
  [header, ...rows].map((line) => `${line}\n`).join('');

/** An export of orders with the four columns every one of them has. */
export const orders = (...rows: readonly string[]): string =>
  sheet('order_id,customer_id,ordered_at,amount', ...rows);

/** A fixed day after every row of the worked cases, so that none of them changes with the clock. */
export const asOf = ['--as-of', '2022-12-31'] as const;

const emptyExport: Texts = { en: 'an export without a row', fr: 'un export sans aucune ligne' };

/** No order at all: a rate has no value, and it is not 0 %. */
export const emptyRate: Edge = {
  what: emptyExport,
  given: { orders: orders() },
  period: '2021-Q2',
  flags: asOf,
  value: null,
  status: 'undefined',
};

/** No order at all: a count or a sum is 0. */
export const emptyCount: Edge = {
  what: emptyExport,
  given: { orders: orders() },
  period: '2021-Q2',
  flags: asOf,
  value: 0,
};
