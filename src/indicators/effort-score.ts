import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const survey = (...rows: readonly string[]) => ({
  orders: orders('1,a,2021-06-30,10'),
  surveys: sheet('response_id,customer_id,answered_at,effort', ...rows),
});

export const effortScore = define({
  id: 'effort_score',
  group: 'satisfaction',
  title: { en: 'Customer effort score (CES)', fr: 'Score d’effort client (CES)' },
  question: {
    en: 'How easy do they find it to deal with you?',
    fr: 'Trouvent-ils simple de faire affaire avec vous ?',
  },
  formula: {
    en: 'sum of the answers ÷ answers, on the scale from 1 to 7',
    fr: 'somme des réponses ÷ réponses, sur l’échelle de 1 à 7',
  },
  remarks: {
    en: 'Higher is better: 7 means “strongly agree that it was made easy”. Where your survey asks how much effort it took, lower is better: turn the scale round before you compare.',
    fr: 'Plus haut est mieux : 7 veut dire « tout à fait d’accord que c’était simple ». Si votre enquête demande l’effort fourni, plus bas est mieux : renversez l’échelle avant de comparer.',
  },
  source: 'peers',
  unit: 'scale',
  better: 'higher',
  needs: ['surveys.effort'],
  computation: {
    kind: 'mean',
    grain: 'answer',
    numerator: 'coalesce(sum(effort), 0)',
    denominator: 'count(effort)',
    squares: 'coalesce(sum(CAST(effort AS BIGINT) * effort), 0)',
  },
  edges: [
    {
      what: { en: 'a file of answers without a row', fr: 'un fichier de réponses sans aucune ligne' },
      given: survey(),
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
    },
    {
      what: {
        en: '1, 7 and 6 in the period, a blank, and a 1 on each of the days around it',
        fr: '1, 7 et 6 dans la période, une réponse vide, et un 1 chacun des deux jours autour',
      },
      given: survey(
        '1,a,2021-03-31,1',
        '2,b,2021-04-01,1',
        '3,c,2021-05-01,7',
        '4,d,2021-06-30,6',
        '5,e,2021-05-02,',
        '6,f,2021-07-01,1',
      ),
      period: '2021-Q2',
      flags: asOf,
      value: 14 / 3,
      numerator: 14,
      denominator: 3,
    },
  ],
});
