import type { DeclaredProfile } from './profile.ts';

/**
 * The balance history of Stripe: a row for each movement. A charge is its `Source` (ch_, py_); older refunds name the
 * same, newer ones themselves (re_), and then nobody can say which charge was given back. Nothing but metadata, which
 * every shop calls otherwise, says who paid. Times are UTC, unmarked; the amount is before Stripe's fee. The list of
 * payouts has the same columns and the day each arrived.
 */
export const stripeBalance: DeclaredProfile = {
  id: 'stripe-balance',
  title: 'Stripe, balance history',
  role: 'orders',
  recognise: {
    has: [['id'], ['Type'], ['Source'], ['Net'], ['Currency'], ['Created (UTC)']],
    lacks: ['Arrival Date (UTC)'],
  },
  fields: {
    order_id: ['Source'],
    ordered_at: ['Created (UTC)'],
    amount: ['Amount'],
    currency: ['Currency'],
  },
  refunds: 'rows',
  keep: {
    Type: ['charge', 'payment', 'refund', 'payment_refund', 'payment_failure_refund', 'payment_reversal'],
  },
  dates: { zone: 'UTC' },
  amountIncludes: { tax: true, shipping: true },
};
