import { prestashopStates } from './prestashop-statuses.ts';
import type { DeclaredProfile } from './profile.ts';

/**
 * PrestaShop, Orders › Export, from version 1.7 on: a row for each order of the grid, its headers in the back office's
 * language (French: 1.6/fr/translations/fr/admin.php in github.com/PrestaShop/TranslationFiles). A cart split at
 * checkout makes orders of one reference: one purchase, whose totals add up. Totals are written as prices of the
 * locale, customers as an initial and a name; refunds show in the state alone.
 */
export const prestashopOrdersGrid: DeclaredProfile = {
  id: 'prestashop-orders-grid',
  title: 'PrestaShop, Orders › Export',
  role: 'orders',
  recognise: {
    has: [
      ['Reference', 'Référence'],
      ['New client', 'Nouveau client'],
      ['Total'],
      ['Payment', 'Paiement'],
      ['Status', 'État', 'Statut'],
    ],
  },
  grain: 'lines',
  amountOf: 'line',
  fields: {
    order_id: ['Reference', 'Référence'],
    ordered_at: ['Date'],
    amount: ['Total'],
    status: ['Status', 'État', 'Statut'],
  },
  refunds: 'status',
  statuses: prestashopStates,
  amountIncludes: { tax: true, shipping: true },
  warnings: ['identity_by_name', 'refunds_by_status', 'refunds_undated', 'partial_refunds_unknown'],
};
