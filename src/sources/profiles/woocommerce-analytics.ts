import type { DeclaredProfile } from './profile.ts';
import { woocommerceStatuses } from './woocommerce-statuses.ts';

/**
 * WooCommerce, Analytics › Orders: a row for each order and one for each refund, negative, under the number of its
 * order and with the order's status. `Net Sales` (`N. Revenue` before) holds neither tax nor shipping and is the only
 * amount to trust: the formatted one of a refund's row is its order's. Older versions put an apostrophe before a
 * negative value. Customers are names; the date is that of payment unless the shop chose another, in the shop's
 * zone. Headers are translated: plugins/woocommerce/src/Admin/API/Reports/Orders/Controller.php in
 * github.com/woocommerce/woocommerce, French in woocommerce-fr_FR.po (github.com/coworking-metz/Portail-Coworking-Metz),
 * where `Net Sales` is not translated and `Net sales`, of the file made in the browser, is.
 */
export const woocommerceAnalytics: DeclaredProfile = {
  id: 'woocommerce-analytics',
  title: 'WooCommerce, Analytics › Orders',
  role: 'orders',
  recognise: {
    has: [
      ['Order #', 'Commande n°', 'Commande nº'],
      ['Customer type', 'Type de client'],
      ['Product(s)', 'Produit(s)'],
      ['Net Sales', 'N. Revenue', 'Ventes nettes', 'N. Revenu'],
    ],
  },
  fields: {
    order_id: ['Order #', 'Commande n°', 'Commande nº'],
    ordered_at: ['Date'],
    amount: ['Net Sales', 'N. Revenue', 'Ventes nettes', 'N. Revenu'],
    status: ['Status', 'État', 'Statut'],
    channel: ['Attribution'],
    quantity: ['Items sold', 'Articles vendus'],
  },
  refunds: 'rows',
  statuses: woocommerceStatuses,
  amountIncludes: { tax: false, shipping: false },
  warnings: ['identity_by_name', 'amount_without_tax'],
};
