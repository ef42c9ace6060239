import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';
import { blanks, cutOffs, noAnswers } from './score-edges.ts';

export const responseRate = define({
  id: 'response_rate',
  group: 'nps',
  title: { en: 'Response rate', fr: 'Taux de réponse' },
  question: {
    en: 'How many of those who were asked answered?',
    fr: 'Combien de ceux que l’on a interrogés ont répondu ?',
  },
  formula: {
    en: 'answers ÷ invitations dated in the period, answered or not',
    fr: 'réponses ÷ invitations datées dans la période, avec ou sans réponse',
  },
  remarks: {
    en: 'Only where the file holds the unanswered invitations too. A file in which everybody answered cannot be told from one that leaves the others out, so it gives no rate rather than 100 %.',
    fr: 'Seulement si le fichier contient aussi les invitations sans réponse. Un fichier où tous ont répondu ne se distingue pas de celui qui omet les autres : il ne donne pas de taux plutôt que 100 %.',
  },
  source: 'peers',
  unit: 'share',
  better: 'higher',
  needs: ['surveys'],
  computation: {
    kind: 'share',
    grain: 'answer',
    numerator: 'count_where(answered AND invitations_known)',
    denominator: 'count_where(invitations_known)',
  },
  edges: [
    { ...noAnswers, value: null, status: 'undefined' },
    { ...cutOffs, value: 5 / 6, numerator: 5, denominator: 6 },
    { ...blanks, value: 0, numerator: 0, denominator: 2 },
    {
      what: {
        en: 'everybody in the file answered: a file of answers only',
        fr: 'tous ceux du fichier ont répondu : un fichier de réponses seulement',
      },
      given: {
        orders: orders('1,a,2021-06-30,10'),
        surveys: sheet('response_id,customer_id,answered_at,score', '1,a,2021-04-01,9', '2,b,2021-06-30,0'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
    },
  ],
});
