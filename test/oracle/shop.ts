/** One row of the orders export. Days are `YYYY-MM-DD` (those of answers may go on with a time), money plain decimals with up to 4 decimals, '' is blank. */
export interface OrderRow {
  readonly order_id: string;
  readonly customer_id: string;
  readonly email: string;
  readonly ordered_at: string;
  /** Negative on refund rows of some exports. */
  readonly amount: string;
  readonly refunded: string;
  readonly refund_of: string;
  readonly status: string;
  readonly channel: string;
  readonly discount: string;
  readonly quantity: string;
  readonly category: string;
}

/** One contract of a customer; the rows of one customer differ in started_at, ended_at and end_reason alone. */
export interface CustomerRow {
  readonly customer_id: string;
  readonly email: string;
  readonly country: string;
  readonly started_at: string;
  /** The first day without contract. */
  readonly ended_at: string;
  readonly end_reason: string;
  readonly enrolled_at: string;
  readonly points_earned: string;
  readonly points_redeemed: string;
  readonly referred_by: string;
}

/** One invitation to a survey; score, satisfaction and effort are blank while it is unanswered, some of them where it was answered in part. */
export interface SurveyRow {
  readonly response_id: string;
  readonly customer_id: string;
  readonly email: string;
  readonly answered_at: string;
  readonly score: string;
  readonly satisfaction: string;
  readonly effort: string;
}

/** One thing a customer was sent or read. */
export interface ContentRow {
  readonly customer_id: string;
  readonly email: string;
  readonly occurred_at: string;
  readonly kind: string;
}

/** Money spent on winning customers (`acquisition`) or keeping them (`retention`). */
export interface SpendRow {
  readonly spent_on: string;
  readonly kind: string;
  readonly amount: string;
}

/** The exports of a shop; null where one was not given. */
export interface Shop {
  readonly orders: readonly OrderRow[] | null;
  readonly customers: readonly CustomerRow[] | null;
  readonly surveys: readonly SurveyRow[] | null;
  readonly content: readonly ContentRow[] | null;
  readonly spend: readonly SpendRow[] | null;
}

/** The kinds of export. */
export type ShopRole = keyof Shop;

/** The header of each export, in the order it is written. */
export const columns = {
  orders: [
    'order_id',
    'customer_id',
    'email',
    'ordered_at',
    'amount',
    'refunded',
    'refund_of',
    'status',
    'channel',
    'discount',
    'quantity',
    'category',
  ],
  customers: [
    'customer_id',
    'email',
    'country',
    'started_at',
    'ended_at',
    'end_reason',
    'enrolled_at',
    'points_earned',
    'points_redeemed',
    'referred_by',
  ],
  surveys: ['response_id', 'customer_id', 'email', 'answered_at', 'score', 'satisfaction', 'effort'],
  content: ['customer_id', 'email', 'occurred_at', 'kind'],
  spend: ['spent_on', 'kind', 'amount'],
} as const satisfies { [R in ShopRole]: readonly (keyof NonNullable<Shop[R]>[number])[] };

/** All kinds of export. */
export const roles = Object.keys(columns) as ShopRole[];
