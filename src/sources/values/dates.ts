import { fault } from '../../errors.ts';

/** The notations of dates: the numbers by their order, two-digit years, names of months, serial days and seconds. */
export type DateOrder =
  | 'ymd'
  | 'dmy'
  | 'mdy'
  | 'compact'
  | 'dmy2'
  | 'mdy2'
  | 'month-first'
  | 'day-first'
  | 'excel'
  | 'unix';

/** How the dates of one column are written; the same for every row, never decided row by row. */
export interface DateFormat {
  readonly order: DateOrder;
  /** Whether its times carry an offset from UTC; those without are in the declared zone. */
  readonly offset: boolean;
  /** Whether AM or PM stands behind its times, all of them. */
  readonly halves?: true;
}

/** The notations `--date-format` knows. */
export const dateFormats: Readonly<Record<string, DateOrder>> = {
  'yyyy-mm-dd': 'ymd',
  'dd/mm/yyyy': 'dmy',
  'mm/dd/yyyy': 'mdy',
  yyyymmdd: 'compact',
  'dd/mm/yy': 'dmy2',
  'mm/dd/yy': 'mdy2',
  'mon dd, yyyy': 'month-first',
  'dd mon yyyy': 'day-first',
  excel: 'excel',
  unix: 'unix',
};

const year = '(?:19[7-9][0-9]|2[01][0-9]{2})';
const time = '[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?';
const clock = '[ T](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?(?: ?[AaPp][Mm])?';
const halves = '[ T](?:0?[1-9]|1[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])? ?[AaPp][Mm]';
const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const weekday = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?';
const offset = ' ?(?:Z|UTC|GMT|(?:GMT)?[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?|GMT[+-][0-9](?::[0-5][0-9])?)';

/** The regular expressions of the date notations, for JavaScript and the engine's RE2 alike (anchor them). */
export const datePatterns = {
  year,
  iso: `${year}-[0-9]{2}-[0-9]{2}`,
  ymd: `${year}(?:-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.])[0-9]{2}`,
  slashed: `[0-9]{1,2}(?:/[0-9]{1,2}/|[.][0-9]{1,2}[.]|-[0-9]{1,2}-)${year}`,
  short: `[0-9]{1,2}(?:/[0-9]{1,2}/|[.][0-9]{1,2}[.]|-[0-9]{1,2}-)[0-9]{2}`,
  compact: `${year}[0-9]{4}`,
  /** English months in full or shortened; match these without regard to case. */
  monthFirst: `${weekday}${months} [0-9]{1,2},? ${year}`,
  dayFirst: `${weekday}[0-9]{1,2} ${months},? ${year}`,
  /** Days since 30 December 1899, from 1970 to 2199. */
  excel:
    '(?:25569|255[7-9][0-9]|25[6-9][0-9]{2}|2[6-9][0-9]{3}|[3-9][0-9]{4}|10[0-8][0-9]{3}|109[0-4][0-9]{2}|1095[0-6][0-9]|10957[0-4])(?:[.,][0-9]{1,12})?',
  /** Seconds or milliseconds since 1970, from 2001 on. */
  unix: '[1-7][0-9]{9}(?:[0-9]{3})?',
  weekday,
  /** The time of day beside an ISO date, and as other notations write it: one digit of the hour, AM or PM. */
  time,
  clock,
  halves,
  offset,
} as const;

const anchored = (pattern: string, flags = ''): RegExp => new RegExp(`^(?:${pattern})$`, flags);
const ymd = anchored(`${datePatterns.ymd}(?:${time}|${halves})?`);
const ymdOffset = anchored(`${datePatterns.ymd}(?:${time}|${halves})${offset}`);
const slashed = anchored(`${datePatterns.slashed}(?:${clock})?`);
const slashedOffset = anchored(`${datePatterns.slashed}${clock}${offset}`);
const compact = anchored(datePatterns.compact);
const maybeTime = `(?:${clock}(?:${offset})?)?`;
const short = anchored(`${datePatterns.short}(?:${clock})?`);
/** In the order of preference; no value is written in two ways of one notation. */
const notations = {
  ymd: [ymd, ymdOffset],
  slashed: [slashed, slashedOffset],
  compact: [compact],
  'month-first': [anchored(`${datePatterns.monthFirst}${maybeTime}`, 'i')],
  'day-first': [anchored(`${datePatterns.dayFirst}${maybeTime}`, 'i')],
  excel: [anchored(datePatterns.excel)],
  unix: [anchored(datePatterns.unix)],
} as const;
type Notation = keyof typeof notations;
const offsetAtEnd = new RegExp(`${clock}${offset}$`);
const halvesAtEnd = new RegExp(`${halves}(?:${offset})?$`);

/** What the sample of a column says: its format; or that the whole column must tell day from month; or nothing at all. */
export type DateReading =
  | DateFormat
  | {
      readonly order: 'day-or-month';
      readonly offset: boolean;
      readonly halves?: true;
      /** The order the export is known for, where no value of the whole column tells. */
      readonly usual: 'dmy' | 'mdy' | null;
    }
  | null;

/**
 * Reads the format of a date column from a sample. A declared order wins; the `usual` one of an export is taken where
 * the values do not speak against it. Offsets beside none, and days first beside
 * months first, are refused: an order that changes by row is no order.
 */
export const readDateFormat = (
  file: string,
  column: string,
  values: readonly string[],
  declared: DateOrder | null,
  usual: DateOrder | null = null,
): DateReading => {
  const reading = readOrder(file, column, values, declared, usual);
  const times = values.filter((value) => value.includes(':'));
  const withHalves = times.filter((value) => halvesAtEnd.test(value.trim())).length;
  return reading !== null && withHalves > 0 && withHalves >= times.length / 2
    ? { ...reading, halves: true }
    : reading;
};

const readOrder = (
  file: string,
  column: string,
  values: readonly string[],
  declared: DateOrder | null,
  usual: DateOrder | null,
): DateReading => {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const withOffset = filled.filter((value) => offsetAtEnd.test(value)).length;
  const withTime = filled.filter((value) => value.includes(':')).length;
  const offsets = withOffset > 0;
  if (offsets && withOffset < withTime) throw fault('mixed_offsets', [file, column]);
  if (declared !== null) return { order: declared, offset: offsets };
  if (filled.length === 0) return null;
  if ((usual === 'dmy2' || usual === 'mdy2') && filled.some((value) => short.test(value)))
    return { order: usual, offset: offsets };
  const count = (pattern: RegExp): number => filled.filter((value) => pattern.test(value)).length;
  let kind: { order: Notation; count: number } = { order: 'ymd', count: 0 };
  for (const order of Object.keys(notations) as Notation[]) {
    const found = notations[order].reduce((sum, pattern) => sum + count(pattern), 0);
    if (found > kind.count) kind = { order, count: found };
    if (found === filled.length) break;
  }
  if (kind.count === 0) return { order: 'ymd', offset: false };
  if (kind.order !== 'slashed') return { order: kind.order, offset: offsets };
  const parts = filled.flatMap((value) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]/.exec(value);
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const];
  });
  const dayFirst = parts.some(([first]) => first > 12);
  const monthFirst = parts.some(([, second]) => second > 12);
  if (dayFirst && monthFirst) throw fault('contradictory_dates', [file, column]);
  if (dayFirst) return { order: 'dmy', offset: offsets };
  if (monthFirst) return { order: 'mdy', offset: offsets };
  return {
    order: 'day-or-month',
    offset: offsets,
    usual: usual === 'dmy' || usual === 'mdy' ? usual : null,
  };
};
