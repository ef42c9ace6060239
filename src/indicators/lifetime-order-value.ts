import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { shortHistory, threeYears } from './lifetime-edges.ts';

export const lifetimeOrderValue = define({
  id: 'lifetime_order_value',
  group: 'value',
  title: { en: 'CLV: average order value', fr: 'Valeur à vie : panier moyen' },
  question: {
    en: 'What was an order worth over the last twelve months?',
    fr: 'Que valait une commande sur les douze derniers mois ?',
  },
  formula: {
    en: 'net revenue of the 12 months ending with the period ÷ orders of those months, guest orders included',
    fr: 'chiffre d’affaires net des 12 mois finissant avec la période ÷ commandes de ces mois, invités compris',
  },
  remarks: {
    en: 'The first of the three factors of the customer lifetime value.',
    fr: 'Le premier des trois facteurs de la valeur à vie du client.',
  },
  source: 'A',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.amount'],
  cumulative: true,
  computation: {
    kind: 'mean',
    grain: 'order',
    numerator: 'coalesce(sum(amount) FILTER (WHERE in_year), 0)',
    denominator: 'count_where(in_year)',
    squares: 'coalesce(sum(square_of(amount)) FILTER (WHERE in_year), 0)',
  },
  edges: [
    emptyRate,
    { ...threeYears, value: 60, numerator: 180, denominator: 3 },
    { ...shortHistory, value: 60, numerator: 180, denominator: 3 },
  ],
});
