import { type DateFormat, datePatterns } from '../../sources/values/dates.ts';
import { literal } from '../sql.ts';
import { blanks } from './text.ts';

const { year, iso: isoPattern, time, offset } = datePatterns;

const slashedParts = '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})';

/** Two digits, or one or two, between two of the same mark: one of three groups is filled. */
const between = (digits: string): string => `(?:-(${digits})-|/(${digits})/|[.](${digits})[.])`;
const slashed = `([0-9]{1,2})${between('[0-9]{1,2}')}(${year})`;

/** The patterns of the orders with year, month and day captured, the replacement that writes them as ISO, and how many groups there are. */
const captured: Readonly<
  Record<DateFormat['order'], readonly [pattern: string, iso: string, groups: number]>
> = {
  ymd: [`(${year})${between('[0-9]{2}')}([0-9]{2})`, '\\1-\\2\\3\\4-\\5', 5],
  dmy: [slashed, '\\5-\\2\\3\\4-\\1', 5],
  mdy: [slashed, '\\5-\\1-\\2\\3\\4', 5],
  compact: [`(${year})([0-9]{2})([0-9]{2})`, '\\1-\\2-\\3', 3],
};

/** A sign no export writes; it marks the values that a pattern matched whole. */
const mark = '\u0001';

/**
 * Rewrites a value that matches a pattern whole, else NULL. The text stands in it once: what stands twice in a
 * statement the engine computes for every row, also for those that a CASE has already answered.
 */
const rewritten = (text: string, pattern: string, replacement: string): string =>
  `nullif(regexp_extract(regexp_replace(${text}, ${literal(`^${pattern}$`)}, ${literal(mark + replacement)}), ${literal(`^${mark}(.*)$`)}, 1), '')`;

const instant = (text: string, order: DateFormat['order']): string => {
  const [pattern, iso, groups] = captured[order];
  const zulu = `regexp_replace(${text}, ' ?(?:Z|UTC)$', '+00:00')`;
  const spaced = `regexp_replace(${zulu}, '(:[0-9]{2}(?:[.,][0-9]+)?) ?([+-][0-9]{2}):?([0-9]{2})?$', '\\1\\2:\\3')`;
  const hours = `regexp_replace(${spaced}, ':$', ':00')`;
  const whole = `regexp_replace(${hours}, '([ T][0-9]{2}:[0-9]{2})([+-][0-9]{2}:[0-9]{2})$', '\\1:00\\2')`;
  const clock =
    '((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(?:[.,][0-9]{1,9})?([+-](?:0[0-9]|1[0-4]):[0-5][0-9])';
  return `try_cast(${rewritten(whole, `${pattern}[ T]${clock}`, `${iso} ${[1, 2].map((group) => `\\${groups + group}`).join('')}`)} AS TIMESTAMPTZ)`;
};

/** A time that the engine writes back to the letter is what it read, which is quicker to know than to match it. */
const asWritten = (column: string): string => {
  const read = `try_cast(${column} AS TIMESTAMP)`;
  return `${read}::VARCHAR = ${column} AND ${read} >= TIMESTAMP '1970-01-01' AND ${read} < TIMESTAMP '2200-01-01' THEN ${read}::DATE`;
};

/**
 * SQL that gives the local day (DATE) of a text column: NULL where the value is not written to the letter as the
 * format says. Times with an offset are moved to `timezone`; those without are in it already.
 */
export const dateExpression = (column: string, format: DateFormat, timezone: string): string => {
  const { order } = format;
  const [pattern, iso] = captured[order];
  const text = `trim(${column}, ${literal(blanks)})`;
  const day = (tail: string): string => `try_cast(${rewritten(text, `${pattern}${tail}`, iso)} AS DATE)`;
  if (format.offset)
    return `coalesce((${instant(text, order)} AT TIME ZONE ${literal(timezone)})::DATE, ${day('')})`;
  if (order !== 'ymd') return day(order === 'compact' ? '' : `(?:${time})?`);
  return `CASE WHEN ${asWritten(column)}
    WHEN regexp_full_match(${column}, '${isoPattern}') THEN try_cast(${column} AS DATE) ELSE ${day(`(?:${time})?`)} END`;
};

/** SQL that is true where a slashed date has a part above 12, that only a day can be, in first or in second place. */
export const partAboveTwelve = (column: string, place: 1 | 2): string =>
  `try_cast(regexp_extract(trim(${column}), ${literal(slashedParts)}, ${place}) AS INTEGER) > 12`;

/** SQL that is true where a value has a time of day and carries (or does not carry) an offset from UTC. */
export const hasTime = (column: string, withOffset: boolean): string =>
  `regexp_full_match(trim(${column}), ${literal(`.*${time}${withOffset ? offset : ''}`)})`;
