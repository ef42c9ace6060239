import { fault } from '../../errors.ts';

/** How the numbers of one column are written. `plain` has no thousands separators and no signs around it. */
export interface AmountFormat {
  readonly decimal: '.' | ',';
  readonly plain: boolean;
  /** Whether a value of the sample settled the decimal mark; otherwise the whole column must not hold one. */
  readonly settled: boolean;
}

const plain = /^[-+]?\d{1,14}(?:\.\d+)?$/;
const surroundings = /[\s\u00a0\u202f\u2009€$£()+-]|EUR|USD|GBP|CHF/gi;

const markOf = (value: string): '.' | ',' | 'unknown' | null => {
  const digits = value.replace(surroundings, '');
  const dot = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const mark = dot >= 0 ? '.' : ',';
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return mark === '.' ? ',' : '.';
  const [whole, fraction] = digits.split(mark) as [string, string];
  return fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && whole !== '0' ? 'unknown' : mark;
};

/**
 * Reads from a sample which mark stands before the decimals of a column. A column whose values say both, or only
 * things like `1,234`, is refused; `--decimal` settles it.
 */
export const readAmountFormat = (
  file: string,
  column: string,
  values: readonly string[],
  declared: '.' | ',' | null,
): AmountFormat => {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const isPlain = filled.every((value) => plain.test(value));
  if (declared !== null) return { decimal: declared, plain: declared === '.' && isPlain, settled: true };
  const marks = new Set(filled.map(markOf));
  marks.delete(null);
  if (marks.has('.') && marks.has(',')) throw fault('ambiguous_numbers', [file, column]);
  if (marks.has('.')) return { decimal: '.', plain: isPlain, settled: true };
  if (marks.has(',')) return { decimal: ',', plain: false, settled: true };
  if (marks.has('unknown')) throw fault('ambiguous_numbers', [file, column]);
  return { decimal: '.', plain: isPlain, settled: false };
};
