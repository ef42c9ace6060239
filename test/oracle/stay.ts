import { type Books, monthsBefore } from './books.ts';
import { type Day, dayOf, type Span, within } from './day.ts';
import { count, type Draft, quotient, waterfallNeeds } from './figure.ts';

/** The customers of a period and what became of those of its start. */
export interface Waterfall {
  readonly atStart: ReadonlySet<string>;
  readonly atEnd: ReadonlySet<string>;
  readonly retained: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
  readonly reactivated: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
}

/** The customers with at least one order in the span. */
export const buyersIn = (books: Books, span: Span): Set<string> => {
  const buyers = new Set<string>();
  for (const [customer, orders] of books.history) {
    if (orders.some((order) => within(order.day, span))) buyers.add(customer);
  }
  return buyers;
};

/** The customers with an order before a day. */
export const buyersBefore = (books: Books, day: Day): Set<string> => {
  const buyers = new Set<string>();
  for (const [customer, orders] of books.history) if (orders[0]!.day < day) buyers.add(customer);
  return buyers;
};

const underContractAt = (books: Books, instant: Day): Set<string> => {
  const held = new Set<string>();
  for (const [customer, contracts] of books.customers) {
    for (const { started_at, ended_at } of contracts) {
      if (started_at === '' || dayOf(started_at) >= instant) continue;
      if (ended_at === '' || dayOf(ended_at) >= instant) held.add(customer);
    }
  }
  return held;
};

const endedBefore = (books: Books, day: Day): Set<string> => {
  const ended = new Set<string>();
  for (const [customer, contracts] of books.customers) {
    if (contracts.some(({ ended_at }) => ended_at !== '' && dayOf(ended_at) < day)) ended.add(customer);
  }
  return ended;
};

const ends = (books: Books): { atStart: Set<string>; atEnd: Set<string>; before: Set<string> } => {
  const { period, previous, base } = books.question;
  const [start, stop] = period;
  if (base === 'contract') {
    return {
      atStart: underContractAt(books, start),
      atEnd: underContractAt(books, stop),
      before: endedBefore(books, start),
    };
  }
  const before = buyersBefore(books, start);
  if (base === 'active:12m') {
    return {
      atStart: buyersIn(books, monthsBefore(start, 12)),
      atEnd: buyersIn(books, monthsBefore(stop, 12)),
      before,
    };
  }
  const atStart =
    base === 'ever' ? before : previous === null ? new Set<string>() : buyersIn(books, previous);
  return { atStart, atEnd: buyersIn(books, period), before };
};

/** Sorts the customers of the base into those who stayed, left, came back and came. */
export const waterfall = (books: Books): Waterfall => {
  const { atStart, atEnd, before } = ends(books);
  const [retained, lost, reactivated, fresh] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const customer of atStart) (atEnd.has(customer) ? retained : lost).add(customer);
  for (const customer of atEnd) {
    if (atStart.has(customer)) continue;
    (before.has(customer) ? reactivated : fresh).add(customer);
  }
  return { atStart, atEnd, retained, lost, reactivated, fresh };
};

/** Whether the data begin too late for anyone to have been a customer at the start. */
export const hasNoHistory = (books: Books): boolean => {
  const { period, base } = books.question;
  const first = books.orderDays[0];
  if (base === 'contract') return false;
  if (first === undefined) return true;
  return base === 'active:12m' ? first >= monthsBefore(period[1], 12)[0] : first >= period[0];
};

/** "Customers who stay". */
export const stay = (books: Books): Draft[] => {
  const flow = waterfall(books);
  const needs = waterfallNeeds(books.question.base);
  const active = buyersIn(books, books.question.period);
  const before = buyersBefore(books, books.question.period[0]);
  const undefinedWhen = hasNoHistory(books);
  return [
    count('customers_at_start', needs, flow.atStart),
    count('retained_customers', needs, flow.retained),
    count('lost_customers', needs, flow.lost),
    count('reactivated_customers', needs, flow.reactivated),
    count('new_customers', needs, flow.fresh),
    count('customers_at_end', needs, flow.atEnd),
    { ...quotient('retention_rate', needs, flow.retained.size, flow.atStart.size), undefinedWhen },
    { ...quotient('churn_rate', needs, flow.lost.size, flow.atStart.size), undefinedWhen },
    {
      ...quotient(
        'returning_customer_share',
        ['orders'],
        [...active].filter((customer) => before.has(customer)).length,
        active.size,
      ),
      undefinedWhen: books.orderDays.every((day) => day >= books.question.period[0]),
    },
  ];
};
