import type { DeclaredProfile } from './profile.ts';

/**
 * Sold order items of Etsy, a row for each article. `Item Total` is price times quantity, before coupons, shipping and
 * sales tax, which stand beside it. `Buyer` is a user name in some files and a person's in others, so it identifies
 * nobody unless it is mapped; the orders export has an id. Nothing tells of refunds. Days are as in the orders export.
 */
export const etsyOrderItems: DeclaredProfile = {
  id: 'etsy-order-items',
  title: 'Etsy, order items',
  role: 'orders',
  recognise: { has: [['Sale Date'], ['Item Name'], ['Item Total'], ['Order ID']] },
  grain: 'lines',
  amountOf: 'line',
  fields: {
    order_id: ['Order ID'],
    ordered_at: ['Sale Date'],
    amount: ['Item Total'],
    currency: ['Currency'],
    channel: ['Order Type'],
    discount: ['Discount Amount'],
    quantity: ['Quantity'],
  },
  dates: { order: 'mdy2' },
  amountIncludes: { tax: false, shipping: false },
  warnings: ['identity_by_name', 'amount_without_tax', 'refunds_unknown'],
};
