import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { waterfallEdges } from './waterfall-edges.ts';

export const lostCustomers = define({
  id: 'lost_customers',
  group: 'retention',
  title: { en: 'Lost customers', fr: 'Clients perdus' },
  question: {
    en: 'How many of the customers of the start are gone at the end?',
    fr: 'Combien des clients du début ne le sont plus à la fin ?',
  },
  formula: {
    en: 'number of customers at the start who are not customers at the end',
    fr: 'nombre de clients du début qui ne sont pas clients à la fin',
  },
  remarks: {
    en: 'Without a contract nobody says goodbye: lost means silent for as long as --base says, and such a customer may come back later (see reactivated_customers).',
    fr: 'Sans contrat, personne ne dit adieu : perdu veut dire silencieux aussi longtemps que le dit --base, et un tel client peut revenir plus tard (voir reactivated_customers).',
  },
  source: 'A',
  unit: 'count',
  better: 'lower',
  needs: ['orders', 'orders.customer_id'],
  base: 'counts',
  computation: {
    kind: 'count',
    grain: 'customer',
    numerator: 'count_where(at_start AND NOT at_end)',
  },
  edges: [emptyCount, ...waterfallEdges({ previous: 1, ever: 1, contract: 2 })],
});
