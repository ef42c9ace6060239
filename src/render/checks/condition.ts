import type { Exact } from '../../indicators/define.ts';
import type { CheckResult } from '../../report/schema.ts';
import { apart, compared, decimalOf, shifted } from '../decimal.ts';
import type { Language } from '../options.ts';
import { type Bound, changeNotation, type Notation, thresholdText, valueNotation } from './number.ts';
import { checkWords } from './words.ts';

/** What a check wanted, found and says, before its message is written. */
export type Result = Omit<CheckResult, 'message'>;

const signs = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

/** Whether a check is on the change of a value. */
export const isOnChange = ({ condition: { operator } }: Result): boolean =>
  operator === 'max_drop' || operator === 'max_rise';

/** How the number that a check compares is printed. */
export const notationOf = (result: Result): Notation =>
  isOnChange(result) ? changeNotation(result.unit, result.condition.relative) : valueNotation(result.unit);

/** What a check wants: `≥ 40%`, `between 30% and 40%`, `drop of at most 5 pt since the previous period`. */
export const wantedText = (result: Result, lang: Language): string => {
  const { operator, threshold, upper, against } = result.condition;
  const words = checkWords(lang);
  const written = (text: string): string => thresholdText(decimalOf(text), notationOf(result), lang);
  if (operator === 'between') return words.between(written(threshold), written(upper ?? threshold));
  if (operator !== 'max_drop' && operator !== 'max_rise') return `${signs[operator]} ${written(threshold)}`;
  const most = operator === 'max_drop' ? words.drop(written(threshold)) : words.rise(written(threshold));
  return against === null ? most : `${most} ${words.since[against]}`;
};

const negative = ({ units, scale }: Exact): Exact => ({ units: -units, scale });

/** The thresholds a check compares with, in the unit of what it compares: of a drop the negative one. */
export const thresholdsOf = ({ condition: { operator, threshold, upper } }: Result): Exact[] => {
  const first = decimalOf(threshold);
  if (operator === 'max_drop') return [negative(first)];
  return operator === 'between' && upper !== null ? [first, decimalOf(upper)] : [first];
};

const relations = { below: -1, at: 0, above: 1 } as const;

/** An end so near that a number may have been rounded onto it, or past it: a billionth of the range. */
const isNear = (value: Exact, end: Exact, range: Exact): boolean =>
  compared(shifted(apart(value, end), 9), range) <= 0;

/**
 * Where the number that was compared lies beside its thresholds, the nearest first: as the check found it with the exact
 * value; in a range only beside an end the number is at, elsewhere it says so itself.
 */
export const boundsOf = (result: Result, compareWith: number): Bound[] => {
  const value = decimalOf(compareWith);
  const found = result.distance === null ? null : relations[result.distance];
  const [low, high] = thresholdsOf(result) as [Exact, Exact?];
  if (high === undefined) return [{ to: low, is: found ?? compared(value, low) }];
  const ends = compared(apart(value, low), apart(value, high)) <= 0 ? [low, high] : [high, low];
  const range = apart(low, high);
  return ends.map((to) => ({
    to,
    is: found !== null && isNear(value, to, range) ? found : compared(value, to),
  }));
};

/** Where any other number lies beside thresholds, as its digits say. */
export const boundsBeside = (number: number, thresholds: readonly Exact[]): Bound[] => {
  const value = decimalOf(number);
  return thresholds.map((to) => ({ to, is: compared(value, to) }));
};
