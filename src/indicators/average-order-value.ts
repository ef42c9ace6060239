import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { borders, refunded } from './order-edges.ts';

export const averageOrderValue = define({
  id: 'average_order_value',
  group: 'value',
  title: { en: 'Average order value', fr: 'Panier moyen' },
  question: { en: 'What is an order worth on average?', fr: 'Que vaut une commande en moyenne ?' },
  formula: {
    en: 'revenue of the period ÷ orders of the period, guest orders included',
    fr: 'chiffre d’affaires de la période ÷ commandes de la période, invités compris',
  },
  remarks: {
    en: 'Net of refunds; an order paid back in full stays among the orders and brings it down. Over the period asked for, not over a year.',
    fr: 'Net de remboursements ; une commande remboursée en entier reste au nombre des commandes et le fait baisser. Sur la période demandée, et non sur un an.',
  },
  source: 'A',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.amount'],
  computation: {
    kind: 'mean',
    grain: 'order',
    numerator: 'coalesce(sum(amount) FILTER (WHERE in_period), 0)',
    denominator: 'count_where(in_period)',
    squares: 'coalesce(sum(square_of(amount)) FILTER (WHERE in_period), 0)',
  },
  edges: [
    emptyRate,
    { ...borders, value: 16.4375, numerator: 65.75, denominator: 4 },
    { ...refunded, value: 31.875, numerator: 127.5, denominator: 4 },
  ],
});
