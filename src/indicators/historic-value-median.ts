import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { threeValues, twoValues } from './historic-edges.ts';

export const historicValueMedian = define({
  id: 'historic_value_median',
  group: 'value',
  title: { en: 'Value to date, median', fr: 'Valeur à ce jour, médiane' },
  question: {
    en: 'What has the customer in the middle spent so far?',
    fr: 'Qu’a dépensé à ce jour le client du milieu ?',
  },
  formula: {
    en: 'median, over the customers with an order up to the end of the period, of their net revenue up to it',
    fr: 'médiane, sur les clients ayant commandé jusqu’à la fin de la période, de leur chiffre d’affaires net jusque-là',
  },
  remarks: {
    en: 'Half of the customers spent less. Far below the mean where a few carry the shop.',
    fr: 'La moitié des clients ont dépensé moins. Bien au-dessous de la moyenne quand quelques-uns portent la boutique.',
  },
  source: 'D',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'orders.amount'],
  computation: {
    kind: 'median',
    grain: 'customer',
    numerator: 'quantile_cont(CAST(revenue_to AS DECIMAL(18, 5)), 0.5) FILTER (WHERE orders_to >= 1)',
    denominator: 'count_where(orders_to >= 1)',
  },
  edges: [
    emptyRate,
    { ...threeValues, value: 30, denominator: 3 },
    { ...twoValues, value: 70.00005, denominator: 2 },
  ],
});
