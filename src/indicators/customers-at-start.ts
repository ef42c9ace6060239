import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { waterfallEdges } from './waterfall-edges.ts';

export const customersAtStart = define({
  id: 'customers_at_start',
  group: 'retention',
  title: { en: 'Customers at the start', fr: 'Clients au début' },
  question: {
    en: 'How many customers did the period begin with?',
    fr: 'Avec combien de clients la période a-t-elle commencé ?',
  },
  formula: {
    en: 'number of customers at the start of the period = retained + lost',
    fr: 'nombre de clients au début de la période = conservés + perdus',
  },
  remarks: {
    en: '--base says who is a customer at the start: whoever ordered in the previous period (the default), in the last months, ever, or has a contract. Under the first, its figure is the number of active customers of the period before.',
    fr: '--base dit qui est client au début : qui a commandé pendant la période précédente (par défaut), pendant les derniers mois, un jour, ou qui a un contrat. Dans le premier cas, c’est le nombre de clients actifs de la période d’avant.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  base: 'counts',
  computation: { kind: 'count', grain: 'customer', numerator: 'count_where(at_start)' },
  edges: [emptyCount, ...waterfallEdges({ previous: 2, ever: 3, contract: 4 })],
});
