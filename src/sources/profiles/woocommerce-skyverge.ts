import type { DeclaredProfile } from './profile.ts';
import { woocommerceStatuses } from './woocommerce-statuses.ts';

/**
 * Customer/Order/Coupon Export for WooCommerce (SkyVerge): the default format, a row for each order or for each item
 * with the order's values repeated, and the one for import (`id`, `created_at`, `total`, …). `order_number` is blank
 * without a plugin for sequential numbers, so that the id is the key. Customer 0 is a guest, known by the billing
 * address. Columns: includes/class-wc-customer-order-csv-export-formats.php of version 5.5.0 in
 * github.com/lafranceinsoumise/woocommerce-customer-order-csv-export; refunds are one sum to date.
 */
export const woocommerceSkyverge: DeclaredProfile = {
  id: 'woocommerce-skyverge',
  title: 'WooCommerce, Customer/Order/Coupon Export (SkyVerge)',
  role: 'orders',
  recognise: {
    has: [
      ['order_number', 'order_number_formatted'],
      ['order_total', 'total'],
      ['refunded_total', 'total_refunded'],
      ['billing_email'],
      ['shipping_total', 'total_shipping'],
      ['line_items', 'item_id', 'shipping_items', 'shipping_lines'],
    ],
  },
  grain: 'lines',
  amountOf: 'order',
  fields: {
    order_id: ['order_id', 'id'],
    customer_id: ['customer_id', 'customer_user'],
    email: ['billing_email'],
    ordered_at: ['date', 'order_date', 'created_at'],
    amount: ['order_total', 'total'],
    refunded: ['refunded_total', 'total_refunded'],
    currency: ['order_currency', 'currency'],
    status: ['status'],
    discount: ['discount_total', 'total_discount'],
    quantity: ['item_quantity'],
  },
  refunds: 'column',
  statuses: woocommerceStatuses,
  nobody: { customer_id: ['0'] },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated'],
};
