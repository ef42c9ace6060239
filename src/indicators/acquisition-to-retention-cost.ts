import { ratio } from './cost-per-customer.ts';
import { define } from './define.ts';
import { noSpendFile, noSpending, spending, spentOnNobody } from './spend-edges.ts';

export const acquisitionToRetentionCost = define({
  id: 'acquisition_to_retention_cost',
  group: 'costs',
  title: { en: 'CAC ÷ cost to retain', fr: 'Coût d’acquérir ÷ de fidéliser' },
  question: {
    en: 'How many times as much does it cost to win a customer as to keep one?',
    fr: 'Combien de fois plus coûte-t-il d’acquérir un client que d’en conserver un ?',
  },
  formula: {
    en: 'acquisition cost per new customer ÷ cost per retained customer',
    fr: 'coût d’acquisition par nouveau client ÷ coût par client conservé',
  },
  remarks: {
    en: 'The “about 5 times” of article A is a saying of the trade; this is your own figure.',
    fr: 'Le « environ 5 fois » de l’article A est un dicton du métier ; voici votre propre valeur.',
  },
  source: 'A',
  unit: 'ratio',
  better: 'neither',
  needs: ['orders', 'orders.customer_id', 'spend'],
  base: 'rate',
  computation: { kind: 'derived', from: ['acquisition_cost', 'retention_cost'], combine: ratio },
  edges: [
    { ...noSpendFile, value: null, status: 'unavailable' },
    { ...noSpending, value: null, status: 'undefined' },
    { ...spending, value: 5 },
    { ...spentOnNobody, value: null, status: 'undefined' },
  ],
});
