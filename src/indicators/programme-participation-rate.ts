import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const header = 'customer_id,enrolled_at';

export const programmeParticipationRate = define({
  id: 'programme_participation_rate',
  group: 'programme',
  title: { en: 'Programme participation rate', fr: 'Taux de participation au programme' },
  question: {
    en: 'How many of the customers of the period are in the loyalty programme?',
    fr: 'Combien des clients de la période sont inscrits au programme de fidélité ?',
  },
  formula: {
    en: 'customers with an order in the period enrolled before its end ÷ customers with an order in the period',
    fr: 'clients ayant une commande dans la période et inscrits avant sa fin ÷ clients ayant une commande dans la période',
  },
  remarks: {
    en: 'Members who did not order are in neither part. Guests cannot be told to be members and are left out.',
    fr: 'Les inscrits qui n’ont pas commandé ne sont ni en haut ni en bas. On ne peut savoir si un invité est inscrit : ils sont laissés de côté.',
  },
  source: 'A B D',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'customers.enrolled_at'],
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(orders_in > 0 AND enrolled)',
    denominator: 'count_where(orders_in > 0)',
  },
  edges: [
    {
      what: { en: 'no order in the data', fr: 'aucune commande dans les données' },
      given: { orders: orders(), customers: sheet(header, 'a,2021-01-01') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
    },
    {
      what: {
        en: 'enrolled on the last day: counted; the day after, never, or without an order: not',
        fr: 'inscrit le dernier jour : compté ; le lendemain, jamais, ou sans commande : non',
      },
      given: {
        orders: orders(
          '1,a,2021-04-01,10',
          '2,b,2021-05-01,10',
          '3,c,2021-06-30,10',
          '4,d,2021-06-30,10',
          '5,e,2021-03-31,10',
          '6,,2021-05-01,10',
        ),
        customers: sheet(header, 'a,2021-06-30', 'b,2021-07-01', 'c,', 'e,2020-01-01'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0.25,
      numerator: 1,
      denominator: 4,
    },
    {
      what: { en: 'no customers file is given', fr: 'aucun fichier de clients n’est donné' },
      given: { orders: orders('1,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'unavailable',
    },
  ],
});
