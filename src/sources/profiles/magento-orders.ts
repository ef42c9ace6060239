import type { DeclaredProfile } from './profile.ts';

/**
 * The orders grid of Magento 2 and Adobe Commerce, all columns, a row for each order. The grid holds no customer id, so
 * an account and a guest of one address are one customer. The date is turned into the zone of the store, unmarked, as
 * `Mar 31, 2021 14:05:09 PM`; changed grids write it raw. The base total is in one currency for the whole shop, while
 * the refunded total is in that of the order: https://github.com/magento/magento2, app/code/Magento/Sales/etc/di.xml.
 */
export const magentoOrders: DeclaredProfile = {
  id: 'magento-orders',
  title: 'Magento, Adobe Commerce, orders',
  role: 'orders',
  recognise: { has: [['Purchase Date'], ['Grand Total (Base)'], ['Grand Total (Purchased)'], ['Status']] },
  fields: {
    order_id: ['ID'],
    email: ['Customer Email'],
    ordered_at: ['Purchase Date'],
    amount: ['Grand Total (Base)'],
    refunded: ['Total Refunded'],
    status: ['Status'],
    channel: ['Purchase Point'],
  },
  refunds: 'column',
  statuses: {
    count: ['complete', 'processing', 'closed'],
    ignore: [
      'pending',
      'pending_payment',
      'pending_paypal',
      'payment_review',
      'on_hold',
      'suspected_fraud',
      'canceled',
      'paypal_reversed',
      'paypal_canceled_reversal',
    ],
  },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated', 'local_times'],
};
