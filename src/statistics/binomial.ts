import { incompleteBeta } from './distributions.ts';
import { LEVEL } from './verdict.ts';

/** Both ends of an interval of a share, between 0 and 1. */
export interface ShareBounds {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: 'clopper-pearson';
}

/** The x in 0…1 at which a rising function passes a value, as near as the function tells. */
const crossing = (rising: (x: number) => number, value: number): number => {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
};

/**
 * The exact interval of a share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934): each end is the share at which
 * so many successes, or so few, would come up in half of `1 − level` of all draws. Null where `total` is 0 or the
 * successes are no part of it.
 */
export const clopperPearson = (successes: number, total: number, level = LEVEL): ShareBounds | null => {
  if (!(total > 0) || successes < 0 || successes > total) return null;
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : crossing((p) => incompleteBeta(p, successes, total - successes + 1), tail),
    high:
      successes === total
        ? 1
        : crossing((p) => incompleteBeta(p, successes + 1, total - successes), 1 - tail),
    level,
    method: 'clopper-pearson',
  };
};
