import type { DeclaredProfile } from './profile.ts';
import { stripeStatuses } from './stripe-statuses.ts';

/**
 * Payments of the Stripe dashboard as they were exported before the unified list: `Created (UTC)` to the minute, one
 * row for each charge, tried or made. Files saved again by a spreadsheet write the day first.
 */
export const stripeCharges: DeclaredProfile = {
  id: 'stripe-charges',
  title: 'Stripe, charges (older payments export)',
  role: 'orders',
  recognise: { has: [['id'], ['Created (UTC)'], ['Amount'], ['Amount Refunded'], ['Currency'], ['Status']] },
  fields: {
    order_id: ['id'],
    customer_id: ['Customer ID'],
    email: ['Customer Email'],
    ordered_at: ['Created (UTC)'],
    amount: ['Amount'],
    refunded: ['Amount Refunded'],
    currency: ['Currency'],
    status: ['Status'],
  },
  refunds: 'column',
  statuses: stripeStatuses,
  ignore: { Captured: ['false'], Mode: ['Test'] },
  dates: { zone: 'UTC' },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated'],
};
