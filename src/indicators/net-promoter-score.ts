import { define } from './define.ts';
import { blanks, cutOffs, noAnswers, twice } from './score-edges.ts';

export const netPromoterScore = define({
  id: 'net_promoter_score',
  group: 'nps',
  title: { en: 'Net Promoter Score (NPS)', fr: 'Net Promoter Score (NPS)' },
  question: {
    en: 'By how many in a hundred do those who would recommend you outnumber those who would not?',
    fr: 'De combien sur cent ceux qui vous recommandent dépassent-ils ceux qui ne le font pas ?',
  },
  formula: {
    en: '100 × (scores 9–10 − scores 0–6) ÷ answers',
    fr: '100 × (notes 9–10 − notes 0–6) ÷ réponses',
  },
  remarks: {
    en: 'From −100 to 100, in points, not per cent; above 50 is excellent (article E). Made from the counts, never from rounded shares. The last answer of a person in the period counts unless --answers says otherwise; blanks are no answers.',
    fr: 'De −100 à 100, en points et non en pour cent ; au-dessus de 50, il est excellent (article E). Fait avec les nombres, jamais avec des parts arrondies. La dernière réponse d’une personne dans la période compte, sauf si --answers en décide autrement ; une case vide n’est pas une réponse.',
  },
  source: 'B E',
  unit: 'points',
  better: 'higher',
  needs: ['surveys.score'],
  computation: {
    kind: 'net-score',
    grain: 'answer',
    promoters: 'count_where(score >= 9)',
    detractors: 'count_where(score <= 6)',
    denominator: 'count(score)',
  },
  edges: [
    { ...noAnswers, value: null, status: 'undefined' },
    { ...cutOffs, value: 20, denominator: 5 },
    { ...twice, value: 0, denominator: 2 },
    { ...blanks, value: null, denominator: 0, status: 'undefined' },
  ],
});
