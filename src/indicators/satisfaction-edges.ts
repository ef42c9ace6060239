import type { Edge } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

const survey = (...rows: readonly string[]) => ({
  orders: orders('1,a,2021-06-30,10'),
  surveys: sheet('response_id,customer_id,answered_at,satisfaction', ...rows),
});

/** 1, 3, 4 and 5 in the period. */
export const satisfied: Case = {
  what: {
    en: '1, 3, 4 and 5 in the period, a blank, and a 5 on each of the days around it',
    fr: '1, 3, 4 et 5 dans la période, une réponse vide, et un 5 chacun des deux jours autour',
  },
  given: survey(
    '1,a,2021-03-31,5',
    '2,b,2021-04-01,1',
    '3,c,2021-05-01,3',
    '4,d,2021-05-02,4',
    '5,e,2021-06-30,5',
    '6,f,2021-05-03,',
    '7,g,2021-07-01,5',
  ),
  period: '2021-Q2',
  flags: asOf,
};

/** A file of answers without a row. */
export const nobodySatisfied: Case = {
  what: { en: 'a file of answers without a row', fr: 'un fichier de réponses sans aucune ligne' },
  given: survey(),
  period: '2021-Q2',
  flags: asOf,
};
