/**
 * Order states of PrestaShop and of its Checkout module as they are named in English and French; shops rename them and
 * add their own. Names: install-dev/langs/en and fr, data/order_state.xml, in github.com/PrestaShop/PrestaShop. States
 * that wait for a payment or its capture do not count.
 */
export const prestashopStates = {
  count: [
    ...['payment_accepted', 'remote_payment_accepted', 'payment_remotely_accepted', 'partial_payment'],
    ...['processing_in_progress', 'preparation_in_progress', 'shipped', 'delivered', 'on_backorder_(paid)'],
    ...['refunded', 'refund', 'partial_refund'],
    ...['paiement_accepte', 'paiement_a_distance_accepte', 'paiement_partiel'],
    ...['en_cours_de_preparation', 'expedie', 'livre', 'en_attente_de_reapprovisionnement_(paye)'],
    ...['rembourse', 'remboursement', 'remboursement_partiel'],
  ],
  ignore: [
    ...[
      'awaiting_check_payment',
      'awaiting_cheque_payment',
      'awaiting_bank_wire_payment',
      'awaiting_paypal_payment',
    ],
    ...[
      'awaiting_cash_on_delivery_validation',
      'on_backorder_(not_paid)',
      'payment_error',
      'canceled',
      'cancelled',
    ],
    ...['waiting_for_payment', 'waiting_for_paypal_payment', 'waiting_for_credit_card_payment'],
    ...[
      'waiting_for_local_payment_method_payment',
      'waiting_capture',
      'authorized._to_be_captured_by_merchant',
    ],
    ...[
      'en_attente_de_paiement_par_cheque',
      'en_attente_du_paiement_par_cheque',
      'en_attente_de_virement_bancaire',
    ],
    ...['en_attente_de_paiement', 'en_attente_de_paiement_a_la_livraison', 'en_attente_de_paiement_paypal'],
    ...['en_attente_de_paiement_par_paypal', 'en_attente_de_paiement_par_carte_de_credit'],
    ...['en_attente_de_paiement_par_moyen_de_paiement_local', 'en_attente_de_capture'],
    ...['autorisation._a_capturer_par_le_marchand', 'en_attente_de_reapprovisionnement_(non_paye)'],
    ...['erreur_de_paiement', 'annule'],
  ],
  refunded: ['refunded', 'refund', 'rembourse', 'remboursement'],
};
