import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { oneGap, threeGaps, twoGaps } from './gap-edges.ts';

export const daysBetweenOrdersMean = define({
  id: 'days_between_orders_mean',
  group: 'repurchase',
  title: { en: 'Days between orders, mean', fr: 'Jours entre commandes, moyenne' },
  question: {
    en: 'How many days lie between two orders of a customer on average?',
    fr: 'Combien de jours séparent en moyenne deux commandes d’un client ?',
  },
  formula: {
    en: 'sum of the days between two consecutive orders of a customer, the second of them in the period ÷ number of such pairs',
    fr: 'somme des jours entre deux commandes consécutives d’un client, la seconde dans la période ÷ nombre de ces couples',
  },
  remarks: {
    en: 'Customers who come often weigh more, for they bring more pairs; the median beside it is the safer figure.',
    fr: 'Les clients qui viennent souvent y pèsent plus, car ils apportent plus de couples ; la médiane d’à côté est plus sûre.',
  },
  source: 'peers',
  unit: 'days',
  better: 'lower',
  needs: ['orders', 'orders.customer_id'],
  computation: {
    kind: 'mean',
    grain: 'gap',
    numerator: 'coalesce(sum(days), 0)',
    denominator: 'count(*)',
    squares: 'coalesce(sum(CAST(days AS BIGINT) * days), 0)',
  },
  edges: [
    emptyRate,
    { ...threeGaps, value: 31 / 3, numerator: 31, denominator: 3 },
    { ...twoGaps, value: 15.5, numerator: 31, denominator: 2 },
    { ...oneGap, value: null, denominator: 0, status: 'undefined' },
  ],
});
