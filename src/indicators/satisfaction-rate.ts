import { define } from './define.ts';
import { nobodySatisfied, satisfied } from './satisfaction-edges.ts';

export const satisfactionRate = define({
  id: 'satisfaction_rate',
  group: 'satisfaction',
  title: { en: 'Satisfaction rate (CSAT)', fr: 'Taux de satisfaction (CSAT)' },
  question: { en: 'How many are satisfied?', fr: 'Combien sont satisfaits ?' },
  formula: {
    en: 'answers 4–5 ÷ answers, on the scale from 1 to 5',
    fr: 'réponses 4–5 ÷ réponses, sur l’échelle de 1 à 5',
  },
  remarks: {
    en: 'Others print the mean under the same name: it stands beside it as satisfaction_mean.',
    fr: 'D’autres impriment la moyenne sous le même nom : elle se tient à côté, sous satisfaction_mean.',
  },
  source: 'A B',
  unit: 'share',
  better: 'higher',
  needs: ['surveys.satisfaction'],
  computation: {
    kind: 'share',
    grain: 'answer',
    numerator: 'count_where(satisfaction >= 4)',
    denominator: 'count(satisfaction)',
  },
  edges: [
    { ...nobodySatisfied, value: null, status: 'undefined' },
    { ...satisfied, value: 0.5, numerator: 2, denominator: 4 },
  ],
});
