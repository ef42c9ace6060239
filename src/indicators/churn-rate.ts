import { define } from './define.ts';
import { asOf, emptyRate, orders } from './edges.ts';
import { contracts, moves } from './waterfall-edges.ts';

export const churnRate = define({
  id: 'churn_rate',
  group: 'retention',
  title: { en: 'Churn (attrition) rate', fr: 'Taux d’attrition' },
  question: {
    en: 'Of those who were there at the start, who is gone?',
    fr: 'De ceux qui étaient là au début, qui est parti ?',
  },
  formula: {
    en: 'customers of the start who are no longer customers at the end ÷ customers at the start = 1 − retention rate',
    fr: 'clients du début qui ne le sont plus à la fin ÷ clients au début = 1 − taux de fidélisation',
  },
  remarks: {
    en: 'Divided by the customers of the start only, never by everybody seen in the period, so it and the retention rate add up to 1. Also called attrition, drop rate or customer loss.',
    fr: 'Divisé par les seuls clients du début, jamais par tous ceux de la période : avec le taux de fidélisation, cela fait toujours 1. On dit aussi taux de perte de clientèle, taux de chute ou churn.',
  },
  source: 'A B C D E',
  unit: 'share',
  better: 'lower',
  needs: ['orders', 'orders.customer_id'],
  base: 'rate',
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(at_start AND NOT at_end)',
    denominator: 'count_where(at_start)',
  },
  edges: [
    emptyRate,
    {
      what: {
        en: 'a quarter of the customers leave (article E: 1,250 of 5,000)',
        fr: 'le quart des clients s’en va (article E : 1 250 sur 5 000)',
      },
      given: {
        orders: orders(
          '1,a,2021-01-01,10',
          '2,b,2021-02-01,10',
          '3,c,2021-03-01,10',
          '4,d,2021-03-31,10',
          '5,a,2021-04-01,10',
          '6,b,2021-05-01,10',
          '7,c,2021-06-30,10',
          '8,d,2021-07-01,10',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0.25,
      numerator: 1,
      denominator: 4,
    },
    {
      what: {
        en: 'a customer who left before the start and came back is in neither count',
        fr: 'un client parti avant le début puis revenu n’est dans aucun des deux nombres',
      },
      given: { orders: moves },
      period: '2021-Q2',
      flags: asOf,
      value: 0.5,
      numerator: 1,
      denominator: 2,
    },
    {
      what: {
        en: 'contracts: ended on the first day and on the last are lost, on the day after not',
        fr: 'contrats : finis le premier ou le dernier jour, ils sont perdus ; le jour d’après, non',
      },
      given: { orders: orders('1,a,2021-06-30,10'), customers: contracts },
      period: '2021-Q2',
      flags: ['--base', 'contract', ...asOf],
      value: 0.5,
      numerator: 2,
      denominator: 4,
    },
  ],
});
