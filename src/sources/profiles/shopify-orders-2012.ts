import type { DeclaredProfile } from './profile.ts';

/**
 * Orders of the Shopify admin before sums of refunds were exported (the columns ended at `Cancelled at`), and files
 * without that column: a refund is told by the status alone, so that what was given back in part is not known. The
 * header stands in the specs of a shop's importer of 2012, github.com/thoughtbot/upcase, spec/lib/shopify_importer_spec.rb.
 */
export const shopifyOrders2012: DeclaredProfile = {
  id: 'shopify-orders-2012',
  title: 'Shopify, orders without sums of refunds',
  role: 'orders',
  recognise: { has: [['Name'], ['Lineitem quantity'], ['Financial Status']], lacks: ['Refunded Amount'] },
  grain: 'lines',
  amountOf: 'order',
  idCarried: true,
  fields: {
    order_id: ['Name'],
    email: ['Email'],
    ordered_at: ['Created at'],
    amount: ['Total'],
    currency: ['Currency'],
    status: ['Financial Status'],
    channel: ['Source'],
    discount: ['Discount Amount'],
    quantity: ['Lineitem quantity'],
  },
  refunds: 'status',
  statuses: {
    count: ['', 'paid', 'partially_paid', 'partially_refunded', 'refunded'],
    ignore: ['authorized', 'pending', 'voided', 'expired'],
    refunded: ['refunded'],
  },
  ignore: { 'Cancelled at': ['*'] },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_by_status', 'refunds_undated', 'partial_refunds_unknown'],
};
