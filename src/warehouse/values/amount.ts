import { type AmountFormat, currencyPatterns } from '../../sources/values/amounts.ts';
import { literal } from '../sql.ts';

const spaces = '\u0020\u00a0\u2007\u2009\u202f';
const fraction = '[0-9]{1,4}0*';

/** Three digits behind the first mark of a column may be thousands: they say nothing until the mark is settled. */
const ungrouped = ({ decimal, settled }: AmountFormat): string => {
  if (settled) return `[0-9]{1,14}(?:${decimal === '.' ? '[.]' : ','}${fraction})?`;
  return '(?:[0-9]{1,14}(?:[.](?:[0-9]{1,2}|[0-9]{4}0*))?|(?:0|[0-9]{4,14})[.][0-9]{3})';
};

const grouped = ({ decimal, settled }: AmountFormat): string => {
  const thousands = !settled ? [] : decimal === '.' ? [','] : ['[.]'];
  const groups = [...thousands, `['’]`, `[${spaces}]`].map((mark) => `(?:${mark}[0-9]{3}){1,4}`);
  const decimals = settled ? fraction : '[0-9]{1,2}';
  return `[0-9]{1,3}(?:${groups.join('|')})(?:${decimal === '.' ? '[.]' : ','}${decimals})?`;
};

const pattern = (format: AmountFormat): string => {
  const blank = `[${spaces}]*`;
  const number = `(?:${ungrouped(format)}|${grouped(format)})`;
  if (format.currency === null)
    return `(?:'?[-+−])?${blank}${number}|${number}${blank}[-−]|\\(${blank}${number}${blank}\\)`;
  const currency = `(?i:${currencyPatterns[format.currency]})`;
  const before = `(?:${currency}${blank})?${number}`;
  const after = `${number}${blank}${currency}`;
  const signed = `(?:'?[-+−])?${blank}(?:${before}|${after})|${currency}${blank}[-+−]${blank}${number}`;
  const trailing = `(?:${before}|${after})${blank}[-−]|${number}[-−]${blank}${currency}`;
  return `${signed}|${trailing}|\\(${blank}(?:${before}|${after})${blank}\\)`;
};

const anyForm = (column: string, format: AmountFormat): string => {
  const text = `trim(${column}, ${literal(`${spaces}\t`)})`;
  const bare = `regexp_replace(${column}, ${literal(`[^0-9${format.decimal}]`)}, '', 'g')`;
  const value = format.decimal === '.' ? bare : `replace(${bare}, ',', '.')`;
  return `WHEN regexp_full_match(${text}, ${literal(pattern(format))}) THEN
    (try_cast(${value} AS DECIMAL(18,4)) * CASE WHEN regexp_matches(${column}, '[-−(]') THEN -1 ELSE 1 END)::DECIMAL(18,4)`;
};

/**
 * SQL that gives the exact value (DECIMAL(18,4)) of a text column: NULL where the value is not written as the format
 * says, or has more than four decimals. Groups must be of three digits with one kind of mark between them; one minus,
 * before or behind, or parentheses are negative; one currency, before or behind, is that of the format.
 */
export const amountExpression = (column: string, format: AmountFormat): string => {
  const bare = `[-+]?${format.decimal === '.' ? ungrouped(format) : '[0-9]{1,14}'}`;
  const cents = `try_cast(${column} AS DECIMAL(16,2))`;
  const asWritten =
    format.decimal === '.'
      ? `WHEN ${cents}::VARCHAR = ${column} THEN try_cast(${cents} AS DECIMAL(18,4))`
      : '';
  const quick = format.plain
    ? `${asWritten} WHEN regexp_full_match(${column}, '${bare}') THEN try_cast(${column} AS DECIMAL(18,4))`
    : '';
  return `CASE ${quick} ${anyForm(column, format)} END`;
};
