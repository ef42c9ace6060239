import type { Exact } from '../indicators/define.ts';
import type { Figure, Unit } from '../report/schema.ts';
import { decimalOf, decimalText, rounded, shifted, trimmed } from './decimal.ts';
import type { Language } from './options.ts';

const mostDigits = 12;

/** The fewest digits, from `digits` on, at which a number that is not 0 (for shares: not 1) does not look like it. */
const tellingDigits = (value: number, digits: number, whole?: number): number => {
  const looks = (bound: number, at: number): boolean =>
    value !== bound && Math.abs(value - bound) < 0.5 * 10 ** -at;
  let at = digits;
  while (at < mostDigits && (looks(0, at) || (whole !== undefined && looks(whole, at)))) at += 1;
  return at;
};

// Written digit for digit from the shortest decimal of a number: Intl does the same, and takes longer to get ready than
// a small run takes to compute.
const written = (value: Exact, lang: Language, least: number, most: number, signed = false): string =>
  decimalText(trimmed(rounded(value, most), least), lang, signed);

const decimal = (value: number, lang: Language, least: number, most: number, signed = false): string => {
  const digits = tellingDigits(value, most);
  return written(decimalOf(value), lang, Math.min(least, digits), digits, signed);
};

/** A share in percent, without the sign. */
const percentage = (share: number, lang: Language, signed = false, whole?: number): string => {
  const digits = tellingDigits(share * 100, 1, whole);
  return written(shifted(decimalOf(share), 2), lang, digits, digits, signed);
};

/** A whole number with its thousands grouped. */
export const formatCount = (value: number, lang: Language): string => written(decimalOf(value), lang, 0, 0);

/** An exact decimal, digit for digit: at least two decimals, as many as it has, never through a float. */
export const formatExact = (exact: string, lang: Language): string => {
  const value = decimalOf(exact);
  return written(value, lang, 2, Math.max(2, value.scale));
};

/** A decimal or a whole number, digit for digit, with its thousands grouped. */
export const formatDecimal = (exact: string, lang: Language): string => decimalText(decimalOf(exact), lang);

/** A p value: three decimals, or `<0.001`. */
export const formatProbability = (p: number, lang: Language): string =>
  p < 0.001 ? `<${decimal(0.001, lang, 3, 3)}` : decimal(p, lang, 3, 3);

/** What stands behind numbers. */
export const suffixes = {
  none: { en: '', fr: '' },
  percent: { en: '%', fr: '\u00a0%' },
  points: { en: ' pt', fr: '\u00a0pt' },
  days: { en: ' d', fr: '\u00a0j' },
  years: { en: ' y', fr: '\u00a0ans' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const bareNumber = (value: number, unit: Unit, lang: Language): string => {
  switch (unit) {
    case 'share':
      return percentage(value, lang, false, 100);
    case 'points':
      return decimal(value, lang, 1, 1);
    case 'count':
      return decimal(value, lang, 0, 0);
    case 'days':
    case 'years':
      return decimal(value, lang, 0, 1);
    case 'money':
    case 'ratio':
    case 'scale':
      return decimal(value, lang, 2, 2);
  }
};

/** A value in its unit: `40.8%`, `+46.2`, `26,987.31`, `31 d`; in French `40,8 %` with no-break spaces. */
export const formatNumber = (value: number, unit: Unit, lang: Language): string => {
  if (unit === 'points') return decimal(value, lang, 1, 1, true);
  const suffix = unit === 'share' ? 'percent' : unit === 'days' || unit === 'years' ? unit : 'none';
  return bareNumber(value, unit, lang) + suffixes[suffix][lang];
};

/** A figure's value as it is printed, or null where it has none; sums of money keep every decimal they have. */
export const formatValue = (figure: Figure, lang: Language): string | null => {
  if (figure.value === null) return null;
  return figure.exact === null
    ? formatNumber(figure.value, figure.unit, lang)
    : formatExact(figure.exact, lang);
};

/** The two ends of an interval in the figure's unit, without its sign. */
export const formatBounds = (
  low: number,
  high: number,
  unit: Unit,
  lang: Language,
): readonly [string, string] => [bareNumber(low, unit, lang), bareNumber(high, unit, lang)];

/** A difference with its sign: points for shares and scores, else percent of the previous value where there is one. */
export const formatChange = (
  absolute: number,
  relative: number | null,
  unit: Unit,
  lang: Language,
): string => {
  if (unit === 'share') return percentage(absolute, lang, true) + suffixes.points[lang];
  if (unit === 'points') return decimal(absolute, lang, 1, 1, true) + suffixes.points[lang];
  if (unit === 'scale') return decimal(absolute, lang, 2, 2, true);
  if (relative !== null) return percentage(relative, lang, true) + suffixes.percent[lang];
  return decimal(absolute, lang, unit === 'count' ? 0 : 2, unit === 'count' ? 0 : 2, true);
};
