import type { AmountFormat } from '../../sources/values/amounts.ts';
import { literal } from '../sql.ts';

const spaces = '\u0020\u00a0\u202f\u2009';
const fraction = '[0-9]{1,4}0*';

/**
 * SQL that gives the exact value (DECIMAL(18,4)) of a text column: NULL where the value is not written as the format
 * says, or has more than four decimals. Groups must be of three digits; a minus, a trailing minus and parentheses are
 * negative; a currency sign may stand before or behind.
 */
export const amountExpression = (column: string, format: AmountFormat): string => {
  if (format.plain)
    return `CASE WHEN regexp_full_match(${column}, '[-+]?[0-9]{1,14}([.]${fraction})?') THEN try_cast(${column} AS DECIMAL(18,4)) END`;
  const grouping = format.decimal === '.' ? `[,'’${spaces}]` : `[.'’${spaces}]`;
  const mark = format.decimal === '.' ? '[.]' : ',';
  const digits = `([0-9]{1,14}|[0-9]{1,3}(${grouping}[0-9]{3}){1,4})(${mark}${fraction})?`;
  const currency = `([€$£]|EUR|USD|GBP|CHF)`;
  const blank = `[${spaces}]*`;
  const text = `trim(${column}, ${literal(`${spaces}\t`)})`;
  const pattern = `[-+−]?${blank}${currency}?${blank}[-+−]?${digits}${blank}${currency}?-?|\\(${blank}${currency}?${blank}${digits}${blank}${currency}?\\)`;
  const bare = `regexp_replace(${text}, ${literal(`[^0-9${format.decimal}]`)}, '', 'g')`;
  const value = format.decimal === '.' ? bare : `replace(${bare}, ',', '.')`;
  return `CASE WHEN regexp_full_match(${text}, ${literal(pattern)}) THEN
    try_cast(${value} AS DECIMAL(18,4)) * CASE WHEN regexp_matches(${text}, '[-−(]') THEN -1 ELSE 1 END END`;
};

/** SQL that is true where the text holds a decimal mark or separator at all. */
export const hasMark = (column: string): string => `regexp_matches(${column}, '[.,]')`;
