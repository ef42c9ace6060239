import { keyOf } from '../oracle/books.ts';
import { dayOf, dayText, type Span, within } from '../oracle/day.ts';
import type { Inquiry } from '../oracle/questions.arbitrary.ts';
import type { Shop, SurveyRow } from '../oracle/shop.ts';
import type { Trial } from './trials.ts';

type Rows<T> = readonly T[] | null;

const each = <T>(rows: Rows<T>, change: (row: T) => T): Rows<T> => rows?.map(change) ?? null;

/** The rows in the order of drawn places; those that share a `together` text keep their order among themselves. */
const reordered = <T>(rows: Rows<T>, places: readonly number[], together: (row: T, at: number) => string) => {
  if (rows === null) return null;
  const placeOf = new Map<string, number>();
  rows.forEach((row, at) => {
    const text = together(row, at);
    if (!placeOf.has(text)) placeOf.set(text, places[at % places.length] ?? 0);
  });
  return rows
    .map((row, at) => ({ row, place: placeOf.get(together(row, at)) ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ row }) => row);
};

/** The same rows in another order; answers of one person on one day stay in theirs, since the later line counts. */
export const shuffled = (shop: Shop, places: readonly number[]): Shop => {
  const alone = (_: unknown, at: number) => String(at);
  return {
    orders: reordered(shop.orders, places, alone),
    customers: reordered(shop.customers, places, alone),
    surveys: reordered(shop.surveys, places, (row) => `${keyOf(row)} ${row.answered_at}`),
    content: reordered(shop.content, places, alone),
    spend: reordered(shop.spend, places, alone),
  };
};

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
export const later = ({ shop, question }: Trial, years: number): Trial => {
  const move = (text: string) => withYearsMoved(text, years);
  const moveDay = (day: number) => dayOf(move(dayText(day)));
  const moveSpan = ([start, stop]: Span): Span => [moveDay(start), moveDay(stop)];
  const moved: Inquiry = {
    ...question,
    label: move(question.label),
    asOf: moveDay(question.asOf),
    period: moveSpan(question.period),
    previous: question.previous === null ? null : moveSpan(question.previous),
  };
  return {
    question: moved,
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

/** More answers of someone new, on the last day of the period that as-of lets in. */
export const withAnswers = ({ shop, question }: Trial, scores: readonly string[]): Trial => {
  const day = Math.min(question.period[1] - 1, question.asOf);
  if (!within(day, question.period)) throw new RangeError('as-of lies before the period');
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
  return { question, shop: { ...shop, surveys: [...(shop.surveys ?? []), ...answers] } };
};
