import { type DateFormat, datePatterns } from '../../sources/values/dates.ts';
import { literal } from '../sql.ts';
import { blanks } from './text.ts';

const { time, offset } = datePatterns;

const patternOf: Readonly<Record<DateFormat['order'], string>> = {
  ymd: datePatterns.ymd,
  dmy: datePatterns.slashed,
  mdy: datePatterns.slashed,
  compact: datePatterns.compact,
};

const slashedParts = '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})';

const isoDay = (text: string, order: DateFormat['order']): string => {
  if (order === 'ymd')
    return `left(${text}, 4) || '-' || substr(${text}, 6, 2) || '-' || substr(${text}, 9, 2)`;
  if (order === 'compact')
    return `left(${text}, 4) || '-' || substr(${text}, 5, 2) || '-' || substr(${text}, 7, 2)`;
  const part = (index: number): string => `regexp_extract(${text}, ${literal(slashedParts)}, ${index})`;
  const [day, month] = order === 'dmy' ? [1, 2] : [2, 1];
  return `${part(3)} || '-' || lpad(${part(month)}, 2, '0') || '-' || lpad(${part(day)}, 2, '0')`;
};

const clock = (text: string): string =>
  `rpad(regexp_extract(${text}, '[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)', 1), 8, ':00')`;

const zoneSuffix = '([+-])([0-9]{2}):?([0-9]{2})?$';

const offsetMinutes = (text: string): string => {
  const group = (index: number): string =>
    `coalesce(try_cast(regexp_extract(${text}, ${literal(`[0-9].*${zoneSuffix}`)}, ${index}) AS INTEGER), 0)`;
  const sign = `regexp_extract(${text}, ${literal(`[0-9].*${zoneSuffix}`)}, 1)`;
  return `(${group(2)} * 60 + ${group(3)}) * CASE WHEN ${sign} = '-' THEN -1 ELSE 1 END`;
};

/**
 * SQL that gives the local day (DATE) of a text column: NULL where the value is not written to the letter as the
 * format says. Times with an offset are moved to `timezone`; those without are in it already.
 */
export const dateExpression = (column: string, format: DateFormat, timezone: string): string => {
  const { order } = format;
  const pattern = patternOf[order];
  const text = `trim(${column}, ${literal(blanks)})`;
  const dayOf = (value: string): string => `try_cast(${isoDay(value, order)} AS DATE)`;
  if (!format.offset) {
    const whole = literal(order === 'compact' ? pattern : `${pattern}(?:${time})?`);
    const dashed = literal(`${pattern.replaceAll('[-/.]', '-')}(?:${time})?`);
    const quick =
      order === 'ymd'
        ? `WHEN regexp_full_match(${column}, ${dashed}) THEN try_cast(left(${column}, 10) AS DATE)`
        : '';
    return `CASE ${quick} WHEN regexp_full_match(${text}, ${whole}) THEN ${dayOf(text)} END`;
  }
  const instant = `(try_cast(${isoDay(text, order)} || ' ' || ${clock(text)} AS TIMESTAMP) - to_minutes(${offsetMinutes(text)}))`;
  const local = `((${instant} AT TIME ZONE 'UTC') AT TIME ZONE ${literal(timezone)})::DATE`;
  return `CASE WHEN regexp_full_match(${text}, ${literal(`${pattern}${time}${offset}`)}) THEN ${local}
    WHEN regexp_full_match(${text}, ${literal(pattern)}) THEN ${dayOf(text)} END`;
};

/** SQL that is true where a slashed date has a part above 12, that only a day can be, in first or in second place. */
export const partAboveTwelve = (column: string, place: 1 | 2): string =>
  `try_cast(regexp_extract(trim(${column}), ${literal(slashedParts)}, ${place}) AS INTEGER) > 12`;

/** SQL that is true where a value has a time of day and carries (or does not carry) an offset from UTC. */
export const hasTime = (column: string, withOffset: boolean): string =>
  `regexp_full_match(trim(${column}), ${literal(`.*${time}${withOffset ? offset : ''}`)})`;
