import { addMonths, type Day, dateOf, dayFrom, dayText, firstOfMonth, type Span } from './day.ts';

/** A period and the one before it. */
export interface Standpoint {
  readonly period: Span;
  readonly previous: Span | null;
}

/** A period by the name a user writes, with those it may be compared with. */
export interface NamedPeriod extends Standpoint {
  readonly label: string;
  readonly comparisons: {
    readonly previous: Standpoint | null;
    readonly year: Standpoint | null;
  };
}

const monthsOf = (from: number, length: number): Standpoint => ({
  period: [firstOfMonth(from), firstOfMonth(from + length)],
  previous: [firstOfMonth(from - length), firstOfMonth(from)],
});

/** Whole months of the calendar: a month, quarter, half or year. */
export const calendarMonths = (label: string, from: number, length: number): NamedPeriod => ({
  label,
  ...monthsOf(from, length),
  comparisons: { previous: monthsOf(from - length, length), year: monthsOf(from - 12, length) },
});

const justBefore = (period: Span): Span => [2 * period[0] - period[1], period[0]];

const daysOf = (start: Day, length: number): Standpoint => {
  const period: Span = [start, start + length];
  return { period, previous: justBefore(period) };
};

/** A day, or several that are no calendar unit: before it lie as many days; a year earlier, the same dates. */
export const dayRange = (label: string, start: Day, length: number): NamedPeriod => {
  const aYearEarlier: Span = [addMonths(start, -12), addMonths(start + length - 1, -12) + 1];
  return {
    label,
    ...daysOf(start, length),
    comparisons: {
      previous: daysOf(start - length, length),
      year: { period: aYearEarlier, previous: justBefore(aYearEarlier) },
    },
  };
};

/** The week, Monday to Sunday, that a day lies in; it belongs to the year of its Thursday. */
export const isoWeek = (day: Day): NamedPeriod => {
  const monday = day - (day % 7);
  const { year } = dateOf(monday + 3);
  const week = Math.floor((monday + 3 - dayFrom(year, 1, 1)) / 7) + 1;
  return {
    label: `${year}-W${String(week).padStart(2, '0')}`,
    ...daysOf(monday, 7),
    comparisons: { previous: daysOf(monday - 7, 7), year: daysOf(monday - 364, 7) },
  };
};

/** All the data; which days those are, only a shop can say. */
export const everything: NamedPeriod = {
  label: 'all',
  period: [0, 0],
  previous: null,
  comparisons: { previous: null, year: null },
};

/** The days of a span as a range that a user can write. */
export const rangeLabel = ([start, stop]: Span): string => `${dayText(start)}..${dayText(stop - 1)}`;
