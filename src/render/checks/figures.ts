import type { CheckResult, Figure } from '../../report/schema.ts';
import { apart, compared, decimalOf } from '../decimal.ts';
import type { Language } from '../options.ts';
import { boundsBeside, boundsOf, isOnChange, notationOf, thresholdsOf } from './condition.ts';
import { type Bound, endNotation, type Held, heldNumber, valueNotation } from './number.ts';

/** The numbers of a figure that checks are on, as they are printed among the figures. */
export interface CheckedTexts {
  readonly value?: string;
  readonly before?: string;
  readonly change?: string;
  readonly interval?: readonly [string, string];
}

/** A check with the number that it compared. */
interface Compared {
  readonly check: CheckResult;
  readonly number: number;
}

const keyOf = ({ id, segment }: Pick<Figure, 'id' | 'segment'>): string => JSON.stringify([id, segment]);

/** What a number is held to by all its checks, the nearest threshold first: that one it may be said to be just under. */
const boundsAround = (number: number, bounds: readonly Bound[]): Bound[] => {
  const value = decimalOf(number);
  return bounds.toSorted((one, other) => compared(apart(value, one.to), apart(value, other.to)));
};

const endsText = (
  { interval, unit }: Figure,
  checks: readonly CheckResult[],
  lang: Language,
): CheckedTexts['interval'] => {
  const thresholds = checks.flatMap((check) => (check.interval === null ? [] : thresholdsOf(check)));
  if (interval === null || thresholds.length === 0) return undefined;
  const written = (end: number): string => {
    const bounds = boundsAround(end, boundsBeside(end, thresholds));
    return heldNumber(end, bounds, endNotation(unit), lang).text;
  };
  return [written(interval.low), written(interval.high)];
};

/** Whether the change that is printed of a figure is the one a check is on: in the unit, or in percent of the earlier value. */
const isPrintedChange = ({ change, previous, unit }: Figure, { check }: Compared): boolean => {
  if (change === null || check.earlier !== previous?.value) return false;
  const isInUnit = ['share', 'points', 'scale'].includes(unit) || change.relative === null;
  return check.condition.relative !== isInUnit;
};

const changeText = ({ check, number }: Compared, others: readonly Compared[], lang: Language): Held => {
  const bounds = others.flatMap((other) => boundsOf(other.check, number));
  return heldNumber(number, boundsAround(number, bounds), notationOf(check), lang);
};

const textsOf = (figure: Figure, checks: readonly CheckResult[], lang: Language): CheckedTexts => {
  const { value, exact, previous, unit } = figure;
  if (value === null) return {};
  const onValue = checks.filter((check) => !isOnChange(check) && check.value !== null);
  const printed = checks
    .flatMap((check): Compared[] =>
      isOnChange(check) && check.change !== null ? [{ check, number: check.change }] : [],
    )
    .filter((one) => isPrintedChange(figure, one));
  const [first] = printed;
  const change = first === undefined ? null : changeText(first, printed, lang);
  const decimals = change === null || first!.check.condition.relative ? 0 : change.decimals;
  const bounds = boundsAround(
    value,
    onValue.flatMap((check) => boundsOf(check, value)),
  );
  const written = (number: number, held: readonly Bound[]): string =>
    heldNumber(number, held, valueNotation(unit), lang, decimals).text;
  const interval = endsText(figure, onValue, lang);
  const then = previous?.value ?? null;
  return {
    ...(exact === null ? { value: written(value, bounds) } : {}),
    ...(change === null || then === null ? {} : { before: written(then, []) }),
    ...(change === null ? {} : { change: change.text }),
    ...(interval === undefined ? {} : { interval }),
  };
};

/**
 * How the numbers of a report's figures are printed where its checks are on them: with as many digits as the line of the
 * check, so that no number lies on another side of its threshold than the verdict. Nothing for figures without a check.
 */
export const checkedTexts = (
  checks: readonly CheckResult[],
  lang: Language,
): ((figure: Figure) => CheckedTexts) => {
  const byFigure = new Map<string, CheckResult[]>();
  for (const check of checks) byFigure.set(keyOf(check), [...(byFigure.get(keyOf(check)) ?? []), check]);
  return (figure) => {
    const found = byFigure.get(keyOf(figure));
    return found === undefined ? {} : textsOf(figure, found, lang);
  };
};
