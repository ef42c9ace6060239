import { define } from './define.ts';
import { asOf, emptyCount, orders } from './edges.ts';
import { contracts, waterfallEdges } from './waterfall-edges.ts';

export const reactivatedCustomers = define({
  id: 'reactivated_customers',
  group: 'retention',
  title: { en: 'Reactivated customers', fr: 'Clients réactivés' },
  question: {
    en: 'How many who had left before the start are customers again at the end?',
    fr: 'Combien de clients partis avant le début sont de nouveau clients à la fin ?',
  },
  formula: {
    en: 'number of customers at the end who are neither customers at the start nor new',
    fr: 'nombre de clients de la fin qui ne sont ni clients du début ni nouveaux',
  },
  remarks: {
    en: 'Under --base ever there are none: whoever once ordered is a customer at the start. The textbook (E − N) ÷ S counts these customers as retained.',
    fr: 'Avec --base ever il n’y en a aucun : quiconque a commandé un jour est client au début. Le (E − N) ÷ S des manuels compte ces clients comme conservés.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  base: 'counts',
  computation: {
    kind: 'count',
    grain: 'customer',
    numerator: 'count_where(is_reactivated)',
  },
  edges: [
    emptyCount,
    ...waterfallEdges({ previous: 1, ever: 0, contract: 0 }),
    {
      what: {
        en: 'an earlier contract ended before the start, a second one began in the period',
        fr: 'un premier contrat terminé avant le début, un second commencé pendant la période',
      },
      given: { orders: orders('1,a,2021-06-30,10'), customers: `${contracts}g,2021-05-01,\n` },
      period: '2021-Q2',
      flags: ['--base', 'contract', ...asOf],
      value: 1,
    },
  ],
});
