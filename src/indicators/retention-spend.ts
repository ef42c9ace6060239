import { define } from './define.ts';
import { noSpendFile, noSpending, spending } from './spend-edges.ts';

export const retentionSpend = define({
  id: 'retention_spend',
  group: 'costs',
  title: { en: 'Spent on retention', fr: 'Dépenses de fidélisation' },
  question: {
    en: 'What was spent to keep customers?',
    fr: 'Combien a-t-on dépensé pour conserver les clients ?',
  },
  formula: {
    en: 'sum of the spending of kind “retention” dated in the period',
    fr: 'somme des dépenses de type « retention » datées dans la période',
  },
  remarks: {
    en: 'Only what the file holds: the rewards of a loyalty programme belong here.',
    fr: 'Seulement ce que contient le fichier : les récompenses du programme de fidélité en font partie.',
  },
  source: 'A',
  unit: 'money',
  better: 'neither',
  needs: ['spend'],
  computation: {
    kind: 'sum',
    grain: 'spend',
    numerator: "coalesce(sum(amount) FILTER (WHERE kind = 'retention'), 0)",
  },
  edges: [
    { ...noSpending, value: 0 },
    { ...noSpendFile, value: null, status: 'unavailable' },
    { ...spending, value: 20.1 },
  ],
});
