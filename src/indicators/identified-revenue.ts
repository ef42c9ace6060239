import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { borders, refunded, refundRows } from './order-edges.ts';

export const identifiedRevenue = define({
  id: 'identified_revenue',
  group: 'value',
  title: { en: 'Revenue of known customers', fr: 'CA des clients identifiés' },
  question: {
    en: 'What did the orders bring in that can be told to belong to a customer?',
    fr: 'Qu’ont rapporté les commandes que l’on peut attribuer à un client ?',
  },
  formula: {
    en: 'sum of the net amounts of the period’s orders that name a customer',
    fr: 'somme des montants nets des commandes de la période qui nomment un client',
  },
  remarks: {
    en: 'Every figure per customer rests on this sum, not on the revenue.',
    fr: 'Toute valeur par client repose sur cette somme, et non sur le chiffre d’affaires.',
  },
  source: 'A',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.amount'],
  computation: {
    kind: 'sum',
    grain: 'order',
    numerator: 'coalesce(sum(amount) FILTER (WHERE in_period AND NOT guest), 0)',
  },
  edges: [
    emptyCount,
    { ...borders, value: 60.5 },
    { ...refunded, value: 120 },
    { ...refundRows, value: 120 },
  ],
});
