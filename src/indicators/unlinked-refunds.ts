import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { refunded, refundRows } from './order-edges.ts';

export const unlinkedRefunds = define({
  id: 'unlinked_refunds',
  group: 'value',
  title: { en: 'Refunds that name no order', fr: 'Remboursements sans commande' },
  question: {
    en: 'How much was paid back without a word on which order?',
    fr: 'Combien a-t-on remboursé sans dire pour quelle commande ?',
  },
  formula: {
    en: 'sum of the period’s rows of refund that name no order of the data, as a positive amount',
    fr: 'somme des lignes de remboursement de la période qui ne nomment aucune commande des données, en positif',
  },
  remarks: {
    en: 'By the day of the refund. Not taken off the revenue, for nobody can say which period’s: take it off yourself for a cash view.',
    fr: 'Au jour du remboursement. Non déduits du chiffre d’affaires, car nul ne peut dire de quelle période : déduisez-les vous-même pour une vue de trésorerie.',
  },
  source: 'A',
  unit: 'money',
  better: 'lower',
  needs: ['orders', 'orders.amount'],
  computation: { kind: 'sum', grain: 'refund', numerator: 'coalesce(sum(amount), 0)', cases: 'count(*)' },
  edges: [emptyCount, { ...refunded, value: 0 }, { ...refundRows, value: 8.25 }],
});
