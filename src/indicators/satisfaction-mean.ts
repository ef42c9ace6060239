import { define } from './define.ts';
import { nobodySatisfied, satisfied } from './satisfaction-edges.ts';

export const satisfactionMean = define({
  id: 'satisfaction_mean',
  group: 'satisfaction',
  title: { en: 'Mean satisfaction', fr: 'Satisfaction moyenne' },
  question: { en: 'How satisfied are they on average?', fr: 'Quelle est leur satisfaction moyenne ?' },
  formula: {
    en: 'sum of the answers ÷ answers, on the scale from 1 to 5',
    fr: 'somme des réponses ÷ réponses, sur l’échelle de 1 à 5',
  },
  remarks: {
    en: 'The same mean may hide content people or two camps: read the rate beside it.',
    fr: 'La même moyenne peut cacher des gens contents ou deux camps : lisez le taux à côté.',
  },
  source: 'A',
  unit: 'scale',
  better: 'higher',
  needs: ['surveys.satisfaction'],
  computation: {
    kind: 'mean',
    grain: 'answer',
    numerator: 'coalesce(sum(satisfaction), 0)',
    denominator: 'count(satisfaction)',
    squares: 'coalesce(sum(CAST(satisfaction AS BIGINT) * satisfaction), 0)',
  },
  edges: [
    { ...nobodySatisfied, value: null, status: 'undefined' },
    { ...satisfied, value: 3.25, numerator: 13, denominator: 4 },
  ],
});
