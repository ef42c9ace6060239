import { fault } from '../../errors.ts';

/** How the numbers of one column are written; the same for every row. */
export interface AmountFormat {
  readonly decimal: '.' | ',';
  /** Whether the sample has bare numbers alone, without thousands separators and signs around them. */
  readonly plain: boolean;
  /** Whether a value of the sample settled the decimal mark; otherwise no row may hold a thousands mark. */
  readonly settled: boolean;
  /** The one currency that stands beside numbers of the sample; null where none does, and then none may follow. */
  readonly currency: Currency | null;
}

/** The currencies that may stand beside a number, as sign or code, for JavaScript and the engine's RE2 alike. */
export const currencyPatterns = {
  EUR: '€|EUR',
  USD: '[$]|USD',
  GBP: '£|GBP',
  CHF: 'CHF',
} as const;

export type Currency = keyof typeof currencyPatterns;

const plain = { '.': /^[-+]?\d{1,14}(?:\.\d+)?$/, ',': /^[-+]?\d{1,14}$/ } as const;
const currencies = new RegExp(Object.values(currencyPatterns).join('|'), 'gi');
const surroundings = /[\s()+\u2212-]/g;

const markOf = (value: string): '.' | ',' | 'unknown' | null => {
  const digits = value.replace(currencies, '').replace(surroundings, '');
  const dot = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const mark = dot >= 0 ? '.' : ',';
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return mark === '.' ? ',' : '.';
  const [whole, fraction] = digits.split(mark) as [string, string];
  return fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && whole !== '0' ? 'unknown' : mark;
};

const currencyOf = (file: string, column: string, values: readonly string[]): Currency | null => {
  const found = (Object.keys(currencyPatterns) as Currency[]).filter((code) => {
    const sign = new RegExp(currencyPatterns[code], 'i');
    return values.some((value) => sign.test(value));
  });
  if (found.length > 1) throw fault('several_signs', [file, column, found.join(', ')]);
  return found[0] ?? null;
};

/**
 * Reads from a sample which mark stands before the decimals of a column, and which currency beside its numbers. A
 * column whose values say both marks, or only things like `1,234`, is refused, and `--decimal` settles it; one with
 * several currencies is refused.
 */
export const readAmountFormat = (
  file: string,
  column: string,
  values: readonly string[],
  declared: '.' | ',' | null,
): AmountFormat => {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const currency = currencyOf(file, column, filled);
  const format = (decimal: '.' | ',', settled: boolean): AmountFormat => ({
    decimal,
    plain: filled.every((value) => plain[decimal].test(value)),
    settled,
    currency,
  });
  if (declared !== null) return format(declared, true);
  const marks = new Set(filled.map(markOf));
  marks.delete(null);
  if (marks.has('.') && marks.has(',')) throw fault('ambiguous_numbers', [file, column]);
  if (marks.has('.')) return format('.', true);
  if (marks.has(',')) return format(',', true);
  if (marks.has('unknown')) throw fault('ambiguous_numbers', [file, column]);
  return format('.', false);
};

/**
 * Gives the columns of a file whose sample settles nothing the decimal mark and currency of one that is settled: a
 * file has one notation.
 */
export const shareNotation = (amounts: ReadonlyMap<number, AmountFormat>): Map<number, AmountFormat> => {
  const settled = [...amounts.values()].find((format) => format.settled);
  return new Map(
    [...amounts].map(([index, format]) => [
      index,
      format.settled || settled === undefined
        ? format
        : { ...settled, plain: format.plain, currency: format.currency ?? settled.currency },
    ]),
  );
};
