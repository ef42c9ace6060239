import type { DeclaredProfile } from './profile.ts';
import { stripePayments } from './stripe-payments.ts';
import { stripeStatuses } from './stripe-statuses.ts';

/**
 * Payments of the Stripe dashboard as they were exported before the unified list: `Created (UTC)` to the minute, one
 * row for each charge, tried or made. Files saved again by a spreadsheet write the day first.
 */
export const stripeCharges: DeclaredProfile = {
  ...stripePayments,
  id: 'stripe-charges',
  title: 'Stripe, charges (older payments export)',
  recognise: { has: [['id'], ['Created (UTC)'], ['Amount'], ['Amount Refunded'], ['Currency'], ['Status']] },
  fields: { ...stripePayments.fields, ordered_at: ['Created (UTC)'] },
  statuses: stripeStatuses,
};
