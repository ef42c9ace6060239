import { define } from './define.ts';
import { asOf, emptyRate, orders } from './edges.ts';

export const repeatCustomerRate = define({
  id: 'repeat_customer_rate',
  group: 'repurchase',
  title: { en: 'Repeat customer rate', fr: 'Taux de clients réguliers' },
  question: {
    en: 'How many of the customers of the period ordered more than once in it?',
    fr: 'Combien des clients de la période y ont commandé plusieurs fois ?',
  },
  formula: {
    en: 'customers with two orders or more in the period ÷ customers with an order in the period',
    fr: 'clients ayant au moins deux commandes dans la période ÷ clients ayant une commande dans la période',
  },
  remarks: {
    en: 'It grows with the length of the period: compare equal lengths only. Orders before the period do not count here (repurchase_rate counts them).',
    fr: 'Il croît avec la longueur de la période : ne comparez que des durées égales. Les commandes d’avant la période n’y comptent pas (repurchase_rate les compte).',
  },
  source: 'A',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(orders_in >= 2)',
    denominator: 'count_where(orders_in >= 1)',
  },
  edges: [
    emptyRate,
    {
      what: {
        en: 'two orders on the first and the last day are two; one of them outside the period is one',
        fr: 'deux commandes le premier et le dernier jour font deux ; si l’une est hors de la période, une seule',
      },
      given: {
        orders: orders(
          '1,a,2021-04-01,10',
          '2,a,2021-06-30,10',
          '3,b,2021-03-31,10',
          '4,b,2021-06-30,10',
          '5,c,2021-06-30,10',
          '6,c,2021-07-01,10',
          '7,d,2021-05-01,10',
          '8,d,2021-05-01,0',
          '9,,2021-05-01,10',
          '10,,2021-05-02,10',
          '11,e,2021-03-31,10',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0.5,
      numerator: 2,
      denominator: 4,
    },
    {
      what: {
        en: 'guest orders only: nobody to speak of',
        fr: 'des commandes d’invités seulement : personne dont parler',
      },
      given: { orders: orders('1,,2021-04-01,10', '2,,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      denominator: 0,
      status: 'undefined',
    },
  ],
});
