import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { borders, refunded, refundRows } from './order-edges.ts';

export const refunds = define({
  id: 'refunds',
  group: 'value',
  title: { en: 'Refunds', fr: 'Remboursements' },
  question: {
    en: 'How much of the period’s orders was paid back?',
    fr: 'Combien a-t-on remboursé des commandes de la période ?',
  },
  formula: {
    en: 'sum of the refunds known for the period’s orders',
    fr: 'somme des remboursements connus des commandes de la période',
  },
  remarks: {
    en: 'By the day of the order, not of the refund; it is already taken off the revenue. 0 where the export holds no refunds, which does not say there were none.',
    fr: 'Au jour de la commande, et non du remboursement ; déjà déduits du chiffre d’affaires. 0 si l’export n’en contient pas, ce qui ne dit pas qu’il n’y en eut pas.',
  },
  source: 'A',
  unit: 'money',
  better: 'lower',
  needs: ['orders', 'orders.amount'],
  computation: {
    kind: 'sum',
    grain: 'order',
    numerator: 'coalesce(sum(refunded) FILTER (WHERE in_period), 0)',
    cases: 'count_where(in_period AND has_refund)',
  },
  edges: [emptyCount, { ...borders, value: 0 }, { ...refunded, value: 72.5 }, { ...refundRows, value: 30 }],
});
