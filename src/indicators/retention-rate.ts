import { define } from './define.ts';
import { asOf, orders } from './edges.ts';
import { moves, twelveMonths } from './waterfall-edges.ts';

export const retentionRate = define({
  id: 'retention_rate',
  group: 'retention',
  title: { en: 'Customer retention rate', fr: 'Taux de fidélisation' },
  question: {
    en: 'Of those who were there at the start, who is still there?',
    fr: 'De ceux qui étaient là au début, qui est encore là ?',
  },
  formula: {
    en: 'customers of the start who are still customers at the end ÷ customers at the start',
    fr: 'clients du début encore clients à la fin ÷ clients au début',
  },
  remarks: {
    en: 'Not the textbook (E − N) ÷ S: E also counts customers who had left and came back, who are in neither N nor S. On the CDNOW sample, 1997-Q3, that gives 79.8 % where 40.8 % (214 of 524) stayed. --base says who is a customer at the start.',
    fr: 'Ce n’est pas le (E − N) ÷ S des manuels : E compte aussi les clients partis puis revenus, qui ne sont ni dans N ni dans S. Sur l’échantillon CDNOW, 1997-T3, il donne 79,8 % là où 40,8 % (214 sur 524) sont restés. --base dit qui est client au début. On dit aussi taux de rétention.',
  },
  source: 'A B D',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  base: 'rate',
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(at_start AND at_end)',
    denominator: 'count_where(at_start)',
  },
  edges: [
    {
      what: {
        en: 'one of two stays; a third comes back and a fourth is new, which changes nothing',
        fr: 'un sur deux reste ; un troisième revient et un quatrième est nouveau, ce qui ne change rien',
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
        en: 'nothing before the period: no rate, not 0 %',
        fr: 'rien avant la période : pas de taux, et non 0 %',
      },
      given: { orders: orders('1,a,2021-04-01,10', '2,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
      note: 'no_history',
    },
    {
      what: {
        en: 'customers of twelve months: the last order that counts at the end is 12 months old',
        fr: 'clients de douze mois : la dernière commande qui compte à la fin a 12 mois',
      },
      given: { orders: twelveMonths },
      period: '2021-Q2',
      flags: ['--base', 'active:12m', ...asOf],
      value: 0.5,
      numerator: 1,
      denominator: 2,
    },
    {
      what: {
        en: 'the data begin with the twelve months that end with the period: no rate',
        fr: 'les données commencent avec les douze mois finissant avec la période : pas de taux',
      },
      given: { orders: orders('1,a,2020-07-01,10', '2,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: ['--base', 'active:12m', ...asOf],
      value: null,
      status: 'undefined',
      note: 'no_history',
    },
    {
      what: {
        en: 'they begin a day earlier: a rate, but earlier customers are missing',
        fr: 'elles commencent un jour plus tôt : un taux, mais des clients plus anciens manquent',
      },
      given: { orders: orders('1,a,2020-06-30,10', '2,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: ['--base', 'active:12m', ...asOf],
      value: 1,
      numerator: 1,
      denominator: 1,
      note: 'history_short',
    },
  ],
});
