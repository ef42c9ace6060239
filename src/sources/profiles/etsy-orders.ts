import type { DeclaredProfile } from './profile.ts';

/**
 * Sold orders of Etsy, a row for each order. The total is with shipping and sales tax. Days are month first with a year
 * of two digits. The adjusted total of an order given back in part cannot be told from the 0.00 of one never adjusted;
 * the status, often empty, tells of whole refunds alone. Header: https://github.com/YitongM/Etsy2ParcelMonkeyCSV, which
 * has the British one (`Date Posted`, `Delivery`); the American one has `Date Shipped` and `Shipping`.
 */
export const etsyOrders: DeclaredProfile = {
  id: 'etsy-orders',
  title: 'Etsy, orders',
  role: 'orders',
  recognise: { has: [['Sale Date'], ['Order ID'], ['Buyer User ID'], ['Order Total']] },
  fields: {
    order_id: ['Order ID'],
    customer_id: ['Buyer User ID'],
    ordered_at: ['Sale Date'],
    amount: ['Order Total'],
    currency: ['Currency'],
    status: ['Status'],
    channel: ['Order Type'],
    discount: ['Discount Amount'],
    quantity: ['Number of Items'],
  },
  refunds: 'status',
  statuses: {
    count: ['', 'paid', 'completed', 'shipped', 'refunded', 'fully_refunded', 'partially_refunded'],
    ignore: ['canceled', 'cancelled', 'unpaid', 'payment_processing'],
    refunded: ['refunded', 'fully_refunded'],
  },
  dates: { order: 'mdy2' },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_by_status', 'partial_refunds_unknown'],
};
