import { addMonths, type Day, dayOf, type Span } from './day.ts';
import { absolute, add, compare, decimal, type Rational, subtract, zero } from './rational.ts';
import type { ContentRow, CustomerRow, OrderRow, Shop, ShopRole, SpendRow, SurveyRow } from './shop.ts';

/** Who is a customer at the start of a period. */
export type Base = 'previous' | 'active:12m' | 'ever' | 'contract';

/** What is asked of a shop. */
export interface Question {
  readonly period: Span;
  readonly previous: Span | null;
  readonly base: Base;
  readonly asOf: Day;
}

/** An order that counts; `customer` is null for guests. */
export interface Order {
  readonly id: string;
  readonly customer: string | null;
  readonly day: Day;
  readonly amount: Rational;
  /** The refund column and every refund row naming the order. */
  readonly refunded: Rational;
  readonly net: Rational;
  /** Null where the row states none. */
  readonly quantity: Rational | null;
  readonly category: string;
}

/** A refund that names no order that counts. */
export interface Refund {
  readonly day: Day;
  readonly amount: Rational;
}

/** A shop as known on the as-of day. */
export interface Books {
  readonly question: Question;
  readonly given: ReadonlySet<ShopRole>;
  readonly orders: readonly Order[];
  /** The orders of each identified customer, by day. */
  readonly history: ReadonlyMap<string, readonly Order[]>;
  readonly unlinkedRefunds: readonly Refund[];
  readonly customers: ReadonlyMap<string, readonly CustomerRow[]>;
  readonly surveys: readonly SurveyRow[];
  readonly content: readonly ContentRow[];
  readonly spend: readonly SpendRow[];
  /** Distinct days with a counting order, ascending; they say from when to when the data reach. */
  readonly orderDays: readonly Day[];
}

interface Keyed {
  readonly customer_id: string;
  readonly email: string;
}

/** Who a row is about, tagged by kind so that an id never equals an e-mail; null where neither is filled. */
export const keyOf = (row: Keyed): string | null => {
  const id = row.customer_id.trim();
  if (id !== '') return `id ${id}`;
  const email = row.email.trim().toLowerCase().normalize('NFC');
  return email === '' ? null : `email ${email}`;
};

const countingStatuses = new Set([
  '',
  'paid',
  'completed',
  'complete',
  'processing',
  'shipped',
  'delivered',
  'fulfilled',
  'closed',
  'refunded',
  'partially_refunded',
]);

const fold = <T extends object>(rows: readonly T[]): T[] => {
  const seen = new Set<string>();
  const kept: T[] = [];
  for (const row of rows) {
    const text = JSON.stringify(Object.entries(row).sort());
    if (seen.has(text)) continue;
    seen.add(text);
    kept.push(row);
  }
  return kept;
};

/** Whether a row of the orders export takes money back. */
export const isRefundRow = (row: OrderRow): boolean =>
  compare(decimal(row.amount), zero) < 0 || row.refund_of.trim() !== '';

const keepBooks = (rows: readonly OrderRow[]): { orders: Order[]; unlinkedRefunds: Refund[] } => {
  const counting = new Map<string, OrderRow>();
  for (const row of rows) {
    if (!isRefundRow(row) && countingStatuses.has(row.status.trim().toLowerCase())) {
      counting.set(row.order_id, row);
    }
  }
  const refundedLater = new Map<string, Rational>();
  const unlinkedRefunds: Refund[] = [];
  for (const row of rows) {
    if (!isRefundRow(row)) continue;
    const named = row.refund_of.trim() === '' ? row.order_id : row.refund_of.trim();
    const amount = absolute(decimal(row.amount));
    if (counting.has(named)) refundedLater.set(named, add(refundedLater.get(named) ?? zero, amount));
    else unlinkedRefunds.push({ day: dayOf(row.ordered_at), amount });
  }
  const orders = [...counting.values()].map((row): Order => {
    const amount = decimal(row.amount);
    const column = row.refunded === '' ? zero : decimal(row.refunded);
    const refunded = add(column, refundedLater.get(row.order_id) ?? zero);
    return {
      id: row.order_id,
      customer: keyOf(row),
      day: dayOf(row.ordered_at),
      amount,
      refunded,
      net: subtract(amount, refunded),
      quantity: row.quantity === '' ? null : decimal(row.quantity),
      category: row.category,
    };
  });
  return { orders, unlinkedRefunds };
};

const gather = <T>(rows: readonly T[], keyFor: (row: T) => string | null): Map<string, T[]> => {
  const gathered = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyFor(row);
    if (key === null) continue;
    const together = gathered.get(key);
    if (together === undefined) gathered.set(key, [row]);
    else together.push(row);
  }
  return gathered;
};

/** The calendar day of a text that may go on with a time. */
export const dayIn = (text: string): Day => dayOf(text.slice(0, 10));

/**
 * Opens the books of a shop: rows after as-of left out, copies folded, refunds linked, customers told apart.
 * `traded` are the days of the data where the shop is a part of a larger one.
 */
export const openBooks = (shop: Shop, question: Question, traded: readonly Day[] | null = null): Books => {
  const known = (text: string) => dayIn(text) <= question.asOf;
  const rows = fold((shop.orders ?? []).filter((row) => known(row.ordered_at)));
  const { orders, unlinkedRefunds } = keepBooks(rows);
  const byDay = orders.toSorted((a, b) => a.day - b.day);
  return {
    question,
    given: new Set((Object.keys(shop) as ShopRole[]).filter((role) => shop[role] !== null)),
    orders,
    history: gather(byDay, (order) => order.customer),
    unlinkedRefunds,
    customers: gather(fold(shop.customers ?? []), keyOf),
    surveys: (shop.surveys ?? []).filter((row) => known(row.answered_at)),
    content: (shop.content ?? []).filter((row) => known(row.occurred_at)),
    spend: (shop.spend ?? []).filter((row) => known(row.spent_on)),
    orderDays: traded ?? [...new Set(byDay.map((order) => order.day))],
  };
};

/** The `months` months before a day: `[day − months, day)`. */
export const monthsBefore = (day: Day, months: number): Span => [addMonths(day, -months), day];
