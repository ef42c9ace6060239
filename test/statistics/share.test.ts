import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareTest, wilson } from '../../src/statistics/index.ts';

describe('the Wilson interval', () => {
  // scipy 1.17.1: binomtest(k, n).proportion_ci(confidence_level=level, method='wilson')
  it.each([
    [524, 2357, 0.95, 0.2059895926095076, 0.23954708453192058],
    [0, 10, 0.95, 0, 0.27753279986288926],
    [10, 10, 0.95, 0.7224672001371109, 1],
    [1, 1, 0.95, 0.20654931437723745, 1],
    [214, 524, 0.95, 0.3671256085757837, 0.4510015991382832],
    [214, 524, 0.99, 0.35456673309651937, 0.4645179132112764],
    [1, 1_000_000, 0.95, 1.765245767453709e-7, 5.664911804311442e-6],
  ])('of %i in %i at %d', (successes, total, level, low, high) => {
    const interval = wilson(successes, total, level)!;
    expect(interval).toMatchObject({ level, method: 'wilson' });
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(1e-9 * low);
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(1e-9 * high);
  });

  it('has ends exactly at 0 and 1 where nobody or everybody succeeds', () => {
    expect(wilson(0, 7)?.low).toBe(0);
    expect(wilson(7, 7)?.high).toBe(1);
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 2],
    [Number.NaN, 2],
    [1, Number.NaN],
  ])('is none for %d of %d', (successes, total) => {
    expect(wilson(successes, total)).toBeNull();
  });

  const part = fc
    .integer({ min: 1, max: 10_000_000 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

  it('holds the share, lies within 0 and 1, and mirrors for the failures', () => {
    fc.assert(
      fc.property(part, ([successes, total]) => {
        const interval = wilson(successes, total)!;
        const mirrored = wilson(total - successes, total)!;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(successes / total);
        expect(interval.high).toBeGreaterThanOrEqual(successes / total);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - interval.high, 12);
      }),
    );
  });

  // The interval is the set of shares the score test does not reject: its ends solve |k/n − p| = z √(p(1 − p)/n).
  it('ends where the score test begins to reject', () => {
    fc.assert(
      fc.property(part, ([successes, total]) => {
        const { low, high } = wilson(successes, total)!;
        for (const share of [low, high].filter((end) => end > 0 && end < 1)) {
          const z = Math.abs(successes / total - share) / Math.sqrt((share * (1 - share)) / total);
          expect(z).toBeCloseTo(1.959963984540054, 4);
        }
      }),
    );
  });
});

describe('the test of two shares', () => {
  // statsmodels 0.15.0: proportions_ztest([k1, k2], [n1, n2])
  it.each([
    [214, 524, 203, 418, true, 0.017715727960640113],
    [524, 2357, 404, 2357, true, 1.1050025829747345e-5],
    [5, 10, 6, 12, false, 1],
    [1, 10, 9, 10, true, 0.0003466193511346662],
  ])('%i of %i against %i of %i', (successes1, total1, successes2, total2, significant, p) => {
    const test = shareTest(successes1, total1, successes2, total2)!;
    expect(test.significant).toBe(significant);
    expect(test.p / p).toBeCloseTo(1, 8);
    expect(shareTest(successes2, total2, successes1, total1)?.p).toBeCloseTo(test.p, 12);
  });

  it.each([
    [0, 0, 1, 2],
    [1, 2, 0, 0],
    [0, 5, 0, 9],
    [5, 5, 9, 9],
    [6, 5, 1, 9],
  ])('is none for %i of %i against %i of %i', (successes1, total1, successes2, total2) => {
    expect(shareTest(successes1, total1, successes2, total2)).toBeNull();
  });
});
