import { addDays, addMonths, daysBetween } from './day.ts';
import { type Period, rangeOf, toDateOf, type Window } from './period.ts';
import { dayPeriod, isUnit, stepUnit, unitsPerYear } from './unit.ts';

/** Both ends a year earlier, 29 February becoming the 28th. */
const datesYearBefore = ({ start, stop }: Window): Window => ({
  start: addMonths(start, -12),
  stop: addDays(addMonths(addDays(stop, -1), -12), 1),
});

/**
 * What a period is compared with by default: of a calendar or fiscal unit the unit before; of a range the same
 * number of days just before; of a period to date the same dates a year before; of `all` nothing.
 */
export const previousPeriod = (period: Period): Period | null => {
  if (isUnit(period)) return stepUnit(period, -1);
  if (period.kind === 'all') return null;
  if (period.kind === 'to-date') return yearBefore(period);
  const days = daysBetween(period.start, period.stop);
  return rangeOf({ start: addDays(period.start, -days), stop: period.start });
};

/**
 * The same unit a year before, or the same dates: 52 weeks back for weeks (so a week 53 has one too), 29 February
 * becoming the 28th. Null for `all`.
 */
export const yearBefore = (period: Period): Period | null => {
  if (period.kind === 'all') return null;
  if (period.kind === 'to-date') {
    return toDateOf(period.label.split(' ')[0] ?? '', datesYearBefore(period));
  }
  if (!isUnit(period)) return rangeOf(datesYearBefore(period));
  if (period.kind === 'week') return stepUnit(period, -52);
  if (period.kind === 'day') return dayPeriod(addMonths(period.start, -12));
  return stepUnit(period, -unitsPerYear(period.kind));
};

/** The period that `--compare` names; null where there is none. */
export const compareWith = (period: Period, how: 'previous' | 'year' | 'none'): Period | null => {
  if (how === 'none') return null;
  return how === 'previous' ? previousPeriod(period) : yearBefore(period);
};
