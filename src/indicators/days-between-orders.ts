import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { oneGap, threeGaps, twoGaps } from './gap-edges.ts';

export const daysBetweenOrders = define({
  id: 'days_between_orders',
  group: 'repurchase',
  title: { en: 'Days between orders, median', fr: 'Jours entre commandes, médiane' },
  question: {
    en: 'After how many days does a customer typically order again?',
    fr: 'Après combien de jours un client commande-t-il de nouveau, d’ordinaire ?',
  },
  formula: {
    en: 'median of the days between two consecutive orders of a customer, the second of them in the period',
    fr: 'médiane des jours entre deux commandes consécutives d’un client, la seconde dans la période',
  },
  remarks: {
    en: 'Only customers who did come back have such days: it says when, not whether. Two orders on one day are 0 days apart. A few long silences move the mean, not the median.',
    fr: 'Seuls les clients revenus ont de tels jours : cela dit quand, et non si. Deux commandes du même jour sont à 0 jour. Quelques longs silences déplacent la moyenne, pas la médiane.',
  },
  source: 'peers',
  unit: 'days',
  better: 'lower',
  needs: ['orders', 'orders.customer_id'],
  computation: {
    kind: 'median',
    grain: 'gap',
    numerator: 'quantile_cont(CAST(days AS DECIMAL(18, 1)), 0.5)',
    denominator: 'count(*)',
  },
  edges: [
    emptyRate,
    { ...threeGaps, value: 10, denominator: 3 },
    { ...twoGaps, value: 15.5, denominator: 2 },
    { ...oneGap, value: null, denominator: 0, status: 'undefined' },
  ],
});
