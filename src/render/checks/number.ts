import type { Exact } from '../../indicators/define.ts';
import type { Unit } from '../../report/schema.ts';
import { compared, decimalOf, decimalText, rounded, shifted, trimmed } from '../decimal.ts';
import { suffixes } from '../numbers.ts';
import type { Language } from '../options.ts';
import { checkWords } from './words.ts';

/** How numbers of one kind are printed: a value of a unit, or a change of one. */
export interface Notation {
  /** Places the point moves: a share is printed in percent. */
  readonly places: number;
  /** The fewest decimals, and how many a number usually has. */
  readonly decimals: readonly [least: number, usual: number];
  readonly suffix: Readonly<Record<Language, string>>;
  readonly signed: boolean;
}

const notation = (
  places: number,
  decimals: Notation['decimals'],
  suffix: keyof typeof suffixes = 'none',
  signed = false,
): Notation => ({ places, decimals, suffix: suffixes[suffix], signed });

const values: Readonly<Record<Unit, Notation>> = {
  share: notation(2, [1, 1], 'percent'),
  points: notation(0, [1, 1], 'none', true),
  count: notation(0, [0, 0]),
  days: notation(0, [0, 1], 'days'),
  years: notation(0, [0, 1], 'years'),
  money: notation(0, [2, 2]),
  ratio: notation(0, [2, 2]),
  scale: notation(0, [2, 2]),
};

/** How values of a unit are printed; null is the unit of what is unknown. */
export const valueNotation = (unit: Unit | null): Notation =>
  unit === null ? notation(0, [0, 0]) : values[unit];

/** How the ends of an interval are printed among the figures: without sign and unit, which stand beside them. */
export const endNotation = (unit: Unit): Notation => ({
  ...values[unit],
  suffix: suffixes.none,
  signed: false,
});

/** How changes of a unit are printed: in points, in percent of the earlier value, or in the unit itself. */
export const changeNotation = (unit: Unit | null, relative: boolean): Notation => {
  if (relative) return notation(2, [1, 1], 'percent', true);
  if (unit === 'share') return notation(2, [1, 1], 'points', true);
  if (unit === 'points') return notation(0, [1, 1], 'points', true);
  return { ...valueNotation(unit), signed: true };
};

/** A threshold digit for digit; of amounts and scales two decimals, or none at all. */
export const thresholdText = (
  threshold: Exact,
  { places, decimals, suffix }: Notation,
  lang: Language,
): string => {
  const whole = trimmed(shifted(threshold, places), 0);
  const [least] = decimals;
  const written = whole.scale === 0 ? whole : rounded(whole, Math.max(whole.scale, least));
  return decimalText(written, lang) + suffix[lang];
};

/** What a printed number must compare as: below (−1), at (0) or above (1) a threshold. */
export interface Bound {
  readonly to: Exact;
  readonly is: -1 | 0 | 1;
}

/** More decimals than these say nothing to a reader; doubles have no more in any case. */
const mostDecimals = 17;
/** As many as the tables of figures print so that a number that is not 0 does not look like it. */
const tellingDecimals = 12;

const looksWhole = (value: Exact, printed: Exact, { suffix }: Notation): boolean =>
  [0n, ...(suffix === suffixes.percent ? [100n] : [])].some((units) => {
    const bound = { units, scale: 0 };
    return compared(printed, bound) === 0 && compared(value, bound) !== 0;
  });

/** A printed number, and how many decimals it took. */
export interface Held {
  readonly text: string;
  readonly decimals: number;
}

/**
 * A number as it is usually printed, with as many more decimals as it takes to compare as its bounds say, and `decimals`
 * at least. Where its digits cannot tell, it is said to be just under (or over) the first of them.
 */
export const heldNumber = (
  value: number,
  bounds: readonly Bound[],
  kind: Notation,
  lang: Language,
  decimals = 0,
): Held => {
  const { places, suffix, signed } = kind;
  const [least, usual] = kind.decimals;
  const exact = shifted(decimalOf(value), places);
  const held = bounds.map(({ to, is }) => ({ to: shifted(to, places), is }));
  const holds = (printed: Exact): boolean => held.every(({ to, is }) => compared(printed, to) === is);
  const start = Math.max(usual, decimals);
  const last = Math.min(mostDecimals, Math.max(start, exact.scale));
  for (let at = start; at <= last; at += 1) {
    const printed = rounded(exact, at);
    if (!holds(printed) || (at < tellingDecimals && at < last && looksWhole(exact, printed, kind))) continue;
    const short = at === usual ? trimmed(printed, Math.max(least, decimals)) : printed;
    return { text: decimalText(short, lang, signed) + suffix[lang], decimals: at };
  }
  const [{ to, is }] = bounds as [Bound];
  const just = checkWords(lang).just[is < 0 ? 'below' : is > 0 ? 'above' : 'at'];
  return { text: `${just} ${thresholdText(to, kind, lang)}`, decimals: usual };
};
