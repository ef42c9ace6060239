import { ratio } from './cost-per-customer.ts';
import { define } from './define.ts';
import { sheet } from './edges.ts';
import { nobodyLeaves, threeYears } from './lifetime-edges.ts';
import { noSpendFile } from './spend-edges.ts';

const spend = sheet('spent_on,kind,amount', '2021-11-01,acquisition,45', '2021-12-31,retention,10');

export const clvToAcquisitionCost = define({
  id: 'clv_to_acquisition_cost',
  group: 'costs',
  title: { en: 'CLV ÷ CAC', fr: 'Valeur à vie ÷ CAC' },
  question: {
    en: 'How many times its cost does a customer bring back?',
    fr: 'Combien de fois un client rapporte-t-il ce qu’il a coûté ?',
  },
  formula: {
    en: 'customer lifetime value ÷ acquisition cost per new customer',
    fr: 'valeur à vie du client ÷ coût d’acquisition par nouveau client',
  },
  remarks: {
    en: 'Give --margin: without it revenue is set against cost, and the quotient flatters. The lifetime value looks at twelve months, the cost at the period.',
    fr: 'Donnez --margin : sans lui, on compare un chiffre d’affaires à un coût, et le quotient flatte. La valeur à vie regarde douze mois, le coût la période.',
  },
  source: 'A',
  unit: 'ratio',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'orders.amount', 'spend'],
  base: 'counts',
  history: 'two-years',
  computation: {
    kind: 'derived',
    from: ['customer_lifetime_value', 'acquisition_cost'],
    combine: (operands, { lifespanGiven }) => ({
      ...ratio(operands),
      notes: lifespanGiven ? [] : ['extrapolation'],
    }),
  },
  edges: [
    { ...noSpendFile, value: null, status: 'unavailable' },
    {
      ...threeYears,
      what: {
        en: 'a lifetime value of 180, and 45 for the one new customer of the quarter',
        fr: 'une valeur à vie de 180, et 45 pour l’unique nouveau client du trimestre',
      },
      given: { ...threeYears.given, spend },
      value: 4,
      note: 'extrapolation',
    },
    {
      ...nobodyLeaves,
      given: { ...nobodyLeaves.given, spend },
      value: null,
      status: 'undefined',
      note: 'churn_zero',
    },
  ],
});
