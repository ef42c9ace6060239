import type { DeclaredProfile } from './profile.ts';
import { shopifyOrders } from './shopify-orders.ts';

const { refunded, ...fields } = shopifyOrders.fields;

/**
 * Orders of the Shopify admin before sums of refunds were exported (the columns ended at `Cancelled at`), and files
 * without that column: a refund is told by the status alone, so that what was given back in part is not known. The
 * header stands in the specs of a shop's importer of 2012, github.com/thoughtbot/upcase, spec/lib/shopify_importer_spec.rb.
 */
export const shopifyOrders2012: DeclaredProfile = {
  ...shopifyOrders,
  id: 'shopify-orders-2012',
  title: 'Shopify, orders without sums of refunds',
  recognise: { has: [['Name'], ['Lineitem quantity'], ['Financial Status']], lacks: refunded },
  fields,
  refunds: 'status',
  statuses: { ...shopifyOrders.statuses, refunded: ['refunded'] },
  warnings: ['refunds_by_status', 'refunds_undated', 'partial_refunds_unknown'],
};
