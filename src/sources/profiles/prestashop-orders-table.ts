import type { DeclaredProfile } from './profile.ts';

/**
 * PrestaShop's table of orders, as the SQL manager and modules export it. A cart split at checkout makes orders of one
 * reference: one purchase, whose totals add up. States are numbers: 1 awaiting cheque, 2 paid, 3 in preparation,
 * 4 shipped, 5 delivered, 6 cancelled, 7 refunded, 8 payment error, 9 on backorder and paid, 10 awaiting transfer,
 * 13 unpaid (cash on delivery; on backorder in 1.6). In 1.6 number 11 awaits PayPal and 12 is paid; since 1.7 number
 * 11 is paid and 12 on backorder unpaid, and from 14 on states are the shop's own: those are for the user to tell.
 * States: install-dev/data/xml/order_state.xml in github.com/PrestaShop/PrestaShop. The currency is a number of the
 * shop's, there to keep two from being added.
 */
export const prestashopOrdersTable: DeclaredProfile = {
  id: 'prestashop-orders-table',
  title: 'PrestaShop, table of orders',
  role: 'orders',
  recognise: {
    has: [
      ['id_order'],
      ['id_customer'],
      ['current_state'],
      ['date_add'],
      ['total_paid_tax_incl', 'total_paid', 'total_paid_real'],
    ],
  },
  grain: 'lines',
  amountOf: 'line',
  fields: {
    order_id: ['reference', 'id_order'],
    customer_id: ['id_customer'],
    ordered_at: ['date_add'],
    amount: ['total_paid_tax_incl', 'total_paid', 'total_paid_real'],
    currency: ['id_currency'],
    status: ['current_state'],
    discount: ['total_discounts_tax_incl', 'total_discounts'],
  },
  refunds: 'status',
  statuses: {
    count: ['2', '3', '4', '5', '7', '9'],
    ignore: ['1', '6', '8', '10', '13'],
    refunded: ['7'],
  },
  nobody: { customer_id: ['0'] },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_by_status', 'refunds_undated', 'partial_refunds_unknown'],
};
