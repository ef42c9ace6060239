import fc from 'fast-check';
import { type Day, dayFrom, dayOf, firstOfMonth, lengthOfMonth } from './day.ts';

/** The first of the two years random shops are asked about; the second is a leap year. */
export const firstYear = 2023;

const leapDay = dayOf('2024-02-29');

const nearQuarter: fc.Arbitrary<Day> = fc
  .tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -4, max: 4 }))
  .map(([quarter, offset]) => firstOfMonth(firstYear * 12 + 3 * quarter) + offset);

const anyDay: fc.Arbitrary<Day> = fc.integer({
  min: dayFrom(firstYear - 1, 11, 1),
  max: dayFrom(firstYear + 2, 2, 28),
});

/** The first or the last day of a month. */
export const monthEnd: fc.Arbitrary<Day> = fc
  .tuple(fc.integer({ min: -2, max: 25 }), fc.boolean())
  .map(([month, last]) => {
    const [year, number] = [firstYear + Math.floor(month / 12), ((month + 12) % 12) + 1];
    return dayFrom(year, number, last ? lengthOfMonth(year, number) : 1);
  });

/** Days of the two years and some weeks on either side, crowded around the ends of quarters and months. */
export const tradingDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 5, arbitrary: nearQuarter },
  { weight: 4, arbitrary: anyDay },
  { weight: 2, arbitrary: monthEnd },
  { weight: 1, arbitrary: fc.constant(leapDay) },
);
