import { type Books, dayIn, keyOf } from './books.ts';
import { dayOf, within } from './day.ts';
import { count, type Draft, quotient } from './figure.ts';
import { divide, multiply, rational } from './rational.ts';
import type { SurveyRow } from './shop.ts';

const needs = ['surveys'] as const;

type Scale = 'score' | 'satisfaction' | 'effort';

const isAnswered = (row: SurveyRow): boolean =>
  row.score !== '' || row.satisfaction !== '' || row.effort !== '';

/** By date and time of day, then by response id, a longer one being later. */
const isLater = (row: SurveyRow, than: SurveyRow): boolean => {
  if (row.answered_at !== than.answered_at) return row.answered_at > than.answered_at;
  const [id, other] = [row.response_id, than.response_id];
  return id.length === other.length ? id > other : id.length > other.length;
};

const lastAnswers = (rows: readonly SurveyRow[], scale: Scale): number[] => {
  const standing = new Map<string, SurveyRow>();
  for (const row of rows) {
    if (row[scale] === '') continue;
    const person = keyOf(row) ?? `nobody ${row.response_id}`;
    const other = standing.get(person);
    if (other === undefined || isLater(row, other)) standing.set(person, row);
  }
  return [...standing.values()].map((row) => Number(row[scale]));
};

const departures = (books: Books): Draft[] => {
  const reasons = new Map<string, number>();
  for (const contracts of books.customers.values()) {
    for (const { ended_at, end_reason } of contracts) {
      if (ended_at === '' || end_reason === '') continue;
      if (!within(dayOf(ended_at), books.question.period)) continue;
      reasons.set(end_reason, (reasons.get(end_reason) ?? 0) + 1);
    }
  }
  return [...reasons].map(([reason, length]) => count(`churn_reasons[${reason}]`, ['customers'], { length }));
};

/** "What they say"; one figure `churn_reasons[reason]` for each reason stated in the period. */
export const say = (books: Books): Draft[] => {
  const dated = books.surveys.filter((row) => within(dayIn(row.answered_at), books.question.period));
  const scores = lastAnswers(dated, 'score');
  const promoters = scores.filter((score) => score >= 9).length;
  const passives = scores.filter((score) => score === 7 || score === 8).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const satisfaction = lastAnswers(dated, 'satisfaction');
  const effort = lastAnswers(dated, 'effort');
  const plus = (a: number, b: number) => a + b;
  return [
    {
      ...quotient('net_promoter_score', needs, promoters - detractors, scores.length),
      combine: (numerator, denominator) => multiply(rational(100), divide(numerator, denominator)),
    },
    quotient('promoter_share', needs, promoters, scores.length),
    quotient('passive_share', needs, passives, scores.length),
    quotient('detractor_share', needs, detractors, scores.length),
    quotient(
      'satisfaction_rate',
      needs,
      satisfaction.filter((answer) => answer >= 4).length,
      satisfaction.length,
    ),
    quotient('satisfaction_mean', needs, satisfaction.reduce(plus, 0), satisfaction.length),
    quotient('effort_score', needs, effort.reduce(plus, 0), effort.length),
    {
      ...quotient('response_rate', needs, dated.filter(isAnswered).length, dated.length),
      undefinedWhen: books.surveys.every(isAnswered),
    },
    ...departures(books),
  ];
};
