import { define } from './define.ts';
import { asOf, emptyRate } from './edges.ts';
import { product } from './exact.ts';
import { nobodyLeaves, shortHistory, threeYears } from './lifetime-edges.ts';

export const customerLifetimeValue = define({
  id: 'customer_lifetime_value',
  group: 'value',
  title: { en: 'Customer lifetime value (CLV)', fr: 'Valeur à vie du client' },
  question: {
    en: 'What will a customer spend in all the years of the relation?',
    fr: 'Que dépensera un client pendant toute la durée de la relation ?',
  },
  formula: {
    en: 'average order value × orders per customer and year × lifespan in years, over the 12 months ending with the period; × --margin where it is given',
    fr: 'panier moyen × commandes par client et par an × durée de la relation en années, sur les 12 mois finissant avec la période ; × --margin s’il est donné',
  },
  remarks: {
    en: 'Without --margin it is revenue, not profit. Without --lifespan it extrapolates one year’s churn, and is undefined under 24 months of history or where nobody left. historic_value is what was spent indeed. Also called LTV.',
    fr: 'Sans --margin, c’est un chiffre d’affaires et non un bénéfice. Sans --lifespan, elle extrapole l’attrition d’une seule année, et reste indéfinie sous 24 mois d’historique ou si personne n’est parti. historic_value est ce qui a vraiment été dépensé. On dit aussi LTV ou CLV.',
  },
  source: 'A D',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'orders.amount'],
  history: 'two-years',
  computation: {
    kind: 'derived',
    from: ['lifetime_order_value', 'lifetime_orders_per_year', 'lifetime_span'],
    combine: (factors, { margin, lifespanGiven }) => ({
      numerator: product(...factors.map(({ numerator }) => numerator), ...(margin === null ? [] : [margin])),
      denominator: product(...factors.map(({ denominator }) => denominator)),
      notes: [
        ...(lifespanGiven ? [] : ['extrapolation']),
        ...(margin === null ? [] : [`margin=${Number(margin.units) / 10 ** margin.scale}`]),
      ],
    }),
  },
  edges: [
    emptyRate,
    {
      ...threeYears,
      what: { en: '60 an order × 1.5 a year × 2 years', fr: '60 par commande × 1,5 par an × 2 ans' },
      value: 180,
      note: 'extrapolation',
    },
    {
      ...threeYears,
      what: {
        en: '60 an order × 1.5 a year × the 2 years that are given × a margin of 30 %',
        fr: '60 par commande × 1,5 par an × les 2 ans qui sont donnés × une marge de 30 %',
      },
      flags: ['--margin', '0.3', '--lifespan', '2y', ...asOf],
      value: 54,
      note: 'margin=0.3',
    },
    { ...nobodyLeaves, value: null, status: 'undefined', note: 'churn_zero' },
    { ...shortHistory, value: null, status: 'undefined', note: 'history_short_for_lifespan' },
    {
      ...shortHistory,
      what: {
        en: 'the data are too short, but the lifespan is given: 60 an order × 1.5 a year × 3 years',
        fr: 'les données sont trop courtes, mais la durée est donnée : 60 par commande × 1,5 par an × 3 ans',
      },
      flags: ['--lifespan', '3y', ...asOf],
      value: 270,
    },
  ],
});
