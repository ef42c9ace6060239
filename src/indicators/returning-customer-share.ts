import { define } from './define.ts';
import { asOf, emptyRate, orders } from './edges.ts';

export const returningCustomerShare = define({
  id: 'returning_customer_share',
  group: 'retention',
  title: { en: 'Share of returning customers', fr: 'Part de clients qui reviennent' },
  question: {
    en: 'How many of the customers of the period had ordered before it?',
    fr: 'Combien des clients de la période avaient déjà commandé avant ?',
  },
  formula: {
    en: 'customers with an order in the period and one before its start ÷ customers with an order in the period',
    fr: 'clients ayant une commande dans la période et une avant son début ÷ clients ayant une commande dans la période',
  },
  remarks: {
    en: 'Not the retention rate: it looks back from those who are here, and rises when fewer new customers come. A second order within the period does not make a customer returning.',
    fr: 'Ce n’est pas le taux de fidélisation : elle regarde en arrière depuis ceux qui sont là, et monte quand il vient moins de nouveaux clients. Une seconde commande dans la période ne suffit pas.',
  },
  source: 'peers',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  history: 'before',
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(orders_in > 0 AND orders_before > 0)',
    denominator: 'count_where(orders_in > 0)',
  },
  edges: [
    emptyRate,
    {
      what: {
        en: 'an order on the day before the period makes a customer returning, a second one in it does not',
        fr: 'une commande la veille de la période compte, une seconde dans la période ne compte pas',
      },
      given: {
        orders: orders(
          '1,a,2021-03-31,10',
          '2,a,2021-04-01,10',
          '3,b,2021-04-01,10',
          '4,b,2021-05-01,10',
          '5,c,2020-01-01,10',
          '6,c,2021-06-30,10',
          '7,d,2020-01-01,10',
          '8,,2021-06-30,10',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 2 / 3,
      numerator: 2,
      denominator: 3,
    },
    {
      what: {
        en: 'the data begin with the period: nobody can be told to return',
        fr: 'les données commencent avec la période : on ne peut dire de personne qu’il revient',
      },
      given: { orders: orders('1,a,2021-04-01,10', '2,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
      note: 'no_history',
    },
  ],
});
