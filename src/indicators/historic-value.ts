import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { threeValues, twoValues } from './historic-edges.ts';

export const historicValue = define({
  id: 'historic_value',
  group: 'value',
  title: { en: 'Value to date, mean', fr: 'Valeur à ce jour, moyenne' },
  question: {
    en: 'What has a customer spent so far on average?',
    fr: 'Qu’a dépensé un client à ce jour, en moyenne ?',
  },
  formula: {
    en: 'net revenue of identified customers up to the end of the period ÷ customers with an order up to it',
    fr: 'chiffre d’affaires net des clients identifiés jusqu’à la fin de la période ÷ clients ayant commandé jusque-là',
  },
  remarks: {
    en: 'A fact, where the lifetime value is a forecast. A few large customers carry the mean: read the median beside it.',
    fr: 'Un fait, là où la valeur à vie est une prévision. Quelques gros clients portent la moyenne : lisez la médiane à côté.',
  },
  source: 'D',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'orders.amount'],
  cumulative: true,
  computation: {
    kind: 'mean',
    grain: 'customer',
    numerator: 'coalesce(sum(revenue_to), 0)',
    denominator: 'count_where(orders_to >= 1)',
    squares: 'coalesce(sum(square_of(revenue_to)), 0)',
  },
  edges: [
    emptyRate,
    { ...threeValues, value: 170.0001 / 3, numerator: 170.0001, denominator: 3 },
    { ...twoValues, value: 70.00005, numerator: 140.0001, denominator: 2 },
  ],
});
