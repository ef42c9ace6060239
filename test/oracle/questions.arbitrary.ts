import fc from 'fast-check';
import type { Base, Question } from './books.ts';
import { dayFrom, dayText, firstOfMonth, type Span } from './day.ts';
import { firstYear } from './days.arbitrary.ts';

/** A question with the text a user writes for its period. */
export interface Inquiry extends Question {
  readonly label: string;
}

interface NamedPeriod {
  readonly label: string;
  readonly period: Span;
  readonly previous: Span | null;
}

const months = (label: string, from: number, length: number): NamedPeriod => ({
  label,
  period: [firstOfMonth(from), firstOfMonth(from + length)],
  previous: [firstOfMonth(from - length), firstOfMonth(from)],
});

const monthIn = (year: number, month: number) => year * 12 + month - 1;

const padded = (month: number) => String(month).padStart(2, '0');

const year = fc.integer({ min: firstYear, max: firstYear + 1 });

const days = (label: string, start: number, length: number): NamedPeriod => ({
  label,
  period: [start, start + length],
  previous: [start - length, start],
});

/** Years, halves, quarters, months, days, and ranges that are no calendar unit, each with the period before it. */
export const namedPeriod: fc.Arbitrary<NamedPeriod> = fc.oneof(
  { weight: 3, arbitrary: year.map((y) => months(`${y}`, monthIn(y, 1), 12)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(year, fc.nat(1))
      .map(([y, half]) => months(`${y}-H${half + 1}`, monthIn(y, 6 * half + 1), 6)),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(year, fc.nat(3)).map(([y, q]) => months(`${y}-Q${q + 1}`, monthIn(y, 3 * q + 1), 3)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(year, fc.nat(11))
      .map(([y, m]) => months(`${y}-${padded(m + 1)}`, monthIn(y, m + 1), 1)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(year, fc.nat(11), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => days(`${y}-${padded(m + 1)}-${padded(d)}`, dayFrom(y, m + 1, d), 1)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(year, fc.nat(11), fc.integer({ min: 2, max: 28 }), fc.integer({ min: 40, max: 200 }))
      .map(([y, m, d, length]) => {
        const start = dayFrom(y, m + 1, d);
        return days(`${dayText(start)}..${dayText(start + length - 1)}`, start, length);
      }),
  },
);

const bases: readonly Base[] = ['previous', 'active:12m', 'ever', 'contract'];

const asking = (periods: fc.Arbitrary<NamedPeriod>): fc.Arbitrary<Inquiry> =>
  fc
    .record({
      named: periods,
      base: fc.constantFrom(...bases),
      late: fc.integer({ min: 0, max: 9 }),
      into: fc.nat(400),
    })
    .map(({ named, base, late, into }) => {
      const [start, stop] = named.period;
      const early = [stop, stop - 1, stop - 2, start + (into % (stop - start))];
      const asOf = early[late] ?? dayFrom(firstYear + 3, 6, 30);
      return { ...named, base, asOf: Math.max(asOf, start) };
    });

/** Questions over all four bases; as-of mostly long after the period, sometimes at its end or inside it. */
export const inquiry = asking(namedPeriod);

/** Questions about periods at the end of the two years, where lifetime values have their 24 months of history. */
export const lateInquiry = asking(
  fc.constantFrom(
    months(`${firstYear + 1}`, monthIn(firstYear + 1, 1), 12),
    months(`${firstYear + 1}-H2`, monthIn(firstYear + 1, 7), 6),
    months(`${firstYear + 1}-Q4`, monthIn(firstYear + 1, 10), 3),
  ),
);
