import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { waterfallEdges } from './waterfall-edges.ts';

export const customersAtEnd = define({
  id: 'customers_at_end',
  group: 'retention',
  title: { en: 'Customers at the end', fr: 'Clients à la fin' },
  question: {
    en: 'How many customers did the period end with?',
    fr: 'Avec combien de clients la période s’est-elle terminée ?',
  },
  formula: {
    en: 'number of customers at the end of the period = retained + reactivated + new',
    fr: 'nombre de clients à la fin de la période = conservés + réactivés + nouveaux',
  },
  remarks: {
    en: 'Under --base ever a customer at the end must have ordered in the period, so this is not the start of the next one.',
    fr: 'Avec --base ever, un client de la fin doit avoir commandé pendant la période : ce n’est donc pas le début de la suivante.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  base: 'counts',
  computation: { kind: 'count', grain: 'customer', numerator: 'count_where(at_end)' },
  edges: [emptyCount, ...waterfallEdges({ previous: 3, ever: 3, contract: 3 })],
});
