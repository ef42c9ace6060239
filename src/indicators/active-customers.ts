import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { borders, refunded, refundRows } from './order-edges.ts';

export const activeCustomers = define({
  id: 'active_customers',
  group: 'value',
  title: { en: 'Active customers', fr: 'Clients actifs' },
  question: { en: 'How many customers ordered?', fr: 'Combien de clients ont commandé ?' },
  formula: {
    en: 'number of customers with at least one order in the period',
    fr: 'nombre de clients ayant au moins une commande dans la période',
  },
  remarks: {
    en: 'Guest orders name no customer and add none. A customer whose every order was paid back is active.',
    fr: 'Les commandes d’invités ne nomment personne et n’ajoutent aucun client. Un client remboursé de toutes ses commandes est actif.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  computation: { kind: 'count', grain: 'customer', numerator: 'count_where(orders_in > 0)' },
  edges: [emptyCount, { ...borders, value: 2 }, { ...refunded, value: 2 }, { ...refundRows, value: 2 }],
});
