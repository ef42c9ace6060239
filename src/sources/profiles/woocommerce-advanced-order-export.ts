import type { DeclaredProfile } from './profile.ts';
import { woocommerceStatuses } from './woocommerce-statuses.ts';

/**
 * Advanced Order Export for WooCommerce (AlgolPlus), its default columns in any order and number: a row for each
 * product with the order's values repeated (or blank, where that is switched off), or one for each order. The total is
 * before refunds, which stand beside it as one sum to date; without that column the status tells those of whole
 * orders. Statuses are labels in the shop's language. Labels:
 * classes/core/trait-woe-core-extractor-ui.php of version 3.4.4, French in woo-order-export-lite-fr_FR.po, both in
 * github.com/coworking-metz/Portail-Coworking-Metz.
 */
export const woocommerceAdvancedOrderExport: DeclaredProfile = {
  id: 'woocommerce-advanced-order-export',
  title: 'WooCommerce, Advanced Order Export',
  role: 'orders',
  recognise: {
    has: [
      ['Order Number', 'Numéro de commande'],
      ['Email (Billing)', 'E-mail (Facturation)'],
      ['Order Total Amount', 'Montant total de la commande'],
    ],
  },
  grain: 'lines',
  amountOf: 'order',
  idCarried: true,
  fields: {
    order_id: ['Order Number', 'Numéro de commande'],
    email: ['Email (Billing)', 'E-mail (Facturation)'],
    ordered_at: ['Order Date', 'Date de commande'],
    amount: ['Order Total Amount', 'Montant total de la commande'],
    refunded: ['Order Refund Amount', 'Montant du remboursement de la commande'],
    currency: ['Currency', 'Devise'],
    status: ['Order Status', 'État de la commande'],
    discount: ['Cart Discount Amount', 'Montant de la remise panier'],
    quantity: ['Quantity (- Refund)', 'Quantity', 'Quantité (- Remboursement)', 'Quantité'],
    category: ['Category', 'Catégorie'],
  },
  refunds: 'column',
  statuses: {
    count: ['', ...woocommerceStatuses.count],
    ignore: woocommerceStatuses.ignore,
    refunded: ['refunded', 'remboursee', 'rembourse'],
  },
  amountIncludes: { tax: true, shipping: true },
  warnings: ['refunds_undated'],
};
