import type { Books, Order } from './books.ts';
import { within } from './day.ts';
import { type Draft, median, quotient } from './figure.ts';
import { rational } from './rational.ts';

const orders = ['orders'] as const;

const repurchaseWithin = (books: Books, days: number): Draft => {
  let due = 0;
  let again = 0;
  for (const history of books.history.values()) {
    const limit = history[0]!.day + days;
    if (!within(limit, books.question.period)) continue;
    due += 1;
    if (history.length > 1 && history[1]!.day <= limit) again += 1;
  }
  return quotient(`repurchase_rate_${days}d`, orders, again, due);
};

/** "Customers who come back". */
export const comeBack = (books: Books): Draft[] => {
  const { period } = books.question;
  let [active, repeating, ever, everAgain, identified] = [0, 0, 0, 0, 0];
  const gaps: number[] = [];
  for (const history of books.history.values()) {
    const inPeriod = history.filter((order: Order) => within(order.day, period)).length;
    const toDate = history.filter((order: Order) => order.day < period[1]).length;
    identified += inPeriod;
    if (inPeriod >= 1) active += 1;
    if (inPeriod >= 2) repeating += 1;
    if (toDate >= 1) ever += 1;
    if (toDate >= 2) everAgain += 1;
    for (let at = 1; at < history.length; at += 1) {
      if (within(history[at]!.day, period)) gaps.push(history[at]!.day - history[at - 1]!.day);
    }
  }
  return [
    quotient('repeat_customer_rate', orders, repeating, active),
    quotient('repurchase_rate', orders, everAgain, ever),
    ...[30, 60, 90, 180, 365].map((days) => repurchaseWithin(books, days)),
    quotient('purchase_frequency', orders, identified, active),
    median(
      'days_between_orders',
      orders,
      gaps.map((gap) => rational(gap)),
    ),
    quotient(
      'days_between_orders_mean',
      orders,
      gaps.reduce((days, gap) => days + gap, 0),
      gaps.length,
    ),
  ];
};
