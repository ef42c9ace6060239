import { define, type Indicator, type Texts } from './define.ts';
import { blanks, cutOffs, noAnswers, twice } from './score-edges.ts';

interface ScoreClass {
  readonly id: string;
  readonly title: Texts;
  readonly scores: string;
  readonly condition: string;
  readonly better: Indicator['better'];
  readonly question: Texts;
  /** How many of the five answers of `cutOffs` and of the two of `twice` are of this class. */
  readonly counts: readonly [number, number];
}

const share = ({ id, title, scores, condition, better, question, counts }: ScoreClass): Indicator =>
  define({
    id,
    group: 'nps',
    title,
    question,
    formula: { en: `scores ${scores} ÷ answers`, fr: `notes ${scores} ÷ réponses` },
    remarks: {
      en: 'On the scale from 0 to 10. Promoters, passives and detractors add up to 1; the NPS is made from their counts, not from these shares as displayed.',
      fr: 'Sur l’échelle de 0 à 10. Promoteurs, passifs et détracteurs font 1 ; le NPS se calcule avec leurs nombres, et non avec ces parts telles qu’affichées.',
    },
    source: 'E',
    unit: 'share',
    better,
    needs: ['surveys.score'],
    computation: {
      kind: 'share',
      grain: 'answer',
      numerator: `count_where(${condition})`,
      denominator: 'count(score)',
    },
    edges: [
      { ...noAnswers, value: null, status: 'undefined' },
      { ...cutOffs, value: counts[0] / 5, numerator: counts[0], denominator: 5 },
      { ...twice, value: counts[1] / 2, numerator: counts[1], denominator: 2 },
      { ...blanks, value: null, denominator: 0, status: 'undefined' },
    ],
  });

/** `promoter_share`, `passive_share` and `detractor_share`. */
export const scoreShares: readonly Indicator[] = [
  share({
    id: 'promoter_share',
    title: { en: 'Promoters', fr: 'Promoteurs' },
    scores: '9–10',
    condition: 'score >= 9',
    better: 'higher',
    question: { en: 'Who would recommend you?', fr: 'Qui vous recommanderait ?' },
    counts: [2, 1],
  }),
  share({
    id: 'passive_share',
    title: { en: 'Passives', fr: 'Passifs' },
    scores: '7–8',
    condition: 'score >= 7 AND score <= 8',
    better: 'neither',
    question: { en: 'Who is content, and no more?', fr: 'Qui est content, sans plus ?' },
    counts: [2, 0],
  }),
  share({
    id: 'detractor_share',
    title: { en: 'Detractors', fr: 'Détracteurs' },
    scores: '0–6',
    condition: 'score <= 6',
    better: 'lower',
    question: { en: 'Who would not recommend you?', fr: 'Qui ne vous recommanderait pas ?' },
    counts: [1, 1],
  }),
];
