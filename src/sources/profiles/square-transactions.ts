import type { DeclaredProfile } from './profile.ts';
import { square } from './square.ts';

/**
 * Transactions of the Square dashboard: a row for each payment event, several where a bill was split between cards, and
 * a negative one for each refund, under the transaction's id or one of its own. What was collected holds tax, tips and
 * service charges. Most rows of a counter name nobody. Columns were 37 in 2017, 41 in 2022, 55 in 2026.
 */
export const squareTransactions: DeclaredProfile = {
  id: 'square-transactions',
  title: 'Square, transactions',
  role: 'orders',
  recognise: { has: [['Transaction ID'], ['Total Collected'], ['Event Type'], ['Net Total']] },
  ...square,
  fields: {
    ...square.fields,
    amount: ['Total Collected'],
    status: ['Transaction Status'],
    channel: ['Source'],
  },
  statuses: {
    count: ['', 'complete', 'completed'],
    ignore: ['pending', 'canceled', 'cancelled', 'voided', 'failed', 'declined'],
  },
  amountIncludes: { tax: true, shipping: null },
};
