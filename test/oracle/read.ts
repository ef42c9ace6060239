import { type Books, keyOf, monthsBefore } from './books.ts';
import { dayOf, monthOf, within } from './day.ts';
import { type Draft, quotient } from './figure.ts';
import { decimal, rational, sum } from './rational.ts';
import { buyersIn } from './stay.ts';

const readingKinds = new Set(['open', 'click', 'view', 'visit']);

const loyalCustomers = (books: Books): Set<string> => {
  const stop = books.question.period[1];
  const recent = buyersIn(books, monthsBefore(stop, 12));
  const loyal = new Set<string>();
  for (const [customer, orders] of books.history) {
    if (recent.has(customer) && orders.filter((order) => order.day < stop).length >= 2) loyal.add(customer);
  }
  return loyal;
};

const readsEveryMonth = (books: Books, customer: string): boolean => {
  const [start, stop] = books.question.period;
  const months = new Set<number>();
  for (const event of books.content) {
    const day = dayOf(event.occurred_at);
    if (keyOf(event) !== customer || !readingKinds.has(event.kind)) continue;
    if (within(day, [start, stop])) months.add(monthOf(day));
  }
  for (let month = monthOf(start); month <= monthOf(stop - 1); month += 1) {
    if (!months.has(month)) return false;
  }
  return true;
};

/** "What they read, and the programme". */
export const read = (books: Books): Draft[] => {
  const { period } = books.question;
  const loyal = loyalCustomers(books);
  const regular = [...loyal].filter((customer) => readsEveryMonth(books, customer));
  const active = buyersIn(books, period);
  const enrolled = [...active].filter((customer) =>
    books.customers
      .get(customer)
      ?.some(({ enrolled_at }) => enrolled_at !== '' && dayOf(enrolled_at) < period[1]),
  );
  const people = [...books.customers.values()].map((rows) => rows[0]!);
  const points = (column: 'points_earned' | 'points_redeemed') =>
    sum(people.map((row) => (row[column] === '' ? rational(0) : decimal(row[column]))));
  return [
    quotient('content_consumption_rate', ['orders', 'content'], regular.length, loyal.size),
    quotient('programme_participation_rate', ['orders', 'customers'], enrolled.length, active.size),
    quotient('points_redemption_rate', ['customers'], points('points_redeemed'), points('points_earned')),
  ];
};
