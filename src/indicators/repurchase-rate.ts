import { define } from './define.ts';
import { asOf, emptyRate, orders, sheet } from './edges.ts';

export const repurchaseRate = define({
  id: 'repurchase_rate',
  group: 'repurchase',
  title: { en: 'Repurchase rate', fr: 'Taux de réachat' },
  question: {
    en: 'How many of all customers so far have bought again at least once?',
    fr: 'Combien de tous les clients à ce jour ont racheté au moins une fois ?',
  },
  formula: {
    en: 'customers with two orders or more up to the end of the period ÷ customers with one or more up to it',
    fr: 'clients ayant au moins deux commandes jusqu’à la fin de la période ÷ clients en ayant au moins une',
  },
  remarks: {
    en: 'Over the whole history, not the period; many recent customers pull it down because they had no time to come back. repurchase_rate_90d gives everybody the same time.',
    fr: 'Sur tout l’historique, et non sur la période ; beaucoup de clients récents le font baisser, faute de temps pour revenir. repurchase_rate_90d laisse à chacun le même temps.',
  },
  source: 'E',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  cumulative: true,
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(orders_to >= 2)',
    denominator: 'count_where(orders_to >= 1)',
  },
  edges: [
    emptyRate,
    {
      what: {
        en: 'two of five bought again (article E: 2,000 of 5,000); the day after is too late, and z never ordered',
        fr: 'deux sur cinq ont racheté (article E : 2 000 sur 5 000) ; le lendemain est trop tard, et z n’a jamais commandé',
      },
      given: {
        orders: orders(
          '1,a,2019-01-01,10',
          '2,a,2019-01-01,10',
          '3,b,2020-05-01,10',
          '4,b,2021-06-30,10',
          '5,c,2021-05-01,10',
          '6,c,2021-07-01,10',
          '7,d,2018-01-01,10',
          '8,e,2021-06-30,10',
          '9,f,2021-07-01,10',
        ),
        customers: sheet('customer_id,country', 'a,FR', 'z,FR'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0.4,
      numerator: 2,
      denominator: 5,
    },
    {
      what: { en: 'guest orders make no customer', fr: 'les commandes d’invités ne font pas de client' },
      given: { orders: orders('1,,2021-04-01,10', '2,,2021-06-30,10', '3,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: 0,
      numerator: 0,
      denominator: 1,
    },
  ],
});
