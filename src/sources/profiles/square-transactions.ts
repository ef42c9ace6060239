import type { DeclaredProfile } from './profile.ts';

/**
 * Transactions of the Square dashboard: a row for each payment event, several where a bill was split between cards, and
 * a negative one for each refund, under the transaction's id or one of its own. What was collected holds tax, tips and
 * service charges. Most rows of a counter name nobody. Columns were 37 in 2017, 41 in 2022, 55 in 2026; older American
 * files write days as `07/18/26`.
 */
export const squareTransactions: DeclaredProfile = {
  id: 'square-transactions',
  title: 'Square, transactions',
  role: 'orders',
  recognise: { has: [['Transaction ID'], ['Total Collected'], ['Event Type'], ['Net Total']] },
  grain: 'lines',
  amountOf: 'line',
  fields: {
    order_id: ['Transaction ID'],
    customer_id: ['Customer ID'],
    ordered_at: ['Date'],
    amount: ['Total Collected'],
    status: ['Transaction Status'],
    channel: ['Source'],
  },
  refunds: 'rows',
  statuses: {
    count: ['', 'complete', 'completed'],
    ignore: ['pending', 'canceled', 'cancelled', 'voided', 'failed', 'declined'],
  },
  dates: { order: 'mdy2', time: ['Time'], zoneColumn: ['Time Zone'] },
  amountIncludes: { tax: true, shipping: null },
};
