/**
 * Order statuses of WooCommerce: its slugs without `wc-`, and their labels in English and French as translated in
 * wp-content/languages/plugins/woocommerce-fr_FR.po (github.com/coworking-metz/Portail-Coworking-Metz). An order on
 * hold waits for its payment.
 */
export const woocommerceStatuses = {
  count: ['completed', 'processing', 'refunded', 'terminee', 'en_cours', 'remboursee', 'rembourse'],
  ignore: [
    ...[
      'pending',
      'pending_payment',
      'on_hold',
      'cancelled',
      'failed',
      'draft',
      'checkout_draft',
      'auto_draft',
      'trash',
    ],
    ...[
      'attente_paiement',
      'en_attente',
      'en_attente_de_paiement',
      'annulee',
      'echouee',
      'echoue',
      'echec',
      'brouillon',
    ],
  ],
};
