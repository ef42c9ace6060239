import type { Question } from './books.ts';
import { dayOf } from './day.ts';
import { compute } from './oracle.ts';
import { toNumber } from './rational.ts';
import type { ContentRow, CustomerRow, OrderRow, Shop, SpendRow, SurveyRow } from './shop.ts';

/** An order of one item of tea, paid, unless told otherwise. */
export const order = (
  order_id: string,
  customer_id: string,
  ordered_at: string,
  amount: string,
  more: Partial<OrderRow> = {},
): OrderRow => ({
  order_id,
  customer_id,
  email: '',
  ordered_at,
  amount,
  refunded: '',
  refund_of: '',
  status: '',
  channel: '',
  discount: '',
  quantity: '1',
  category: 'tea',
  ...more,
});

/** A customer of whom nothing is known but the country, unless told otherwise. */
export const customer = (customer_id: string, more: Partial<CustomerRow> = {}): CustomerRow => ({
  customer_id,
  email: '',
  country: 'FR',
  started_at: '',
  ended_at: '',
  end_reason: '',
  enrolled_at: '',
  points_earned: '',
  points_redeemed: '',
  referred_by: '',
  ...more,
});

/** An answer with score, satisfaction and effort, as many as are given. */
export const reply = (
  response_id: string,
  customer_id: string,
  answered_at: string,
  [score = '', satisfaction = '', effort = '']: readonly string[],
): SurveyRow => ({ response_id, customer_id, email: '', answered_at, score, satisfaction, effort });

/** One event of the content export. */
export const read = (customer_id: string, occurred_at: string, kind: string): ContentRow => ({
  customer_id,
  email: '',
  occurred_at,
  kind,
});

/** One line of the spend file. */
export const spend = (spent_on: string, kind: string, amount: string): SpendRow => ({
  spent_on,
  kind,
  amount,
});

/** The days `[start, stop)` from their texts. */
export const days = (start: string, stop: string) => [dayOf(start), dayOf(stop)] as const;

/** 2024-Q1 against the quarter before, asked long after. */
export const firstQuarter: Question = {
  period: days('2024-01-01', '2024-04-01'),
  previous: days('2023-10-01', '2024-01-01'),
  base: 'previous',
  asOf: dayOf('2024-06-30'),
};

/** The answers about a shop, and `short(id)`: numerator/denominator (or the count or sum) and any status but ok. */
export const figuresOf = (shop: Shop, question: Question) => {
  const answers = compute(shop, question);
  const short = (id: string): string => {
    const answer = answers.get(id);
    if (answer === undefined) return 'no such figure';
    if (answer.value === null || answer.numerator === null) return answer.status;
    const text = (value: { numerator: bigint; denominator: bigint }) =>
      value.denominator === 1n ? `${value.numerator}` : `${toNumber(value)}`;
    const of = answer.denominator === null ? '' : `/${text(answer.denominator)}`;
    return `${text(answer.numerator)}${of}${answer.status === 'ok' ? '' : ` ${answer.status}`}`;
  };
  return { answers, short };
};
