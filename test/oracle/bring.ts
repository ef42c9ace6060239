import { type Books, monthsBefore, type Order } from './books.ts';
import { addMonths, type Span, within } from './day.ts';
import { count, type Draft, median, quotient, total } from './figure.ts';
import { isZero, multiply, rational, sum } from './rational.ts';
import { buyersIn } from './stay.ts';

const needs = ['orders'] as const;

const netOf = (orders: readonly Order[]) => sum(orders.map((order) => order.net));

const ordersIn = (books: Books, span: Span) => books.orders.filter((order) => within(order.day, span));

const isIdentified = (order: Order) => order.customer !== null;

const countsAndSums = (books: Books): Draft[] => {
  const orders = ordersIn(books, books.question.period);
  const identified = orders.filter(isIdentified);
  const active = buyersIn(books, books.question.period);
  const baskets = [...active].map((customer) => {
    const theirs = identified.filter((order) => order.customer === customer);
    return new Set(theirs.map((order) => order.category).filter((name) => name !== '')).size;
  });
  const categories = baskets.filter((size) => size > 0);
  const quantities = orders.flatMap((order) => (order.quantity === null ? [] : [order.quantity]));
  const refunded = orders.filter((order) => !isZero(order.refunded));
  const unlinked = books.unlinkedRefunds.filter(({ day }) => within(day, books.question.period));
  return [
    count('orders', needs, orders),
    total('revenue', needs, netOf(orders)),
    count('active_customers', needs, active),
    count('identified_orders', needs, identified),
    total('identified_revenue', needs, netOf(identified)),
    count('guest_orders', needs, { length: orders.length - identified.length }),
    total('refunds', needs, sum(refunded.map((order) => order.refunded)), refunded),
    total('unlinked_refunds', needs, sum(unlinked.map((refund) => refund.amount)), unlinked),
    quotient('average_order_value', needs, netOf(orders), orders.length),
    quotient('revenue_per_customer', needs, netOf(identified), active.size),
    quotient('items_per_order', needs, sum(quantities), quantities.length),
    quotient(
      'categories_per_customer',
      needs,
      categories.reduce((a, b) => a + b, 0),
      categories.length,
    ),
  ];
};

/** The three factors of the customer lifetime value, and their product, over the 12 months ending at `stop`. */
export const lifetime = (
  books: Books,
): { orderValue: Draft; ordersPerYear: Draft; span: Draft; value: Draft } => {
  const stop = books.question.period[1];
  const year = monthsBefore(stop, 12);
  const orders = ordersIn(books, year);
  const buyers = buyersIn(books, year);
  const earlier = buyersIn(books, [addMonths(stop, -24), year[0]]);
  const gone = [...earlier].filter((customer) => !buyers.has(customer));
  const first = books.orderDays[0];
  const isShort = first === undefined || first > addMonths(stop, -24);
  const orderValue = quotient('lifetime_order_value', needs, netOf(orders), orders.length);
  const ordersPerYear = quotient(
    'lifetime_orders_per_year',
    needs,
    orders.filter(isIdentified).length,
    buyers.size,
  );
  const span = {
    ...quotient('lifetime_span', needs, earlier.size, gone.length),
    undefinedWhen: isShort,
  };
  const parts = [orderValue, ordersPerYear, span];
  const value: Draft = {
    id: 'customer_lifetime_value',
    needs,
    numerator: parts.map((part) => part.numerator).reduce(multiply),
    denominator: parts.map((part) => part.denominator ?? rational(1)).reduce(multiply),
    undefinedWhen: isShort || parts.some((part) => part.denominator !== null && isZero(part.denominator)),
  };
  return { orderValue, ordersPerYear, span, value };
};

/** "What they bring", without what customers cost. */
export const bring = (books: Books): Draft[] => {
  const stop = books.question.period[1];
  const worth = [...books.history.values()]
    .map((history) => history.filter((order) => order.day < stop))
    .filter((history) => history.length > 0)
    .map(netOf);
  const { orderValue, ordersPerYear, span, value } = lifetime(books);
  return [
    ...countsAndSums(books),
    quotient('historic_value', needs, sum(worth), worth.length),
    median('historic_value_median', needs, worth),
    orderValue,
    ordersPerYear,
    span,
    value,
  ];
};
