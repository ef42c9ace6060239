import type { DeclaredProfile } from './profile.ts';
import { square } from './square.ts';

/**
 * Items of the Square dashboard: a row for each article of a transaction, of a refund with a negative quantity and
 * amount. Net sales are after discounts and before tax and tip. Columns were 24 in 2017, 29 to 33 since, 35 in 2026.
 */
export const squareItems: DeclaredProfile = {
  id: 'square-items',
  title: 'Square, items',
  role: 'orders',
  recognise: { has: [['Transaction ID'], ['Qty'], ['Price Point Name'], ['Net Sales']] },
  ...square,
  fields: {
    ...square.fields,
    amount: ['Net Sales'],
    channel: ['Channel'],
    quantity: ['Qty'],
    category: ['Category'],
  },
  amountIncludes: { tax: false, shipping: null },
  warnings: ['amount_without_tax'],
};
