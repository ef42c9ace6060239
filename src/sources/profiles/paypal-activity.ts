import type { DeclaredProfile } from './profile.ts';

const refundTypes = ['*refund*', '*reversal*', 'chargeback', '*remboursement*'];

/**
 * The activity download of PayPal, English or French: a row for each movement of the account. What buyers paid is a
 * credit; refunds, reversals and chargebacks are rows that name the payment as their reference, where other rows name
 * holds, orders or subscriptions. Purchases of the account itself, transfers, conversions, holds and fees are about
 * something else. A refund the account has received, itself a credit, names a payment that is none of its sales.
 */
export const paypalActivity: DeclaredProfile = {
  id: 'paypal-activity',
  title: 'PayPal, activity',
  role: 'orders',
  recognise: {
    has: [
      ['Transaction ID', 'Numéro de transaction'],
      ['Time zone', 'Fuseau horaire'],
      ['Type'],
      ['Gross', 'Avant commission', 'Brut'],
      ['Balance Impact', 'Impact sur le solde'],
    ],
  },
  fields: {
    order_id: ['Transaction ID', 'Numéro de transaction'],
    email: ['From Email Address', "De l'adresse email", "Adresse email de l'expéditeur"],
    ordered_at: ['Date'],
    amount: ['Gross', 'Avant commission', 'Brut'],
    refund_of: {
      columns: [
        'Reference Txn ID',
        'Numéro de la transaction de référence',
        'Nº de transaction de référence',
      ],
      when: { Type: refundTypes },
    },
    currency: ['Currency', 'Devise'],
    status: ['Status', 'État'],
  },
  refunds: 'rows',
  statuses: {
    count: [
      'completed',
      'cleared',
      'refunded',
      'partially_refunded',
      'reversed',
      'termine',
      'compense',
      'rembourse',
      'partiellement_rembourse',
    ],
    ignore: [
      'pending',
      'processing',
      'held',
      'denied',
      'canceled',
      'cancelled',
      'expired',
      'failed',
      'removed',
      'returned',
      'unclaimed',
      'uncleared',
      'en_attente',
      'en_cours',
      'refuse',
      'annule',
      'expire',
      'retourne',
      'non_reclame',
    ],
  },
  keep: { 'Balance Impact': ['Credit'], 'Impact sur le solde': ['Crédit'], Type: refundTypes },
  drop: {
    Type: [
      '*conversion*',
      '*deposit*',
      '*withdrawal*',
      '*transfer*',
      '*hold*',
      '*release*',
      '*authorization*',
      '*authorisation*',
      '*fee*',
      '*bonus*',
      '*chargeback reversal*',
      '*virement*',
      '*retrait*',
      '*suspension*',
      '*suspendu*',
      '*déblocage*',
      '*autorisation*',
      '*frais*',
    ],
  },
  dates: { time: ['Time', 'Heure'], zoneColumn: ['Time zone', 'Fuseau horaire'] },
  amountIncludes: { tax: true, shipping: true },
};
