import type { Exact } from '../indicators/define.ts';
import { compareExact, multiply, ratio, subtract, whole } from '../statistics/index.ts';

/** An exact quotient whose denominator is above 0. */
export interface Quotient {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

const zero = whole(0);

/** A quotient with its sign in the numerator; null where the denominator is 0. */
export const quotient = (numerator: Exact, denominator: Exact): Quotient | null => {
  const sign = compareExact(denominator, zero);
  if (sign === 0) return null;
  const minus = whole(sign);
  return { numerator: multiply(numerator, minus), denominator: multiply(denominator, minus) };
};

/** −1, 0 or 1 as a quotient is below, at or above a threshold; no rounding comes between. */
export const compareTo = ({ numerator, denominator }: Quotient, threshold: Exact): -1 | 0 | 1 =>
  compareExact(numerator, multiply(threshold, denominator));

/** The difference of two quotients. */
export const difference = (now: Quotient, then: Quotient): Quotient => ({
  numerator: subtract(multiply(now.numerator, then.denominator), multiply(then.numerator, now.denominator)),
  denominator: multiply(now.denominator, then.denominator),
});

/** A quotient as a share of the size of another; null where that is 0. */
export const relativeTo = (change: Quotient, { numerator, denominator }: Quotient): Quotient | null => {
  const size = numerator.units < 0n ? { ...numerator, units: -numerator.units } : numerator;
  return quotient(multiply(change.numerator, denominator), multiply(change.denominator, size));
};

/** The double nearest to a quotient. */
export const doubleOf = ({ numerator, denominator }: Quotient): number => ratio(numerator, denominator)!;
