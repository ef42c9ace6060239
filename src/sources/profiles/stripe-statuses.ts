/**
 * What Stripe writes as the status of a payment: the words of its lists, and those of its API where a payment was never
 * tried to the end. A disputed payment was made; a dispute that is lost is not among the refunds of the export.
 */
export const stripeStatuses = {
  count: [
    'paid',
    'succeeded',
    'refunded',
    'partially_refunded',
    'partial_refund',
    'disputed',
    'dispute_needs_response',
    'dispute_under_review',
    'dispute_won',
    'dispute_lost',
    'needs_response',
    'under_review',
    'won',
    'lost',
  ],
  ignore: [
    'failed',
    'blocked',
    'canceled',
    'cancelled',
    'pending',
    'processing',
    'uncaptured',
    'incomplete',
    'expired',
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'requires_capture',
  ],
};
