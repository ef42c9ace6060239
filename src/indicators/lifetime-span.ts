import { define } from './define.ts';
import { emptyRate } from './edges.ts';
import { nobodyLeaves, shortHistory, threeYears } from './lifetime-edges.ts';

export const lifetimeSpan = define({
  id: 'lifetime_span',
  group: 'value',
  title: { en: 'CLV: lifespan in years', fr: 'Valeur à vie : durée en années' },
  question: {
    en: 'How long does a customer stay, if the losses go on as they are?',
    fr: 'Combien de temps un client reste-t-il, si les pertes continuent ainsi ?',
  },
  formula: {
    en: '1 ÷ yearly churn = customers of the 12 months before the last 12 ÷ those of them without an order in the last 12; or --lifespan',
    fr: '1 ÷ attrition annuelle = clients des 12 mois d’avant les 12 derniers ÷ ceux d’entre eux sans commande dans les 12 derniers ; ou --lifespan',
  },
  remarks: {
    en: 'An extrapolation of one year’s churn unless --lifespan gives the years. Undefined under 24 months of history, and where nobody left.',
    fr: 'Une extrapolation de l’attrition d’une seule année, sauf si --lifespan donne les années. Indéfinie sous 24 mois d’historique, et si personne n’est parti.',
  },
  source: 'A',
  unit: 'years',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  history: 'two-years',
  notes: ['extrapolation'],
  cumulative: true,
  computation: {
    kind: 'quotient',
    grain: 'customer',
    numerator: 'count_where(orders_year_before > 0)',
    denominator: 'count_where(orders_year_before > 0 AND orders_year = 0)',
    zero: 'churn_zero',
  },
  edges: [
    emptyRate,
    { ...threeYears, value: 2, numerator: 2, denominator: 1, note: 'extrapolation' },
    { ...nobodyLeaves, value: null, denominator: 0, status: 'undefined', note: 'churn_zero' },
    { ...shortHistory, value: null, status: 'undefined', note: 'history_short_for_lifespan' },
  ],
});
