import { costPerCustomer } from './cost-per-customer.ts';
import { define } from './define.ts';
import { noSpendFile, noSpending, spending, spentOnNobody } from './spend-edges.ts';

export const retentionCost = define({
  id: 'retention_cost',
  group: 'costs',
  title: { en: 'Cost to retain a customer', fr: 'Coût de fidélisation' },
  question: {
    en: 'What does it cost to keep one customer?',
    fr: 'Combien coûte un client que l’on conserve ?',
  },
  formula: {
    en: 'spending on retention in the period ÷ retained customers of the period',
    fr: 'dépenses de fidélisation de la période ÷ clients conservés de la période',
  },
  remarks: {
    en: 'Depends on --base as the retained customers do. A cost of 0 is noted: the file may have a gap there.',
    fr: 'Dépend de --base comme les clients conservés. Un coût de 0 est signalé : le fichier a peut-être un trou.',
  },
  source: 'A',
  unit: 'money',
  better: 'lower',
  needs: ['orders', 'orders.customer_id', 'spend'],
  base: 'rate',
  computation: { kind: 'derived', from: ['retention_spend', 'retained_customers'], combine: costPerCustomer },
  edges: [
    { ...noSpendFile, value: null, status: 'unavailable' },
    { ...noSpending, value: 0, numerator: 0, denominator: 1, note: 'no_spend' },
    { ...spending, value: 20.1, numerator: 20.1, denominator: 1 },
    { ...spentOnNobody, value: null, status: 'undefined' },
  ],
});
