import { openBooks } from '../oracle/books.ts';
import { dayOf, dayText } from '../oracle/day.ts';
import { roles, type ShopRole } from '../oracle/shop.ts';
import type { Account, Answer } from './answer.ts';
import { withMoneyTimes } from './money.ts';
import { withAnswersGiven, withSidesChanged } from './net-score.ts';
import { type Telling, type Way, ways } from './telling.ts';
import {
  inLines,
  later,
  opposed,
  renamed,
  reordered,
  scaled,
  shuffled,
  withAnswers,
  withYearsMoved,
} from './transformations.ts';
import type { Draw } from './trials.ts';

/** Another way to put a question to a shop, and what becomes of the answer. */
export interface Change {
  readonly law: string;
  /** Null where the telling gives it no case. */
  readonly apply: (told: Telling, draw: Draw) => Telling | null;
  /** The answer to the changed telling, from the answer to `told`; the same where it is not given. */
  readonly moves?: (answer: Answer, draw: Draw, told: Telling) => Answer;
}

const withMore = (answer: Answer, role: ShopRole, more: Partial<Account>): Answer => {
  const account = answer.accounts[role];
  if (account === undefined) return answer;
  const sums = Object.entries(account).map(([key, value]) => [
    key,
    value + (more[key as keyof Account] ?? 0),
  ]);
  return { ...answer, accounts: { ...answer.accounts, [role]: Object.fromEntries(sums) } };
};

const countable = ({ shop, question }: Telling) =>
  (shop.orders ?? []).filter(
    (row) =>
      row.status === 'paid' &&
      row.refund_of === '' &&
      !row.amount.startsWith('-') &&
      dayOf(row.ordered_at) <= question.asOf,
  );

/** What may be said of a shop besides, or with other names, sums and dates. */
const ofTheShop: readonly Change[] = [
  {
    law: 'the names of the customers do not matter',
    apply: (told) => ({ ...told, shop: renamed(told.shop) }),
  },
  {
    law: 'amounts times k are sums and means of money times k, and leave counts and rates',
    apply: (told, { factor }) => ({ ...told, shop: scaled(told.shop, factor) }),
    moves: (answer, { factor }) => withMoneyTimes(answer, factor),
  },
  {
    law: 'promoters and detractors changing places turn the score around',
    apply: (told) => (told.shop.surveys === null ? null : { ...told, shop: opposed(told.shop) }),
    moves: withSidesChanged,
  },
  {
    law: 'of two answers of one person on one day the later one counts, as one more answer',
    apply: (told, { answers }) => {
      const shop = withAnswers(told.shop, told.question, answers);
      return shop && { ...told, shop };
    },
    moves: (answer, { answers }, { shop, question }) =>
      withAnswersGiven(
        withMore(answer, 'surveys', { records: 2, accepted: 2 }),
        shop,
        question.asOf,
        answers,
      ),
  },
  {
    law: 'an exact repeat of an order is one more duplicate and nothing else',
    apply: (told, { repeated }) => {
      const rows = countable(told);
      const row = rows[repeated % Math.max(1, rows.length)];
      return row === undefined
        ? null
        : { ...told, shop: { ...told.shop, orders: [...(told.shop.orders ?? []), row] } };
    },
    moves: (answer) => withMore(answer, 'orders', { records: 1, duplicates: 1 }),
  },
  {
    // Dated on the last day of the data, so that neither their end nor the status of the period moves.
    law: 'an order after the period moves nothing',
    apply: (told, { factor }) => {
      const { shop, question } = told;
      const [model] = countable(told);
      const last = openBooks(shop, question).orderDays.at(-1);
      if (model === undefined || last === undefined || last < question.period[1]) return null;
      const extra = { ...model, order_id: 'o501', amount: `${factor}7.70`, ordered_at: dayText(last) };
      return { ...told, shop: { ...shop, orders: [...(shop.orders ?? []), extra] } };
    },
    moves: (answer) => withMore(answer, 'orders', { records: 1, accepted: 1 }),
  },
  {
    law: 'what happens after as-of moves nothing',
    apply: (told) => {
      const { shop, question } = told;
      const [order, event, reply] = [shop.orders?.[0], shop.content?.[0], shop.surveys?.[0]];
      if (order === undefined || event === undefined || reply === undefined || shop.spend === null)
        return null;
      const tomorrow = dayText(question.asOf + 1);
      const more = {
        orders: { ...order, order_id: 'o500', refund_of: '', status: 'paid', ordered_at: tomorrow },
        surveys: { ...reply, response_id: 'a500', score: '0', answered_at: tomorrow },
        content: { ...event, occurred_at: tomorrow },
        spend: { spent_on: tomorrow, kind: 'acquisition', amount: '1000.00' },
      };
      return {
        ...told,
        shop: {
          ...shop,
          orders: [...(shop.orders ?? []), more.orders],
          surveys: [...(shop.surveys ?? []), more.surveys],
          content: [...(shop.content ?? []), more.content],
          spend: [...shop.spend, more.spend],
        },
      };
    },
    moves: (answer) =>
      (['orders', 'surveys', 'content', 'spend'] as const).reduce(
        (sum, role) => withMore(sum, role, { records: 1, outsideWindow: 1 }),
        answer,
      ),
  },
  {
    // The Gregorian calendar repeats, weekdays and leap years, every 28 years between 1901 and 2099.
    law: 'all dates 28 years later give the same figures',
    apply: (told) => ({ ...told, ...later(told, 28) }),
    moves: (answer) => {
      const move = (day: string | null) => (day === null ? null : withYearsMoved(day, 28));
      const { start, stop, dataThrough } = answer;
      return { ...answer, start: move(start), stop: move(stop), dataThrough: move(dataThrough) };
    },
  },
];

const inWay = (law: string, way: Way): Change => ({
  law,
  apply: (told, { turn }) => {
    const role = roles[(ways.indexOf(way) + turn) % roles.length]!;
    if ((told.shop[role] ?? []).length === 0) return null;
    return { ...told, written: { ...told.written, [role]: way } };
  },
});

/** How the same files may be written. */
const ofTheFiles: readonly Change[] = [
  {
    law: 'the order of the rows does not matter',
    apply: (told, { order }) => ({ ...told, shop: shuffled(told.shop, order) }),
  },
  {
    law: 'the order of the columns does not matter',
    apply: (told, { order }) => ({ ...told, header: (names) => reordered(names, order) }),
  },
  {
    law: 'orders in several files are the orders in one',
    apply: (told, { pieces }) =>
      (told.shop.orders ?? []).length < 2 ? null : { ...told, orderFiles: pieces },
  },
  inWay('quotes around every field do not matter', 'quoted'),
  inWay('line ends of Windows do not matter', 'windows'),
  inWay('JSON lines say what CSV says', 'ndjson'),
  inWay('a JSON array says what CSV says', 'json'),
  inWay('compressed files say what plain ones say', 'gzip'),
  {
    law: 'what a row of the orders is, and where the decimals begin, is found without flags',
    apply: (told) => ({ ...told, declared: false }),
  },
];

/** The changes that can be made at once, in this order. */
export const changes: readonly Change[] = [...ofTheShop, ...ofTheFiles];

/** Orders told line by line, as a file of articles does; that it does is found without a flag. */
export const toldInLines: Change = {
  law: 'orders told in lines are the orders told one a row',
  apply: (told) => ({ ...told, shop: inLines(told.shop), orderColumns: ['sku'], declared: false }),
  moves: (answer) => {
    const { orders: _, ...accounts } = answer.accounts;
    return { ...answer, accounts };
  },
};
