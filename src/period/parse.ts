import { fault } from '../errors.ts';
import { addDays, type Day, isDay } from './day.ts';
import { type Everything, type Period, rangeOf } from './period.ts';
import { lastMany, lastUnit, toDate } from './relative.ts';
import { dayPeriod, isoWeek, type MonthsKind, monthsPeriod, unitsPerYear, weeksInYear } from './unit.ts';

/** What a notation is read against: the day relative periods end before, and the first day of fiscal years (`MM-DD`). */
export interface PeriodContext {
  readonly asOf: Day;
  readonly fiscalStart: string | null;
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

const refuse = (text: string, why: string): never => {
  throw fault('unknown_period', [text, why]);
};

const yearOf = (text: string, digits: string): number => {
  const year = Number(digits);
  if (year < FIRST_YEAR || year > LAST_YEAR) refuse(text, `years run from ${FIRST_YEAR} to ${LAST_YEAR}`);
  return year;
};

/** Whether the text is a month and a day every year has, `MM-DD` with days 01 to 28, so that fiscal months are even. */
export const isFiscalStart = (text: string): boolean => /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(text);

const fiscalStartOf = (text: string, { fiscalStart }: PeriodContext): string => {
  if (fiscalStart === null) throw fault('fiscal_start_missing', [text]);
  if (!isFiscalStart(fiscalStart)) throw fault('bad_fiscal_start', [fiscalStart]);
  return fiscalStart;
};

const kindOfLetter: Readonly<Record<string, MonthsKind>> = {
  h: 'half',
  s: 'half',
  q: 'quarter',
  t: 'quarter',
};
const plural = { year: 'years', half: 'half-years', quarter: 'quarters', month: 'months' };

const months = (
  text: string,
  kind: MonthsKind,
  year: string,
  digits: string,
  fiscalStart: string | null,
): Period => {
  const number = Number(digits);
  const last = unitsPerYear(kind);
  if (number < 1 || number > last) refuse(text, `${plural[kind]} run from 1 to ${last}`);
  return monthsPeriod({ kind, year: yearOf(text, year), number, fiscalStart });
};

const yearPart = (
  text: string,
  context: PeriodContext,
  fiscal = '',
  year = '',
  letter = '',
  digits = '1',
): Period =>
  months(
    text,
    kindOfLetter[letter.toLowerCase()] ?? 'year',
    year,
    digits,
    fiscal === '' ? null : fiscalStartOf(text, context),
  );

const week = (text: string, yearDigits: string, digits: string): Period => {
  const year = yearOf(text, yearDigits);
  const last = weeksInYear(year);
  const number = Number(digits);
  if (number < 1 || number > last) refuse(text, `the ISO weeks of ${year} run from 1 to ${last}`);
  return isoWeek(year, number);
};

const day = (text: string, written: string): Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) refuse(text, 'both ends of a range are days written YYYY-MM-DD');
  if (!isDay(written)) refuse(text, `there is no day ${written}`);
  yearOf(text, written.slice(0, 4));
  return written;
};

const range = (text: string, from: string, to: string): Period => {
  const start = day(text, from);
  const last = day(text, to);
  if (last < start) refuse(text, 'it ends before it begins');
  return rangeOf({ start, stop: addDays(last, 1) });
};

const many = (text: string, count: number, kind: Parameters<typeof lastMany>[1], asOf: Day): Period => {
  if (count === 0) refuse(text, 'the number is at least 1');
  const period = lastMany(count, kind, asOf);
  if (period.start < `${FIRST_YEAR}-01-01`) refuse(text, `it would begin before ${FIRST_YEAR}`);
  return period;
};

type Reader = (text: string, context: PeriodContext, groups: readonly string[]) => Period | Everything;

const notations: readonly (readonly [RegExp, Reader])[] = [
  [/^all$/i, () => ({ kind: 'all', label: 'all' })],
  [/^(fy)?(\d{4})(?:-([hsqt])(\d{1,2}))?$/i, (text, context, groups) => yearPart(text, context, ...groups)],
  [
    /^([hsqt])(\d{1,2})\s+(fy)?(\d{4})$/i,
    (text, context, [letter, digits, fiscal, year]) => yearPart(text, context, fiscal, year, letter, digits),
  ],
  [/^(\d{4})-(\d{2})$/, (text, _, [year = '', digits = '']) => months(text, 'month', year, digits, null)],
  [/^(\d{4})-w(\d{1,2})$/i, (text, _, [year = '', digits = '']) => week(text, year, digits)],
  [/^(\d{4}-\d{2}-\d{2})$/, (text, _, [written = '']) => dayPeriod(day(text, written))],
  [/^([^./]+)(?:\.\.|\/)([^./]+)$/, (text, _, [from = '', to = '']) => range(text, from.trim(), to.trim())],
  [
    /^last-(year|quarter|month|week)$/i,
    (_, { asOf }, [kind = '']) => lastUnit(kind.toLowerCase() as Parameters<typeof lastUnit>[0], asOf),
  ],
  [
    /^last-(\d{1,5})-(day|week|month|quarter|year)s?$/i,
    (text, { asOf }, [count, kind = '']) =>
      many(text, Number(count), kind.toLowerCase() as Parameters<typeof lastMany>[1], asOf),
  ],
  [
    /^([mqy]td)$/i,
    (_, { asOf }, [notation = '']) => toDate(notation.toLowerCase() as Parameters<typeof toDate>[0], asOf),
  ],
];

/**
 * Reads a period in one of the notations the sentence of `unknown_period` lists, in any case, blanks around it
 * trimmed. Both ends of a written range are in it; relative periods end the day before as-of and are named by what
 * they mean (`last-month` becomes `2021-03`). Throws `unknown_period`, `fiscal_start_missing`, `bad_fiscal_start` or
 * `period_not_begun`.
 */
export const parsePeriod = (text: string, context: PeriodContext): Period | Everything => {
  const trimmed = text.trim();
  for (const [pattern, read] of notations) {
    const match = pattern.exec(trimmed);
    if (match !== null) return read(trimmed, context, match.slice(1));
  }
  return refuse(trimmed, '');
};
