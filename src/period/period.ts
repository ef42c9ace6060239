import { addDays, type Day, daysBetween } from './day.ts';

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'range' | 'to-date' | 'all';

/** Whole days from `start` up to, not including, `stop`. */
export interface Window {
  readonly start: Day;
  readonly stop: Day;
}

/** A window with the canonical name it is printed under. A fiscal unit has the kind of its length and an `FY` label. */
export interface Period extends Window {
  readonly label: string;
  readonly kind: PeriodKind;
}

/** `all` before the data are known; `allOf` makes a period of it. */
export interface Everything {
  readonly kind: 'all';
  readonly label: 'all';
}

/** What `..` stands for in a label: both ends are in it. */
const ends = ({ start, stop }: Window): string => `${start}..${addDays(stop, -1)}`;

/** A range of days, labelled with both ends included. */
export const rangeOf = (window: Window): Period => ({
  label: ends(window),
  kind: 'range',
  start: window.start,
  stop: window.stop,
});

/** A period to date, labelled with its notation and both ends included: `ytd 2021-01-01..2021-04-14`. */
export const toDateOf = (notation: string, window: Window): Period => ({
  label: `${notation} ${ends(window)}`,
  kind: 'to-date',
  start: window.start,
  stop: window.stop,
});

/** The period `all` over data whose first and last day are these. */
export const allOf = (first: Day, last: Day): Period => ({
  label: 'all',
  kind: 'all',
  start: first,
  stop: addDays(last, 1),
});

/**
 * Like for like: the first `days` days of a period, as a range. The period itself where it has no more than that;
 * an empty window (`stop` = `start`) under the period's own label where `days` is 0 or less.
 */
export const truncateLike = (period: Period, days: number): Period => {
  if (days >= daysBetween(period.start, period.stop)) return period;
  if (days <= 0) return { ...period, stop: period.start };
  return rangeOf({ start: period.start, stop: addDays(period.start, days) });
};
