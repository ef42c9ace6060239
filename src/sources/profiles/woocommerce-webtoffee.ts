import { orders } from '../fields/orders.ts';
import { plainNames } from './plain-names.ts';
import type { DeclaredProfile } from './profile.ts';
import { woocommerceStatuses } from './woocommerce-statuses.ts';

/**
 * Order Export & Order Import for WooCommerce (WebToffee): a row for each order, or for each item with the order's
 * values repeated. Customer 0 is a guest, known by the billing address, since `customer_email` is that of an account.
 * Refunds are packed into one cell of text, so that only the status tells them. The vendor's page shows dates as
 * 9/6/2016 6:29:00, month first; the plugin writes 2016-09-06 06:29:00 since. Columns:
 * admin/modules/order/data/data-order-post-columns.php and ../export/export.php of version 2.3.0 in
 * github.com/christiancannata/agrispesa.
 */
export const woocommerceWebtoffee: DeclaredProfile = {
  id: 'woocommerce-webtoffee',
  title: 'WooCommerce, Order Export & Order Import (WebToffee)',
  role: 'orders',
  recognise: {
    has: [
      ['order_id'],
      ['order_date'],
      ['order_total'],
      ['billing_email'],
      ['customer_user', 'customer_email'],
      ['order_number'],
      ['shipping_total', 'paid_date', 'cart_discount', 'wt_import_key'],
      ['line_item_1', 'item_name', 'shipping_items', 'payment_method_title'],
    ],
    lacks: ['refunded_total', ...plainNames(orders, 'refunded')],
  },
  grain: 'lines',
  amountOf: 'order',
  fields: {
    order_id: ['order_id'],
    customer_id: ['customer_id', 'customer_user'],
    email: ['billing_email'],
    ordered_at: ['order_date'],
    amount: ['order_total'],
    currency: ['order_currency'],
    status: ['status'],
    discount: ['discount_total'],
    quantity: ['item_quantity'],
  },
  refunds: 'status',
  statuses: { ...woocommerceStatuses, refunded: ['refunded'] },
  nobody: { customer_id: ['0'] },
  dates: { order: 'mdy' },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_by_status', 'refunds_undated', 'partial_refunds_unknown'],
};
