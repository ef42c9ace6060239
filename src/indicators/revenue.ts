import { define } from './define.ts';
import { asOf, emptyCount, orders } from './edges.ts';
import { borders, refunded, refundRows } from './order-edges.ts';

export const revenue = define({
  id: 'revenue',
  group: 'value',
  title: { en: 'Revenue', fr: 'Chiffre d’affaires' },
  question: { en: 'What did the orders bring in?', fr: 'Qu’ont rapporté les commandes ?' },
  formula: {
    en: 'sum of the amounts of the period’s orders, less the refunds known for those orders',
    fr: 'somme des montants des commandes de la période, moins les remboursements connus de ces commandes',
  },
  remarks: {
    en: 'A refund counts with its order, whenever it was paid; refunds that name no order are not taken off (see unlinked_refunds). Tax and shipping are in or out as the header says.',
    fr: 'Un remboursement compte avec sa commande, quel que soit son jour ; ceux qui ne nomment aucune commande ne sont pas déduits (voir unlinked_refunds). Taxes et port sont compris ou non, comme le dit l’en-tête.',
  },
  source: 'A',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.amount'],
  computation: {
    kind: 'sum',
    grain: 'order',
    numerator: 'coalesce(sum(amount) FILTER (WHERE in_period), 0)',
  },
  edges: [
    emptyCount,
    { ...borders, value: 65.75 },
    { ...refunded, value: 127.5 },
    { ...refundRows, value: 120 },
    {
      what: {
        en: 'the orders stop 60 days before the period’s end and were never more than 29 days apart: to date, marked',
        fr: 'les commandes cessent 60 jours avant la fin, sans écart de plus de 29 jours auparavant : à ce jour, marqué',
      },
      given: { orders: orders('1,a,2021-04-01,10', '2,a,2021-04-02,0.0001', '3,b,2021-05-01,10') },
      period: '2021-Q2',
      flags: asOf,
      value: 20.0001,
      status: 'incomplete',
    },
  ],
});
