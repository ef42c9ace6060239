import { define } from './define.ts';
import { asOf, emptyRate, orders } from './edges.ts';

export const purchaseFrequency = define({
  id: 'purchase_frequency',
  group: 'repurchase',
  title: { en: 'Purchase frequency', fr: 'Fréquence d’achat' },
  question: {
    en: 'How often does a customer of the period order in it?',
    fr: 'Combien de fois un client de la période y commande-t-il ?',
  },
  formula: {
    en: 'orders of identified customers in the period ÷ customers with an order in the period',
    fr: 'commandes de clients identifiés dans la période ÷ clients ayant une commande dans la période',
  },
  remarks: {
    en: 'Never below 1, and it grows with the length of the period. Guest orders are left out: they have no customer to be divided by.',
    fr: 'Jamais inférieure à 1, elle croît avec la longueur de la période. Les commandes d’invités sont laissées de côté : aucun client par qui les diviser.',
  },
  source: 'A',
  unit: 'ratio',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  computation: {
    kind: 'mean',
    grain: 'customer',
    numerator: 'coalesce(sum(orders_in), 0)',
    denominator: 'count_where(orders_in > 0)',
    squares: 'coalesce(sum(CAST(orders_in AS BIGINT) * orders_in), 0)',
  },
  edges: [
    emptyRate,
    {
      what: {
        en: 'three orders and one; the days around the period and the guest are left out',
        fr: 'trois commandes et une ; les jours autour de la période et l’invité sont laissés de côté',
      },
      given: {
        orders: orders(
          '1,a,2021-03-31,10',
          '2,a,2021-04-01,10',
          '3,a,2021-05-01,10',
          '4,a,2021-05-01,10',
          '5,b,2021-06-30,10',
          '6,b,2021-07-01,10',
          '7,,2021-05-01,10',
          '8,c,2021-03-31,10',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 2,
      numerator: 4,
      denominator: 2,
    },
    {
      what: { en: 'guest orders only', fr: 'des commandes d’invités seulement' },
      given: { orders: orders('1,,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      denominator: 0,
      status: 'undefined',
    },
  ],
});
