import type { DeclaredProfile } from './profile.ts';

/**
 * Orders of BigCommerce by an export template of its own: a row for each order, its products packed into one cell. The
 * template chooses the columns and the notation of the date, which is local to the store. Customer 0 is a guest, known
 * by the billing address. Where a template leaves out the sums of refunds, the status tells those of whole orders.
 */
export const bigcommerceOrders: DeclaredProfile = {
  id: 'bigcommerce-orders',
  title: 'BigCommerce, orders',
  role: 'orders',
  recognise: { has: [['Order ID'], ['Order Total (inc tax)'], ['Order Date'], ['Order Status']] },
  fields: {
    order_id: ['Order ID'],
    customer_id: ['Customer ID'],
    email: ['Billing Email', 'Customer Email'],
    ordered_at: ['Order Date'],
    amount: ['Order Total (inc tax)'],
    refunded: ['Refund Amount'],
    currency: ['Order Currency Code'],
    status: ['Order Status'],
    channel: ['Channel Name', 'Order Source'],
    quantity: ['Total Quantity'],
  },
  refunds: 'column',
  statuses: {
    count: [
      'awaiting_fulfillment',
      'awaiting_shipment',
      'awaiting_pickup',
      'partially_shipped',
      'shipped',
      'completed',
      'refunded',
      'partially_refunded',
      'disputed',
    ],
    ignore: [
      'incomplete',
      'pending',
      'awaiting_payment',
      'cancelled',
      'canceled',
      'declined',
      'manual_verification_required',
    ],
    refunded: ['refunded'],
  },
  nobody: { customer_id: ['0'] },
  dates: { time: ['Order Time'] },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated', 'local_times'],
};
