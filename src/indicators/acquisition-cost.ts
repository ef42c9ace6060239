import { costPerCustomer } from './cost-per-customer.ts';
import { define } from './define.ts';
import { noSpendFile, noSpending, spending, spentOnNobody } from './spend-edges.ts';

export const acquisitionCost = define({
  id: 'acquisition_cost',
  group: 'costs',
  title: { en: 'Customer acquisition cost (CAC)', fr: 'Coût d’acquisition (CAC)' },
  question: {
    en: 'What does it cost to win one customer?',
    fr: 'Combien coûte l’acquisition d’un client ?',
  },
  formula: {
    en: 'spending on acquisition in the period ÷ new customers of the period',
    fr: 'dépenses d’acquisition de la période ÷ nouveaux clients de la période',
  },
  remarks: {
    en: 'Money of this period may win customers of the next: take periods longer than your buyers hesitate. A cost of 0 is noted: the file may have a gap there.',
    fr: 'L’argent d’une période peut gagner les clients de la suivante : prenez des périodes plus longues que l’hésitation de vos acheteurs. Un coût de 0 est signalé : le fichier a peut-être un trou.',
  },
  source: 'A',
  unit: 'money',
  better: 'lower',
  needs: ['orders', 'orders.customer_id', 'spend'],
  base: 'counts',
  computation: { kind: 'derived', from: ['acquisition_spend', 'new_customers'], combine: costPerCustomer },
  edges: [
    { ...noSpendFile, value: null, status: 'unavailable' },
    { ...noSpending, value: 0, numerator: 0, denominator: 1, note: 'no_spend' },
    { ...spending, value: 100.5, numerator: 100.5, denominator: 1 },
    { ...spentOnNobody, value: null, status: 'undefined' },
  ],
});
