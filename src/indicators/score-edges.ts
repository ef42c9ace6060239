import type { Edge } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

const survey = (...rows: readonly string[]) => ({
  orders: orders('1,a,2021-06-30,10'),
  surveys: sheet('response_id,customer_id,answered_at,score', ...rows),
});

/** Of five answers in the period 6 is a detractor, 7 and 8 are passive, 9 and 10 promoters; two lie outside it, one is blank. */
export const cutOffs: Case = {
  what: {
    en: '6, 7, 8, 9 and 10 in the period, a blank, and a 0 on each of the days around it',
    fr: '6, 7, 8, 9 et 10 dans la période, une réponse vide, et un 0 chacun des deux jours autour',
  },
  given: survey(
    '1,a,2021-03-31,0',
    '2,b,2021-04-01,6',
    '3,c,2021-05-01,7',
    '4,d,2021-05-02,8',
    '5,e,2021-05-03,9',
    '6,f,2021-06-30,10',
    '7,g,2021-05-04,',
    '8,h,2021-07-01,0',
  ),
  period: '2021-Q2',
  flags: asOf,
};

/** a answers 3 and later 9, b answers 0: one promoter, one detractor. */
export const twice: Case = {
  what: {
    en: 'one person answers 3 and later 9: the last answer counts; the other answers 0',
    fr: 'une personne répond 3 puis 9 : la dernière réponse compte ; l’autre répond 0',
  },
  given: survey('1,a,2021-06-01,9', '2,a,2021-04-01,3', '3,b,2021-04-02,0'),
  period: '2021-Q2',
  flags: asOf,
};

/** Two invitations, no answer. */
export const blanks: Case = {
  what: { en: 'blank scores only', fr: 'des notes vides seulement' },
  given: survey('1,a,2021-04-01,', '2,b,2021-06-30,'),
  period: '2021-Q2',
  flags: asOf,
};

/** A file of answers without a row. */
export const noAnswers: Case = {
  what: { en: 'a file of answers without a row', fr: 'un fichier de réponses sans aucune ligne' },
  given: survey(),
  period: '2021-Q2',
  flags: asOf,
};
