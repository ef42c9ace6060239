import type { Exact } from './define.ts';

/** The exact product of decimals; 1 where there are none. */
export const product = (...factors: readonly Exact[]): Exact =>
  factors.reduce((left, right) => ({ units: left.units * right.units, scale: left.scale + right.scale }), {
    units: 1n,
    scale: 0,
  });
