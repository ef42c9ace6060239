import fc from 'fast-check';
import { dayOf, dayText, firstOfMonth, monthOf } from './day.ts';
import { firstYear, tradingDay } from './days.arbitrary.ts';
import { money } from './orders.arbitrary.ts';
import type { Person } from './people.arbitrary.ts';
import type { ContentRow, SpendRow, SurveyRow } from './shop.ts';

const spelled = (everyone: readonly Person[], who: number) => {
  const { spellings } = everyone[who % everyone.length]!;
  return spellings[who % spellings.length]!;
};

const score = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(9, 10) },
  { weight: 2, arbitrary: fc.constantFrom(7, 8) },
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 3, 4, 5, 6) },
);

const nobody = { customer_id: '', email: '' };

/** Up to 27 survey rows: with two more still fewer than the 30 at which answers that are all low would be refused as another scale. */
export const surveyRows = (everyone: readonly Person[]): fc.Arbitrary<SurveyRow[]> =>
  fc
    .record({
      asksSatisfaction: fc.boolean(),
      onlyAnswers: fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0),
      rows: fc.array(
        fc.record({
          who: fc.nat(99),
          anonymous: fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0),
          day: tradingDay,
          time: fc.constantFrom('', '', ' 08:15', ' 08:15:30', ' 17:05:00'),
          again: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
          answered: fc.integer({ min: 0, max: 4 }).map((draw) => draw > 0),
          scored: fc.integer({ min: 0, max: 5 }).map((draw) => draw > 0),
          hurried: fc.boolean(),
          score,
          satisfaction: fc.integer({ min: 1, max: 5 }),
          effort: fc.integer({ min: 1, max: 7 }),
        }),
        { maxLength: 27, size: 'max' },
      ),
    })
    .map(({ asksSatisfaction, onlyAnswers, rows }) =>
      rows.map((row, at) => {
        const isAnswered = row.answered || onlyAnswers;
        const { anonymous, who, day, time } = row.again ? rows[Math.max(0, at - 1)]! : row;
        const written = (asked: boolean, answer: number) => (isAnswered && asked ? String(answer) : '');
        return {
          response_id: `a${at + 1}`,
          ...(anonymous ? nobody : spelled(everyone, who)),
          answered_at: dayText(day) + time,
          score: written(row.scored || !asksSatisfaction, row.score),
          satisfaction: written(asksSatisfaction, row.satisfaction),
          effort: written(asksSatisfaction && !row.hurried, row.effort),
        };
      }),
    );

const kinds = ['open', 'click', 'view', 'visit', 'sent'] as const;

const everyMonth = Array.from({ length: 24 }, (_, month) => firstOfMonth(firstYear * 12 + month));

/** Single events, and people who read something in every month of the two years. */
export const contentRows = (everyone: readonly Person[]): fc.Arbitrary<ContentRow[]> =>
  fc
    .record({
      steady: fc.array(
        fc.record({ who: fc.nat(99), kind: fc.constantFrom(...kinds), skipped: fc.nat(60), day: fc.nat(27) }),
        { maxLength: 4, size: 'max' },
      ),
      single: fc.array(fc.record({ who: fc.nat(99), day: tradingDay, kind: fc.constantFrom(...kinds) }), {
        maxLength: 15,
        size: 'max',
      }),
    })
    .map(({ steady, single }) => [
      ...steady.flatMap(({ who, kind, skipped, day }) =>
        everyMonth
          .filter((_, month) => month !== skipped)
          .map((first) => ({ ...spelled(everyone, who), occurred_at: dayText(first + day), kind })),
      ),
      ...single.map(({ who, day, kind }) => ({
        ...spelled(everyone, who),
        occurred_at: dayText(day),
        kind,
      })),
    ]);

/** At most one sum for a month and kind, so that no line could be taken for a copy. */
export const spendRows: fc.Arbitrary<SpendRow[]> = fc.uniqueArray(
  fc.record({
    spent_on: tradingDay.map(dayText),
    kind: fc.constantFrom('acquisition', 'retention'),
    amount: money,
  }),
  { maxLength: 10, size: 'max', selector: (row) => `${monthOf(dayOf(row.spent_on))} ${row.kind}` },
);
