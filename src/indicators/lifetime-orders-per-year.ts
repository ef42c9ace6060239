import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { nobodyLeaves, threeYears } from './lifetime-edges.ts';

export const lifetimeOrdersPerYear = define({
  id: 'lifetime_orders_per_year',
  group: 'value',
  title: { en: 'CLV: orders per year', fr: 'Valeur à vie : commandes par an' },
  question: {
    en: 'How often did a customer order in the last twelve months?',
    fr: 'Combien de fois un client a-t-il commandé en douze mois ?',
  },
  formula: {
    en: 'orders of identified customers in the 12 months ending with the period ÷ customers with an order in them',
    fr: 'commandes de clients identifiés des 12 mois finissant avec la période ÷ clients y ayant une commande',
  },
  remarks: {
    en: 'The second of the three factors of the customer lifetime value.',
    fr: 'Le deuxième des trois facteurs de la valeur à vie du client.',
  },
  source: 'A',
  unit: 'ratio',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  cumulative: true,
  computation: {
    kind: 'mean',
    grain: 'customer',
    numerator: 'coalesce(sum(orders_year), 0)',
    denominator: 'count_where(orders_year > 0)',
    squares: 'coalesce(sum(CAST(orders_year AS BIGINT) * orders_year), 0)',
  },
  edges: [
    emptyRate,
    { ...threeYears, value: 1.5, numerator: 3, denominator: 2 },
    { ...nobodyLeaves, value: 4 / 3, numerator: 4, denominator: 3 },
  ],
});
