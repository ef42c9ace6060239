import type { FactGrain } from '../../src/indicators/define.ts';
import { type Books, keyOf, monthsBefore, type Order } from '../oracle/books.ts';
import { type Day, dayOf, monthOf, type Span, within } from '../oracle/day.ts';
import { compare, decimal, type Rational, sum, zero } from '../oracle/rational.ts';
import type { SurveyRow } from '../oracle/shop.ts';
import { type Waterfall, waterfall } from '../oracle/stay.ts';
import type { Row } from './schema.ts';

const fourDecimals = ({ numerator, denominator }: Rational): string => {
  const units = (numerator * 10_000n) / denominator;
  const digits = String(units < 0n ? -units : units).padStart(5, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

const money = (orders: readonly Order[]): string => fourDecimals(sum(orders.map(({ net }) => net)));

const members = (books: Books): Row[] => {
  const points = (text: string) => (text === '' ? null : fourDecimals(decimal(text)));
  return [...books.customers.values()].map(([row]) => ({
    points_earned: points(row!.points_earned),
    points_redeemed: points(row!.points_redeemed),
  }));
};

const readMonths = (books: Books, customer: string): number => {
  const read = books.content.filter(
    (event) =>
      keyOf(event) === customer &&
      event.kind !== 'sent' &&
      within(dayOf(event.occurred_at), books.question.period),
  );
  return new Set(read.map((event) => monthOf(dayOf(event.occurred_at)))).size;
};

const cameAndWent = ({ customers, question }: Books, flow: Waterfall, customer: string): boolean => {
  const contracts = question.base === 'contract' ? (customers.get(customer) ?? []) : [];
  const isInside = (day: string) => day !== '' && within(dayOf(day), question.period);
  const isThere = flow.atStart.has(customer) || flow.atEnd.has(customer);
  return !isThere && contracts.some(({ started_at, ended_at }) => isInside(started_at) && isInside(ended_at));
};

const customers = (books: Books): Row[] => {
  const [start, stop] = books.question.period;
  const year = monthsBefore(stop, 12);
  const flow = waterfall(books);
  const known = [...books.history].filter(([, orders]) => orders[0]!.day < stop).map(([key]) => key);
  return [...new Set([...known, ...books.customers.keys()])].map((key) => {
    const history = books.history.get(key) ?? [];
    const file = books.customers.get(key) ?? [];
    const inside = (span: Span) => history.filter(({ day }) => within(day, span));
    const before = (day: Day) => history.filter((order) => order.day < day);
    const [inPeriod, toStop, inYear] = [inside([start, stop]), before(stop), inside(year)];
    return {
      at_start: flow.atStart.has(key),
      at_end: flow.atEnd.has(key),
      is_new: flow.fresh.has(key),
      is_reactivated: flow.reactivated.has(key),
      came_and_went: cameAndWent(books, flow, key),
      orders_in: inPeriod.length,
      revenue_in: money(inPeriod),
      orders_before: before(start).length,
      orders_to: toStop.length,
      revenue_to: money(toStop),
      orders_year: inYear.length,
      orders_year_before: inside(monthsBefore(year[0], 12)).length,
      categories_in: new Set(inPeriod.map(({ category }) => category).filter((name) => name !== '')).size,
      days_at_start: toStop[0] === undefined ? null : start - toStop[0].day,
      days_at_stop: toStop[0] === undefined ? null : stop - toStop[0].day,
      days_to_second: toStop[1] === undefined ? null : toStop[1].day - toStop[0]!.day,
      enrolled: file.some(({ enrolled_at }) => enrolled_at !== '' && dayOf(enrolled_at) < stop),
      referred: file.some(({ referred_by }) => referred_by !== ''),
      loyal: toStop.length >= 2 && inYear.length > 0,
      regular_reader: readMonths(books, key) === monthOf(stop - 1) - monthOf(start) + 1,
    };
  });
};

const orders = (books: Books): Row[] => {
  const { period } = books.question;
  return books.orders.map((order) => ({
    in_period: within(order.day, period),
    in_year: within(order.day, monthsBefore(period[1], 12)),
    amount: fourDecimals(order.net),
    refunded: fourDecimals(order.refunded),
    has_refund: compare(order.refunded, zero) > 0,
    quantity: order.quantity === null ? null : fourDecimals(order.quantity),
    guest: order.customer === null,
  }));
};

const gaps = (books: Books): Row[] =>
  [...books.history.values()].flatMap((history) =>
    history
      .slice(1)
      .map((order, at) => ({ order, days: order.day - history[at]!.day }))
      .filter(({ order }) => within(order.day, books.question.period))
      .map(({ days }) => ({ days })),
  );

const answers = (books: Books): Row[] => {
  const isAnswered = (row: SurveyRow) => row.score !== '' || row.satisfaction !== '' || row.effort !== '';
  const dated = books.surveys.filter((row) => within(dayOf(row.answered_at), books.question.period));
  const isSuperseded = (row: SurveyRow) =>
    keyOf(row) !== null &&
    dated.some(
      (other) => isAnswered(other) && keyOf(other) === keyOf(row) && other.answered_at > row.answered_at,
    );
  const whole = (text: string, row: SurveyRow) => (text === '' || isSuperseded(row) ? null : Number(text));
  return dated.map((row) => ({
    score: whole(row.score, row),
    satisfaction: whole(row.satisfaction, row),
    effort: whole(row.effort, row),
    answered: isAnswered(row),
    invitations_known: books.surveys.some((any) => !isAnswered(any)),
  }));
};

const departures = (books: Books): Row[] =>
  [...books.customers.values()]
    .flat()
    .filter(({ ended_at, end_reason }) => ended_at !== '' && end_reason !== '')
    .filter(({ ended_at }) => within(dayOf(ended_at), books.question.period))
    .map(({ end_reason }) => ({ reason: end_reason }));

/** The relations of a shop in one period, row by row by plain loops: what the aggregates of the figures run over. */
export const relationsOf = (books: Books): Readonly<Record<FactGrain, readonly Row[]>> => ({
  customer: customers(books),
  member: members(books),
  order: orders(books),
  past: books.orders
    .filter(({ day }) => day < books.question.period[1])
    .map(({ customer, net, refunded }) => ({
      ...{ customer, amount: fourDecimals(net), refunded: fourDecimals(refunded) },
    })),
  gap: gaps(books),
  refund: books.unlinkedRefunds
    .filter(({ day }) => within(day, books.question.period))
    .map(({ amount }) => ({ amount: fourDecimals(amount) })),
  answer: answers(books),
  departure: departures(books),
  spend: books.spend
    .filter(({ spent_on }) => within(dayOf(spent_on), books.question.period))
    .map(({ kind, amount }) => ({ kind, amount: fourDecimals(decimal(amount)) })),
});
