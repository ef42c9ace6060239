import type { Exact } from '../indicators/define.ts';
import type { Interval } from '../report/schema.ts';
import { studentQuantile, studentTwoSided } from './distributions.ts';
import { multiply, ratio, subtract, whole } from './exact.ts';
import { LEVEL, type Test, verdict } from './verdict.ts';

/** What a mean is made of: Σx, Σx² and the number of values, all exact. */
export interface MeanSums {
  readonly sum: Exact;
  readonly squares: Exact;
  readonly count: bigint;
}

/**
 * The variance of the mean of n values, (nΣx² − (Σx)²) ÷ n²(n − 1), exact up to the last division; null under two
 * values, or where the sums cannot be those of the same values.
 */
const varianceOfMean = ({ sum, squares, count }: MeanSums): number | null => {
  if (count < 2n) return null;
  const spread = subtract(multiply(whole(count), squares), multiply(sum, sum));
  return spread.units < 0n ? null : ratio(spread, whole(count * count * (count - 1n)));
};

/** The interval of a mean by Student's t with count − 1 degrees of freedom; null under two values. */
export const meanInterval = (sum: Exact, squares: Exact, count: bigint, level = LEVEL): Interval | null => {
  const variance = varianceOfMean({ sum, squares, count });
  const mean = ratio(sum, whole(count));
  if (variance === null || mean === null) return null;
  const reach = studentQuantile(level, Number(count) - 1) * Math.sqrt(variance);
  return { low: mean - reach, high: mean + reach, level, method: 't' };
};

/**
 * Welch's two-sided t test of two means (B. L. Welch, Biometrika 34, 1947), the difference taken exactly; null where
 * one has under two values or neither varies.
 */
export const meanTest = (a: MeanSums, b: MeanSums): Test | null => {
  const varianceA = varianceOfMean(a);
  const varianceB = varianceOfMean(b);
  if (varianceA === null || varianceB === null || varianceA + varianceB === 0) return null;
  const difference = ratio(
    subtract(multiply(a.sum, whole(b.count)), multiply(b.sum, whole(a.count))),
    whole(a.count * b.count),
  );
  const variance = varianceA + varianceB;
  const degrees =
    variance ** 2 / (varianceA ** 2 / (Number(a.count) - 1) + varianceB ** 2 / (Number(b.count) - 1));
  return verdict(studentTwoSided((difference ?? 0) / Math.sqrt(variance), degrees));
};
