import type { Figure, Report } from '../../src/report/schema.ts';
import { keyOf, openBooks } from '../oracle/books.ts';
import type { Shop } from '../oracle/shop.ts';
import type { Trial } from './trials.ts';

/** The figures of one segment by id. */
export interface Segment {
  readonly name: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The segments of a report with a breakdown. */
export const segmentsOf = (report: Report): Segment[] => {
  const found = new Map<string, Map<string, Figure>>();
  for (const figure of report.figures) {
    if (figure.segment === null || figure.id === 'churn_reasons') continue;
    const name = Object.values(figure.segment)[0]!;
    found.set(name, (found.get(name) ?? new Map()).set(figure.id, figure));
  }
  return [...found].map(([name, figures]) => ({ name, figures }));
};

const named = (text: string | undefined): string =>
  text === undefined || text.trim() === '' ? '(unknown)' : text.trim();

/** The first order of every customer, by day, then by order id. */
const firstOrders = (shop: Shop, trial: Trial): Map<string, string> => {
  const firsts = new Map<string, string>();
  for (const [customer, orders] of openBooks(shop, trial.question).history) {
    const [first] = orders.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
    firsts.set(customer, first!.id);
  }
  return firsts;
};

const memberships = (shop: Shop, trial: Trial): ((customer: string | null) => string) => {
  const { by } = trial.draw;
  if (by === 'customer.country') {
    const countries = new Map((shop.customers ?? []).map((row) => [keyOf(row), row.country]));
    return (customer) => named(customer === null ? undefined : countries.get(customer));
  }
  const firsts = firstOrders(shop, trial);
  const rows = new Map((shop.orders ?? []).toReversed().map((row) => [row.order_id, row]));
  return (customer) => {
    const id = customer === null ? undefined : firsts.get(customer);
    if (id === undefined) return '(unknown)';
    const row = rows.get(id);
    return by === 'first.channel' ? named(row?.channel) : String(Number(row?.discount ?? 0) > 0);
  };
};

/** The shop as if it had only the orders, or the customers, of one segment. */
export const partOf = (shop: Shop, trial: Trial, segment: string): Shop => {
  if (trial.draw.by === 'channel')
    return { ...shop, orders: (shop.orders ?? []).filter((row) => named(row.channel) === segment) };
  const memberOf = memberships(shop, trial);
  const belongs = (row: { readonly customer_id: string; readonly email: string }) =>
    memberOf(keyOf(row)) === segment;
  return {
    ...shop,
    orders: (shop.orders ?? []).filter(belongs),
    customers: shop.customers?.filter(belongs) ?? null,
  };
};
