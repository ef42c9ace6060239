import { type Day, dayFrom } from '../oracle/day.ts';

/** The blanks that are taken off around a value. */
const blank = '[ \\t\\n\\r\\u00a0\\u2007\\u2009\\u202f\\u3000\\ufeff]';
const ends = new RegExp(`^${blank}+|${blank}+$`, 'g');

/** A text without the blanks around it, composed. */
export const textIn = (cell: string): string => cell.replace(ends, '').normalize('NFC');

/** A key: a text without the apostrophe that spreadsheets want before signs and digits. */
export const keyIn = (cell: string): string => textIn(cell).replace(/^'(?=[0-9=+@-])/, '');

/** A word of a list: small letters, no marks, `_` for blanks. */
export const wordIn = (cell: string): string =>
  textIn(cell)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ -]+/g, '_');

/** Whether nothing is written: no text, or the two dashes some exports put there. */
export const isNothing = (cell: string): boolean => ['', '--'].includes(cell.replace(ends, ''));

const iso = /^(\d{4})([-/.])(\d{2})\2(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?$/;

/** The day of an ISO date, with or without a time of day, from 1970 to 2199; null for anything else. */
export const dayWritten = (cell: string): Day | null => {
  const [, year, , month, day, hour = 0, minute = 0, second = 0] = iso.exec(cell.replace(ends, '')) ?? [];
  if (year === undefined || Number(year) < 1970 || Number(year) > 2199) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  try {
    return dayFrom(Number(year), Number(month), Number(day));
  } catch {
    return null;
  }
};

const space = '[ \\u00a0\\u2007\\u2009\\u202f]';
const signs = { EUR: '€|EUR', USD: '\\$|USD', GBP: '£|GBP', CHF: 'CHF' } as const;

/** The currencies named in a column of amounts. */
export const currenciesIn = (cells: readonly string[]): (keyof typeof signs)[] =>
  (Object.keys(signs) as (keyof typeof signs)[]).filter((code) =>
    cells.some((cell) => new RegExp(signs[code], 'i').test(cell)),
  );

/**
 * An amount with a decimal point, as a plain decimal; null where it is none. Groups of three by comma, apostrophe or
 * blank; a minus before or behind, or parentheses; one currency, that of its column.
 */
export const amountWritten = (cell: string, currency: keyof typeof signs | null): string | null => {
  let text = cell.replace(new RegExp(`^(?:${space}|\\t)+|(?:${space}|\\t)+$`, 'g'), '');
  const skip = (pattern: string): boolean => {
    const rest = text.replace(new RegExp(`^(?:${pattern})`, 'i'), '');
    const found = rest !== text;
    text = rest;
    return found;
  };
  const skipEnd = (pattern: string): boolean => {
    const rest = text.replace(new RegExp(`(?:${pattern})$`, 'i'), '');
    const found = rest !== text;
    text = rest;
    return found;
  };
  let negative = text.startsWith('(') && text.endsWith(')');
  const enclosed = negative;
  if (enclosed) text = text.slice(1, -1);
  const sides = (): void => {
    skip(`${space}+`);
    skipEnd(`${space}+`);
  };
  sides();
  let signed = enclosed;
  let named = currency === null;
  for (let turn = 0; turn < 2; turn++) {
    if (!signed) {
      if (skip("'?[-−]") || skipEnd('[-−]')) [signed, negative] = [true, true];
      else if (skip("'?\\+")) signed = true;
      sides();
    }
    if (!named && (skip(signs[currency!]) || skipEnd(signs[currency!]))) {
      named = true;
      sides();
    }
  }
  const mark = `[',’]|${space}`;
  const match = new RegExp(`^(\\d{1,14}|\\d{1,3}(?:(?:${mark})\\d{3}){1,4})(?:\\.(\\d{1,4})0*)?$`).exec(text);
  if (match === null) return null;
  if (new Set(match[1]!.replace(/\d/g, '')).size > 1) return null;
  const whole = match[1]!.replace(/\D/g, '');
  if (whole.replace(/^0+/, '').length > 14) return null;
  return `${negative ? '-' : ''}${whole}${match[2] === undefined ? '' : `.${match[2]}`}`;
};
