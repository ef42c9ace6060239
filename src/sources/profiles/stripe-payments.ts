import type { DeclaredProfile } from './profile.ts';
import { stripeStatuses } from './stripe-statuses.ts';

/**
 * Payments of the Stripe dashboard (unified_payments.csv), with its default columns, all of them, or some. Failed
 * attempts are among the rows, and those of the test mode may be. Times are UTC, unmarked; a dashboard in a language
 * with a decimal comma writes `"399,00"`. A payer without a customer in Stripe has an e-mail address at best. The
 * columns are chosen: where sums of refunds are not among them, the status still tells the payments given back whole.
 */
export const stripePayments: DeclaredProfile = {
  id: 'stripe-payments',
  title: 'Stripe, payments',
  role: 'orders',
  recognise: { has: [['id'], ['Created date (UTC)'], ['Amount'], ['Currency'], ['Status']] },
  fields: {
    order_id: ['id'],
    customer_id: ['Customer ID'],
    email: ['Customer Email'],
    ordered_at: ['Created date (UTC)'],
    amount: ['Amount'],
    refunded: ['Amount Refunded'],
    currency: ['Currency'],
    status: ['Status'],
  },
  refunds: 'column',
  statuses: { ...stripeStatuses, refunded: ['refunded'] },
  ignore: { Captured: ['false'], Mode: ['Test'] },
  dates: { zone: 'UTC' },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated'],
};
