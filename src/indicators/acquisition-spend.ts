import { define } from './define.ts';
import { noSpendFile, noSpending, spending } from './spend-edges.ts';

export const acquisitionSpend = define({
  id: 'acquisition_spend',
  group: 'costs',
  title: { en: 'Spent on acquisition', fr: 'Dépenses d’acquisition' },
  question: {
    en: 'What was spent to win customers?',
    fr: 'Combien a-t-on dépensé pour acquérir des clients ?',
  },
  formula: {
    en: 'sum of the spending of kind “acquisition” dated in the period',
    fr: 'somme des dépenses de type « acquisition » datées dans la période',
  },
  remarks: {
    en: 'Only what the file holds: salaries and discounts are acquisition too, where they were spent for it.',
    fr: 'Seulement ce que contient le fichier : salaires et remises sont aussi de l’acquisition quand ils y ont servi.',
  },
  source: 'A',
  unit: 'money',
  better: 'neither',
  needs: ['spend'],
  computation: {
    kind: 'sum',
    grain: 'spend',
    numerator: "coalesce(sum(amount) FILTER (WHERE kind = 'acquisition'), 0)",
  },
  edges: [
    { ...noSpending, value: 0 },
    { ...noSpendFile, value: null, status: 'unavailable' },
    { ...spending, value: 100.5 },
  ],
});
