import type { Interval } from '../report/schema.ts';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import { LEVEL, type Test, verdict } from './verdict.ts';

const isPart = (successes: number, total: number): boolean =>
  total > 0 && successes >= 0 && successes <= total;

/**
 * Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927), between 0 and 1; null where `total` is 0 or the
 * successes are no part of it.
 */
export const wilson = (successes: number, total: number, level = LEVEL): Interval | null => {
  if (!isPart(successes, total)) return null;
  const z = normalQuantile(level);
  const centre = successes + (z * z) / 2;
  const reach = z * Math.sqrt(successes * (1 - successes / total) + (z * z) / 4);
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - reach) / (total + z * z)),
    high: successes === total ? 1 : Math.min(1, (centre + reach) / (total + z * z)),
    level,
    method: 'wilson',
  };
};

/** The pooled two-sided z test of two shares; null where one has no cases, or where nobody or everybody succeeds. */
export const shareTest = (
  successes1: number,
  total1: number,
  successes2: number,
  total2: number,
): Test | null => {
  if (!isPart(successes1, total1) || !isPart(successes2, total2)) return null;
  const pooled = (successes1 + successes2) / (total1 + total2);
  if (pooled === 0 || pooled === 1) return null;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / total1 + 1 / total2));
  return verdict(normalTwoSided((successes1 / total1 - successes2 / total2) / error));
};
