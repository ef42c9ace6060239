import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { borders, refunded } from './order-edges.ts';

export const identifiedOrders = define({
  id: 'identified_orders',
  group: 'value',
  title: { en: 'Orders of known customers', fr: 'Commandes de clients identifiés' },
  question: {
    en: 'How many orders can be told to belong to a customer?',
    fr: 'Combien de commandes peut-on attribuer à un client ?',
  },
  formula: {
    en: 'number of the period’s orders that name a customer = orders − guest orders',
    fr: 'nombre de commandes de la période qui nomment un client = commandes − commandes d’invités',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders'],
  computation: {
    kind: 'count',
    grain: 'order',
    numerator: 'count_where(in_period AND NOT guest)',
  },
  edges: [emptyCount, { ...borders, value: 3 }, { ...refunded, value: 3 }],
});
