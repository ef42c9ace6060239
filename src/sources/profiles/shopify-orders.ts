import type { DeclaredProfile } from './profile.ts';

/**
 * Orders of the Shopify admin: a row for each line item, the order's own values on its first row alone. Later rows
 * repeat the name, mostly the e-mail and the day, in some files nothing. There is no customer id; refunds are one sum
 * to date, the day of which is not told. Columns come and go with the years; the names are English everywhere.
 */
export const shopifyOrders = {
  id: 'shopify-orders',
  title: 'Shopify, orders',
  role: 'orders',
  recognise: { has: [['Name'], ['Lineitem quantity'], ['Financial Status'], ['Refunded Amount']] },
  grain: 'lines',
  amountOf: 'order',
  idCarried: true,
  fields: {
    order_id: ['Name'],
    email: ['Email'],
    ordered_at: ['Created at'],
    amount: ['Total'],
    refunded: ['Refunded Amount'],
    currency: ['Currency'],
    status: ['Financial Status'],
    channel: ['Source'],
    discount: ['Discount Amount'],
    quantity: ['Lineitem quantity'],
  },
  refunds: 'column',
  statuses: {
    count: ['', 'paid', 'partially_paid', 'partially_refunded', 'refunded'],
    ignore: ['authorized', 'pending', 'voided', 'expired'],
  },
  ignore: { 'Cancelled at': ['*'] },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated'],
} satisfies DeclaredProfile;
