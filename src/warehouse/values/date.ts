import { type DateFormat, type DateOrder, datePatterns } from '../../sources/values/dates.ts';
import { literal } from '../sql.ts';
import { blanks } from './text.ts';

const { year, iso: isoPattern, time, clock, offset } = datePatterns;

type Numbers = 'ymd' | 'dmy' | 'mdy' | 'compact';

const slashedParts = '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})';

/** Two digits, or one or two, between two of the same mark: one of three groups is filled. */
const between = (digits: string): string => `(?:-(${digits})-|/(${digits})/|[.](${digits})[.])`;
const slashed = `([0-9]{1,2})${between('[0-9]{1,2}')}(${year})`;

/** The patterns of the orders with year, month and day captured, the replacement that writes them as ISO, and how many groups there are. */
const captured: Readonly<Record<Numbers, readonly [pattern: string, iso: string, groups: number]>> = {
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

const withHourOfTwoDigits = (text: string): string => `regexp_replace(${text}, '[ T]([0-9]:)', ' 0\\1')`;

const instant = (text: string, order: Numbers): string => {
  const [pattern, iso, groups] = captured[order];
  const padded = order === 'ymd' ? text : withHourOfTwoDigits(text);
  const greenwich = `regexp_replace(regexp_replace(${padded}, ' ?GMT([+-])([0-9])(:[0-9]{2})?$', '\\10\\2\\3'), ' ?GMT([+-])', '\\1')`;
  const zulu = `regexp_replace(${greenwich}, ' ?(?:Z|UTC|GMT)$', '+00:00')`;
  const spaced = `regexp_replace(${zulu}, '(:[0-9]{2}(?:[.,][0-9]+)?) ?([+-][0-9]{2}):?([0-9]{2})?$', '\\1\\2:\\3')`;
  const hours = `regexp_replace(${spaced}, ':$', ':00')`;
  const whole = `regexp_replace(${hours}, '([ T][0-9]{2}:[0-9]{2})([+-][0-9]{2}:[0-9]{2})$', '\\1:00\\2')`;
  const hour =
    '((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(?:[.,][0-9]{1,9})?([+-](?:0[0-9]|1[0-4]):[0-5][0-9])';
  return `try_cast(${rewritten(whole, `${pattern}[ T]${hour}`, `${iso} ${[1, 2].map((group) => `\\${groups + group}`).join('')}`)} AS TIMESTAMPTZ)`;
};

/** A time that the engine writes back to the letter is what it read, which is quicker to know than to match it. */
const asWritten = (column: string): string => {
  const read = `try_cast(${column} AS TIMESTAMP)`;
  return `${read}::VARCHAR = ${column} AND ${read} >= TIMESTAMP '1970-01-01' AND ${read} < TIMESTAMP '2200-01-01' THEN ${read}::DATE`;
};

/** The engine reads English months by three letters, without regard to case. */
const named = { 'month-first': ['monthFirst', '%b %d %Y'], 'day-first': ['dayFirst', '%d %b %Y'] } as const;

/** Rewrites dates with names of months, or with two digits of the year, as numbers with four; all else becomes NULL. */
const inNumbers = (text: string, order: DateOrder): readonly [text: string, order: Numbers] => {
  switch (order) {
    case 'month-first':
    case 'day-first': {
      const [pattern, format] = named[order];
      const { weekday } = datePatterns;
      const split = (group: number): string =>
        `regexp_extract(${text}, ${literal(`^(?i:${weekday}(${datePatterns[pattern].replace(weekday, '')}))(.*)$`)}, ${group})`;
      const short = `regexp_replace(replace(${split(1)}, ',', ''), '([A-Za-z]{3})[A-Za-z]*', '\\1')`;
      const date = `try_strptime(${short}, ${literal(format)})::DATE::VARCHAR`;
      return [`(${date} || ${withHourOfTwoDigits(split(2))})`, 'ymd'];
    }
    case 'dmy2':
    case 'mdy2':
      return [
        rewritten(text, '([0-9]{1,2}[/.-][0-9]{1,2}[/.-])([0-9]{2})([ T].*)?', '\\120\\2\\3'),
        order === 'dmy2' ? 'dmy' : 'mdy',
      ];
    default:
      return [text, order as Numbers];
  }
};

/** The day of a serial number; one with a fraction, the time of day, is moved from its zone as other times are. */
const serialDay = (text: string, zone: ZoneSql | null, timezone: string): string => {
  const number = `regexp_extract(${text}, ${literal(`^${datePatterns.excel}$`)})`;
  const day = `DATE '1899-12-30' + try_cast(regexp_extract(${number}, '^[0-9]+') AS INTEGER)`;
  if (zone === null) return `(${day})`;
  const seconds = `round(try_cast(replace(${number}, ',', '.') AS DOUBLE) * 86400)`;
  const stamp = `(TIMESTAMP '1899-12-30' + to_seconds(${seconds}))`;
  return `CASE WHEN regexp_matches(${text}, '[.,]') THEN ${movedDay(stamp, zone, timezone)} ELSE ${day} END`;
};

const secondsDay = (text: string, timezone: string): string =>
  `CASE WHEN regexp_full_match(${text}, ${literal(datePatterns.unix)}) THEN (to_timestamp(try_cast(left(${text}, 10) AS BIGINT)) AT TIME ZONE ${literal(timezone)})::DATE END`;

/**
 * Rewrites times with AM or PM to hours from 0 to 23; hours above 12 are such already, whatever stands behind them. A
 * time that lacks both becomes NULL: it may be of either half.
 */
const inTwentyFourHours = (text: string): string => {
  const pattern = literal('^(.*[ T])([0-9]{1,2})(:[0-5][0-9](?::[0-5][0-9])?) ?([AaPp])[Mm](.*)$');
  const part = (group: number): string => `regexp_extract(${text}, ${pattern}, ${group})`;
  const hour = `try_cast(${part(2)} AS INTEGER)`;
  const whole = `CASE WHEN ${hour} > 12 THEN ${hour} WHEN upper(${part(4)}) = 'P' THEN ${hour} % 12 + 12 ELSE ${hour} % 12 END`;
  return `CASE WHEN ${hour} IS NULL THEN CASE WHEN NOT contains(${text}, ':') THEN ${text} END ELSE ${part(1)} || lpad((${whole})::VARCHAR, 2, '0') || ${part(3)} || ${part(5)} END`;
};

/** Where times without an offset were written: SQL of a zone's name; NULL on a row whose zone is not known. */
export type ZoneSql = string;

/**
 * The day in `timezone` of a time (TIMESTAMP) of `zone`; NULL for one that the zone's clocks never showed. One that they
 * showed twice, when summer time ended, is the second of the two.
 */
const movedDay = (stamp: string, zone: ZoneSql, timezone: string): string => {
  const there = `timezone(${zone}, ${stamp})`;
  return `CASE WHEN timezone(${zone}, ${there}) = ${stamp} THEN timezone(${literal(timezone)}, ${there})::DATE END`;
};

const stampOf = (text: string, order: Numbers): string => {
  const [pattern, iso, groups] = captured[order];
  const hours = '((?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)(?:[.,][0-9]{1,9})?';
  return `try_cast(${rewritten(text, `${pattern}[ T]${hours}`, `${iso} \\${groups + 1}`)} AS TIMESTAMP)`;
};

/**
 * SQL that gives the local day (DATE) of a text column: NULL where the value is not written to the letter as the
 * format says. Times with an offset are moved to `timezone`, those without from `zone`, where one is given; else they
 * are in it already.
 */
export const dateExpression = (
  column: string,
  format: DateFormat,
  timezone: string,
  zone: ZoneSql | null = null,
): string => {
  const trimmed = `trim(${column}, ${literal(blanks)})`;
  if (format.order === 'excel') return serialDay(trimmed, zone, timezone);
  if (format.order === 'unix') return secondsDay(trimmed, timezone);
  const written = format.halves === true ? inTwentyFourHours(trimmed) : trimmed;
  const [text, order] = inNumbers(written, format.order);
  const [pattern, iso] = captured[order];
  const day = (tail: string): string => `try_cast(${rewritten(text, `${pattern}${tail}`, iso)} AS DATE)`;
  if (format.offset)
    return `coalesce((${instant(text, order)} AT TIME ZONE ${literal(timezone)})::DATE, ${day('')})`;
  if (zone !== null) return `coalesce(${movedDay(stampOf(text, order), zone, timezone)}, ${day('')})`;
  if (order !== 'ymd' || text !== trimmed) return day(order === 'compact' ? '' : `(?:${clock})?`);
  return `CASE WHEN ${asWritten(column)}
    WHEN regexp_full_match(${column}, '${isoPattern}') THEN try_cast(${column} AS DATE) ELSE ${day(`(?:${time})?`)} END`;
};

/** SQL that is true where a slashed date has a part above 12, that only a day can be, in first or in second place. */
export const partAboveTwelve = (column: string, place: 1 | 2): string =>
  `try_cast(regexp_extract(trim(${column}, ${literal(blanks)}), ${literal(slashedParts)}, ${place}) AS INTEGER) > 12`;

/** SQL that is true where a value has a time of day and carries (or does not carry) an offset from UTC. */
export const hasTime = (column: string, withOffset: boolean): string =>
  `regexp_full_match(trim(${column}, ${literal(blanks)}), ${literal(`.*${clock}${withOffset ? offset : ''}`)})`;
