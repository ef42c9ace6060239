import { fault } from '../../errors.ts';

/** How the dates of one column are written; the same for every row, never decided row by row. */
export interface DateFormat {
  readonly order: 'ymd' | 'dmy' | 'mdy' | 'compact';
  /** Whether its times carry an offset from UTC; those without are in the declared zone. */
  readonly offset: boolean;
}

/** The notations `--date-format` knows. */
export const dateFormats: Readonly<Record<string, DateFormat['order']>> = {
  'yyyy-mm-dd': 'ymd',
  'dd/mm/yyyy': 'dmy',
  'mm/dd/yyyy': 'mdy',
  yyyymmdd: 'compact',
};

const year = '(?:19[7-9][0-9]|2[01][0-9]{2})';
const time = '[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?';
const offset = ' ?(?:Z|UTC|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)';

/** The regular expressions of the date notations, for JavaScript and the engine's RE2 alike (anchor them). */
export const datePatterns = {
  year,
  iso: `${year}-[0-9]{2}-[0-9]{2}`,
  ymd: `${year}(?:-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.])[0-9]{2}`,
  slashed: `[0-9]{1,2}(?:/[0-9]{1,2}/|[.][0-9]{1,2}[.]|-[0-9]{1,2}-)${year}`,
  compact: `${year}[0-9]{4}`,
  time,
  offset,
} as const;

const anchored = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const ymd = anchored(`${datePatterns.ymd}(?:${time})?`);
const ymdOffset = anchored(`${datePatterns.ymd}${time}${offset}`);
const slashed = anchored(`${datePatterns.slashed}(?:${time})?`);
const slashedOffset = anchored(`${datePatterns.slashed}${time}${offset}`);
const compact = anchored(datePatterns.compact);

/** What the sample of a column says: its format; or that the whole column must tell day from month; or nothing at all. */
export type DateReading = DateFormat | { readonly order: 'day-or-month'; readonly offset: boolean } | null;

/**
 * Reads the format of a date column from a sample. A declared order wins. Offsets beside none, and days first beside
 * months first, are refused: an order that changes by row is no order.
 */
export const readDateFormat = (
  file: string,
  column: string,
  values: readonly string[],
  declared: DateFormat['order'] | null,
): DateReading => {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const withOffset = filled.filter((value) => ymdOffset.test(value) || slashedOffset.test(value)).length;
  const withTime = filled.filter((value) => value.includes(':')).length;
  const offsets = withOffset > 0;
  if (offsets && withOffset < withTime) throw fault('mixed_offsets', [file, column]);
  if (declared !== null) return { order: declared, offset: offsets };
  if (filled.length === 0) return null;
  const count = (pattern: RegExp): number => filled.filter((value) => pattern.test(value)).length;
  const kinds = [
    { order: 'ymd' as const, count: count(ymd) + count(ymdOffset) },
    { order: 'slashed' as const, count: count(slashed) + count(slashedOffset) },
    { order: 'compact' as const, count: count(compact) },
  ].toSorted((one, other) => other.count - one.count);
  const kind = kinds[0]!;
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
  return { order: 'day-or-month', offset: offsets };
};
