import type { DeclaredProfile } from './profile.ts';

/**
 * What the exports of the Square dashboard have in common: a transaction over several rows, negative ones for what was
 * given back, and a day whose time and zone stand beside it. Older American files write it as `07/18/26`.
 */
export const square = {
  grain: 'lines',
  amountOf: 'line',
  fields: {
    order_id: ['Transaction ID'],
    customer_id: ['Customer ID'],
    ordered_at: ['Date'],
  },
  refunds: 'rows',
  dates: { order: 'mdy2', time: ['Time'], zoneColumn: ['Time Zone'] },
} satisfies Partial<DeclaredProfile>;
