import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeeksInYear } from 'date-fns/getISOWeeksInYear';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { addDays, addMonths, type Day } from './day.ts';
import type { Period, PeriodKind, Window } from './period.ts';
import { inUtc } from './utc.ts';

/** The units made of whole months: how many, and the letter of their labels. */
const lengths = {
  year: { months: 12, letter: '' },
  half: { months: 6, letter: 'H' },
  quarter: { months: 3, letter: 'Q' },
  month: { months: 1, letter: '' },
} as const;

export type MonthsKind = keyof typeof lengths;
export type UnitKind = MonthsKind | 'week' | 'day';

/** One unit of a year: the `number`-th from 1 (a year has one). `fiscalStart` is `MM-DD`, null for calendar years. */
export interface MonthsUnit {
  readonly kind: MonthsKind;
  readonly year: number;
  readonly number: number;
  readonly fiscalStart: string | null;
}

/** Whether a period is a calendar or fiscal unit, which has a unit before it. */
export const isUnit = (period: Period): period is Period & { kind: UnitKind } =>
  isMonthsKind(period.kind) || period.kind === 'week' || period.kind === 'day';

const isMonthsKind = (kind: PeriodKind): kind is MonthsKind => Object.hasOwn(lengths, kind);

/** How many units of a kind a year holds. */
export const unitsPerYear = (kind: MonthsKind): number => 12 / lengths[kind].months;

const monthsLabel = ({ kind, year, number, fiscalStart }: MonthsUnit): string => {
  const name = `${fiscalStart === null ? '' : 'FY'}${year}`;
  if (kind === 'year') return name;
  return `${name}-${kind === 'month' ? String(number).padStart(2, '0') : `${lengths[kind].letter}${number}`}`;
};

/** The period of a unit of months. */
export const monthsPeriod = (unit: MonthsUnit): Period => {
  const { months } = lengths[unit.kind];
  const start = addMonths(`${unit.year}-${unit.fiscalStart ?? '01-01'}`, (unit.number - 1) * months);
  return { label: monthsLabel(unit), kind: unit.kind, start, stop: addMonths(start, months) };
};

/** The unit of months a period was made of, read back from its label. */
const monthsUnit = (period: Period & { kind: MonthsKind }): MonthsUnit => {
  const [, fiscal, year, digits] = /^(FY)?(\d{4})(?:-[HQ]?(\d+))?$/.exec(period.label) ?? [];
  const number = Number(digits ?? 1);
  const yearStart = addMonths(period.start, (1 - number) * lengths[period.kind].months);
  return {
    kind: period.kind,
    year: Number(year),
    number,
    fiscalStart: fiscal === undefined ? null : yearStart.slice(5),
  };
};

/** The period of one day. */
export const dayPeriod = (day: Day): Period => ({
  label: day,
  kind: 'day',
  start: day,
  stop: addDays(day, 1),
});

/** The ISO 8601 week (Monday to Sunday; the year's first holds 4 January) that contains a day. */
const weekPeriod = (day: Day): Period => {
  const start = startOfISOWeek(day, inUtc).toISOString().slice(0, 10);
  const week = String(getISOWeek(day, inUtc)).padStart(2, '0');
  return { label: `${getISOWeekYear(day, inUtc)}-W${week}`, kind: 'week', start, stop: addDays(start, 7) };
};

/** How many ISO weeks a year has, 52 or 53. */
export const weeksInYear = (year: number): number => getISOWeeksInYear(`${year}-07-01`, inUtc);

/** The ISO week of that number; the number must be one the year has. */
export const isoWeek = (year: number, week: number): Period =>
  weekPeriod(addDays(`${year}-01-04`, 7 * (week - 1)));

/** The unit that contains a day; years, halves and quarters are fiscal ones where `fiscalStart` (`MM-DD`) is given. */
export const unitContaining = (day: Day, kind: UnitKind, fiscalStart: string | null = null): Period => {
  if (kind === 'day') return dayPeriod(day);
  if (kind === 'week') return weekPeriod(day);
  const anchor = kind === 'month' ? null : fiscalStart;
  const [startMonth, startDay] = (anchor ?? '01-01').split('-').map(Number) as [number, number];
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const position = year * 12 + month - startMonth - (date < startDay ? 1 : 0);
  const { months } = lengths[kind];
  return monthsPeriod({
    kind,
    year: Math.floor(position / 12),
    number: Math.floor((position % 12) / months) + 1,
    fiscalStart: anchor,
  });
};

/** The unit that lies `count` units of the same kind later (earlier where it is negative). */
export const stepUnit = (period: Period & { kind: UnitKind }, count: number): Period => {
  const { kind } = period;
  if (kind === 'day') return dayPeriod(addDays(period.start, count));
  if (kind === 'week') return weekPeriod(addDays(period.start, 7 * count));
  const unit = monthsUnit({ ...period, kind });
  const perYear = unitsPerYear(kind);
  const position = unit.year * perYear + unit.number - 1 + count;
  return monthsPeriod({ ...unit, year: Math.floor(position / perYear), number: (position % perYear) + 1 });
};

/** The units of a kind that overlap a window, in order, each whole. */
export const unitsOver = (window: Window, kind: UnitKind, fiscalStart: string | null = null): Period[] => {
  const units: Period[] = [];
  let start = window.start;
  while (start < window.stop) {
    const unit = unitContaining(start, kind, fiscalStart);
    units.push(unit);
    start = unit.stop;
  }
  return units;
};
