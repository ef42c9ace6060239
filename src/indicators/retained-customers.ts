import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { waterfallEdges } from './waterfall-edges.ts';

export const retainedCustomers = define({
  id: 'retained_customers',
  group: 'retention',
  title: { en: 'Retained customers', fr: 'Clients conservés' },
  question: {
    en: 'How many of the customers of the start are still customers at the end?',
    fr: 'Combien des clients du début le sont encore à la fin ?',
  },
  formula: {
    en: 'number of customers at the start who are customers at the end',
    fr: 'nombre de clients du début qui sont clients à la fin',
  },
  remarks: {
    en: 'A customer who had left before the start and came back is reactivated, not retained.',
    fr: 'Un client parti avant le début puis revenu est réactivé, et non conservé.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  base: 'counts',
  computation: { kind: 'count', grain: 'customer', numerator: 'count_where(at_start AND at_end)' },
  edges: [emptyCount, ...waterfallEdges({ previous: 1, ever: 2, contract: 2 })],
});
