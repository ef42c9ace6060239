import fc from 'fast-check';
import type { Base, Question } from './books.ts';
import { addMonths, dayFrom, dayText } from './day.ts';
import { firstYear } from './days.arbitrary.ts';
import { calendarMonths, dayRange, everything, isoWeek, type NamedPeriod } from './periods.ts';

/** What a period is compared with. */
export type Compare = 'previous' | 'year' | 'none';

/** A question with the text a user writes for its period, and what it is to be compared with. */
export interface Inquiry extends Question {
  readonly label: string;
  readonly compare: Compare;
  /** The same question about the period that `compare` names; null where there is none. */
  readonly comparison: Question | null;
}

const monthIn = (year: number, month: number) => year * 12 + month - 1;

const padded = (month: number) => String(month).padStart(2, '0');

const year = fc.integer({ min: firstYear, max: firstYear + 1 });

/** Years, halves, quarters, months, weeks, days, ranges that are no calendar unit, and all the data. */
export const namedPeriod: fc.Arbitrary<NamedPeriod> = fc.oneof(
  { weight: 3, arbitrary: year.map((y) => calendarMonths(`${y}`, monthIn(y, 1), 12)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(year, fc.nat(1))
      .map(([y, half]) => calendarMonths(`${y}-H${half + 1}`, monthIn(y, 6 * half + 1), 6)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(year, fc.nat(3))
      .map(([y, q]) => calendarMonths(`${y}-Q${q + 1}`, monthIn(y, 3 * q + 1), 3)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(year, fc.nat(11))
      .map(([y, m]) => calendarMonths(`${y}-${padded(m + 1)}`, monthIn(y, m + 1), 1)),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: dayFrom(firstYear, 1, 1), max: dayFrom(firstYear + 2, 1, 7) })
      .map((day) => isoWeek(day)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(year, fc.nat(11), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => dayRange(`${y}-${padded(m + 1)}-${padded(d)}`, dayFrom(y, m + 1, d), 1)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(year, fc.nat(11), fc.integer({ min: 2, max: 28 }), fc.integer({ min: 40, max: 200 }))
      .map(([y, m, d, length]) => {
        const start = dayFrom(y, m + 1, d);
        return dayRange(`${dayText(start)}..${dayText(start + length - 1)}`, start, length);
      }),
  },
  { weight: 1, arbitrary: fc.constant(everything) },
);

const bases: readonly Base[] = ['previous', 'active:12m', 'ever', 'contract'];

const lastDayKnown = dayFrom(firstYear + 3, 6, 30);

const asking = (periods: fc.Arbitrary<NamedPeriod>): fc.Arbitrary<Inquiry> =>
  fc
    .record({
      named: periods,
      base: fc.constantFrom(...bases),
      compare: fc.constantFrom<Compare[]>('previous', 'previous', 'previous', 'year', 'year', 'none'),
      late: fc.integer({ min: 0, max: 9 }),
      into: fc.nat(400),
    })
    .map(({ named, base, compare, late, into }) => {
      const { label, period, previous } = named;
      const [start, stop] = period;
      const early = [stop, stop - 1, stop - 2, start + (into % Math.max(1, stop - start))];
      const asOf = label === everything.label ? lastDayKnown - 3 * into : (early[late] ?? lastDayKnown);
      const question = { base, asOf: Math.max(asOf, start) };
      const compared = compare === 'none' ? null : named.comparisons[compare];
      const comparison = compared === null ? null : { ...question, ...compared };
      return { ...question, label, period, previous, compare, comparison };
    });

/** Questions over all four bases; as-of mostly long after the period, sometimes at its end or inside it. */
export const inquiry = asking(namedPeriod);

/** Questions about periods at the end of the two years, where lifetime values have their 24 months of history. */
export const lateInquiry = asking(
  fc.constantFrom(
    calendarMonths(`${firstYear + 1}`, monthIn(firstYear + 1, 1), 12),
    calendarMonths(`${firstYear + 1}-H2`, monthIn(firstYear + 1, 7), 6),
    calendarMonths(`${firstYear + 1}-Q4`, monthIn(firstYear + 1, 10), 3),
  ),
);

/** The question that follows when the period is `all`: from the first to the last day of the data. */
export const aboutEverything = (question: Inquiry, orderDays: readonly number[]): Inquiry => {
  const [first, last] = [orderDays[0] ?? question.asOf, orderDays.at(-1) ?? question.asOf - 1];
  const isLong = addMonths(last + 1, -12) > first;
  const base = question.base === 'active:12m' && isLong ? 'ever' : question.base;
  return { ...question, base, period: [first, last + 1], previous: null, comparison: null };
};
