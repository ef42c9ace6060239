import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../src/statistics/index.ts';

/** A double as an exact fraction: its mantissa over a power of two. */
const fraction = (value: number): readonly [bigint, bigint] => {
  let [above, below] = [value, 1n];
  while (!Number.isInteger(above)) {
    above *= 2;
    below *= 2n;
  }
  return [BigInt(above), below];
};

/** P(X ≥ k) of n draws of probability p, by exact fractions, to the double nearest. */
const upperTail = (k: number, n: number, p: number): number => {
  const [above, below] = fraction(p);
  const missed = below - above;
  let sum = 0n;
  let term = missed ** BigInt(n);
  for (let hits = 0; hits <= n; hits += 1) {
    if (hits >= k) sum += term;
    if (hits < n) term = (term * above * BigInt(n - hits)) / (missed * BigInt(hits + 1));
  }
  return Number((sum * 10n ** 15n) / below ** BigInt(n)) / 1e15;
};

/** P(X ≤ k), the same way. */
const lowerTail = (k: number, n: number, p: number): number => 1 - upperTail(k + 1, n, p);

describe('the Clopper-Pearson interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 5, four digits.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('of %i in %i is the published one', (successes, total, low, high) => {
    const interval = clopperPearson(successes, total)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // scipy 1.17.1: beta.ppf(0.025, k, n - k + 1), beta.ppf(0.975, k + 1, n - k)
  it.each([
    [214, 524, 0.36597670530119325, 0.45185630096259743],
    [524, 2357, 0.2056713160327022, 0.23965459479544315],
    [1, 20, 0.0012650894979498038, 0.24873276277202777],
    [19, 20, 0.7512672372279722, 0.9987349105020502],
    [10, 20, 0.27195784956079183, 0.7280421504392081],
    [60, 200, 0.23738964407544727, 0.3686498754590013],
    [500, 1000, 0.46854917297179194, 0.531450827028208],
    [5000, 10000, 0.4901513805899805, 0.5098486194100196],
    [1, 1000000, 2.5317807663794178e-8, 5.571630655166939e-6],
    [300000, 1000000, 0.2991019119335821, 0.30089924664225376],
    [9990000, 10000000, 0.9989802149334888, 0.9990194952376908],
  ])('of %i in %i', (successes, total, low, high) => {
    const interval = clopperPearson(successes, total)!;
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(2e-9);
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(2e-9);
  });

  it('ends where half of 5 % of all draws give so many or more, and so few or fewer', () => {
    const counts = fc
      .integer({ min: 1, max: 120 })
      .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
    fc.assert(
      fc.property(counts, ([successes, total]) => {
        const { low, high } = clopperPearson(successes, total)!;
        if (successes > 0) expect(Math.abs(upperTail(successes, total, low) - 0.025)).toBeLessThan(1e-7);
        else expect(low).toBe(0);
        if (successes < total) expect(Math.abs(lowerTail(successes, total, high) - 0.025)).toBeLessThan(1e-7);
        else expect(high).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it('has the closed form of nobody and of everybody', () => {
    for (const total of [1, 2, 10, 37, 1000, 100_000]) {
      const end = 1 - 0.025 ** (1 / total);
      expect(clopperPearson(0, total)!.high).toBeCloseTo(end, 8);
      expect(clopperPearson(total, total)!.low).toBeCloseTo(1 - end, 8);
    }
  });

  it('turns round with the share, and grows with it', () => {
    for (const total of [1, 7, 50, 333])
      for (let successes = 0; successes <= total; successes += 1) {
        const { low, high } = clopperPearson(successes, total)!;
        const turned = clopperPearson(total - successes, total)!;
        expect(Math.abs(turned.low - (1 - high)) + Math.abs(turned.high - (1 - low))).toBeLessThan(1e-7);
        expect(low).toBeLessThanOrEqual(successes / total);
        expect(high).toBeGreaterThanOrEqual(successes / total);
        if (successes > 0) expect(clopperPearson(successes - 1, total)!.high).toBeLessThan(high);
      }
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 2],
  ])('is none of %i in %i', (successes, total) => expect(clopperPearson(successes, total)).toBeNull());
});
