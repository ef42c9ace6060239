import type { Question } from '../oracle/books.ts';
import { isRefundRow } from '../oracle/books.ts';
import { dayOf, dayText, type Span, within } from '../oracle/day.ts';
import type { Inquiry } from '../oracle/questions.arbitrary.ts';
import type { OrderRow, Shop, SurveyRow } from '../oracle/shop.ts';

type Rows<T> = readonly T[] | null;

const each = <T>(rows: Rows<T>, change: (row: T) => T): Rows<T> => rows?.map(change) ?? null;

/** A number that looks drawn, the same for the same two. */
const placeOf = (at: number, order: number): number => {
  const mixed = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(order + 1, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
};

/** Things in an order that a number decides. */
export const reordered = <T>(things: readonly T[], order: number): T[] =>
  things
    .map((thing, at) => ({ thing, place: placeOf(at, order) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);

/** The same rows in another order. */
export const shuffled = (shop: Shop, order: number): Shop => ({
  orders: shop.orders && reordered(shop.orders, order),
  customers: shop.customers && reordered(shop.customers, order),
  surveys: shop.surveys && reordered(shop.surveys, order),
  content: shop.content && reordered(shop.content, order),
  spend: shop.spend && reordered(shop.spend, order),
});

/** The same shop with every customer under another id and e-mail, one to one. */
export const renamed = (shop: Shop): Shop => {
  const rename = <T extends { readonly customer_id: string; readonly email: string }>(row: T): T => ({
    ...row,
    customer_id: row.customer_id.trim() === '' ? row.customer_id : `z-${row.customer_id.trim()}-9`,
    email: row.email.trim() === '' ? row.email : `other.${row.email.trim()}`,
  });
  return {
    ...shop,
    orders: each(shop.orders, rename),
    customers: each(shop.customers, (row) => ({
      ...rename(row),
      referred_by: row.referred_by.trim() === '' ? row.referred_by : `z-${row.referred_by}-9`,
    })),
    surveys: each(shop.surveys, rename),
    content: each(shop.content, rename),
  };
};

const times = (text: string, factor: number): string => {
  if (text === '') return text;
  const fraction = text.split('.')[1] ?? '';
  const units = BigInt(text.replace('.', '')) * BigInt(factor);
  const digits = String(units < 0n ? -units : units).padStart(fraction.length + 1, '0');
  const whole = digits.slice(0, digits.length - fraction.length);
  const sign = text.startsWith('-') ? '-' : '';
  return sign + (fraction === '' ? whole : `${whole}.${digits.slice(-fraction.length)}`);
};

/** The same shop with every sum of money times a whole number, as many decimals as before. */
export const scaled = (shop: Shop, factor: number): Shop => ({
  ...shop,
  orders: each(shop.orders, (row) => ({
    ...row,
    amount: times(row.amount, factor),
    refunded: times(row.refunded, factor),
  })),
  spend: each(shop.spend, (row) => ({ ...row, amount: times(row.amount, factor) })),
});

/** A text with every year in its days and periods moved. */
export const withYearsMoved = (text: string, years: number): string =>
  text.replace(/\d{4}(?=-|$)/g, (year) => String(Number(year) + years));

/** The same shop and question, all dates so many years later; leap years must fall on leap years. */
export const later = (
  { shop, question }: { readonly shop: Shop; readonly question: Inquiry },
  years: number,
): { shop: Shop; question: Inquiry } => {
  const move = (text: string) => withYearsMoved(text, years);
  const moveDay = (day: number) => dayOf(move(dayText(day)));
  const moveSpan = ([start, stop]: Span): Span => [moveDay(start), moveDay(stop)];
  const moveQuestion = <Q extends Question>(asked: Q): Q => ({
    ...asked,
    asOf: moveDay(asked.asOf),
    period: moveSpan(asked.period),
    previous: asked.previous === null ? null : moveSpan(asked.previous),
  });
  return {
    question: {
      ...moveQuestion(question),
      label: move(question.label),
      comparison: question.comparison === null ? null : moveQuestion(question.comparison),
    },
    shop: {
      orders: each(shop.orders, (row) => ({ ...row, ordered_at: move(row.ordered_at) })),
      customers: each(shop.customers, (row) => ({
        ...row,
        started_at: move(row.started_at),
        ended_at: move(row.ended_at),
        enrolled_at: move(row.enrolled_at),
      })),
      surveys: each(shop.surveys, (row) => ({ ...row, answered_at: move(row.answered_at) })),
      content: each(shop.content, (row) => ({ ...row, occurred_at: move(row.occurred_at) })),
      spend: each(shop.spend, (row) => ({ ...row, spent_on: move(row.spent_on) })),
    },
  };
};

/** Promoters become detractors and detractors promoters. */
export const opposed = (shop: Shop): Shop => {
  const oppose = (score: string): string => {
    if (score === '' || score === '7' || score === '8') return score;
    return Number(score) >= 9 ? '3' : '10';
  };
  return { ...shop, surveys: each(shop.surveys, (row) => ({ ...row, score: oppose(row.score) })) };
};

/** More answers of someone new, on the last day of the period that as-of lets in; null where it lets in none. */
export const withAnswers = (shop: Shop, question: Inquiry, scores: readonly string[]): Shop | null => {
  const day = Math.min(question.period[1] - 1, question.asOf);
  if (shop.surveys === null || !within(day, question.period)) return null;
  const answers = scores.map(
    (score, at): SurveyRow => ({
      response_id: `added ${at + 1}`,
      customer_id: 'someone new',
      email: '',
      answered_at: dayText(day),
      score,
      satisfaction: '',
      effort: '',
    }),
  );
  return { ...shop, surveys: [...shop.surveys, ...answers] };
};

const halves = (text: string): [string, string] => {
  const fraction = text.split('.')[1] ?? '';
  const units = BigInt(text.replace('.', ''));
  const written = (part: bigint): string => {
    const digits = String(part).padStart(fraction.length + 1, '0');
    const whole = digits.slice(0, digits.length - fraction.length);
    return fraction === '' ? whole : `${whole}.${digits.slice(-fraction.length)}`;
  };
  return [written(units / 3n), written(units - units / 3n)];
};

const linesOf = (row: OrderRow, at: number): (OrderRow & { readonly sku: string })[] => {
  const sku = `sku ${at}`;
  if (isRefundRow(row)) {
    const named = row.refund_of === '' && row.order_id.startsWith('o') ? row.order_id : row.refund_of;
    return [{ ...row, order_id: `refund ${at}`, refund_of: named, sku }];
  }
  if (at % 3 === 0) return [{ ...row, sku }];
  const [first, second] = halves(row.amount);
  const one = { ...row, amount: first, sku, quantity: row.quantity === '' ? '' : '1' };
  const rest = Number(row.quantity) - 1;
  const other = { ...row, amount: second, sku: `${sku} b`, quantity: rest > 0 ? String(rest) : '' };
  return [one, { ...other, refunded: '' }];
};

/** The same orders line by line: an order is one line or two, copies are left out, refunds name their order. */
export const inLines = (shop: Shop): Shop => {
  const seen = new Map((shop.orders ?? []).map((row) => [JSON.stringify(row), row]));
  return { ...shop, orders: shop.orders && [...seen.values()].flatMap(linesOf) };
};
