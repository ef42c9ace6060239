import { describe, expect, it } from 'vitest';
import {
  normalQuantile,
  normalTwoSided,
  studentQuantile,
  studentTwoSided,
} from '../../src/statistics/distributions.ts';

// All figures are scipy 1.17.1's, the call in front of each table.
const near = (actual: number, expected: number, relative: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * expected);
};

describe('distributions', () => {
  it('give the normal quantile', () => {
    near(normalQuantile(0.95), 1.959963984540054, 1e-12);
    near(normalQuantile(0.99), 2.5758293035489004, 1e-12);
  });

  // 2 * norm.sf(z)
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [-1.96, 0.04999579029644087],
    [4, 6.334248366623973e-5],
    [6, 1.973175290075389e-9],
  ])('give the normal probability beyond ±%d', (z, p) => near(normalTwoSided(z), p, 1e-9));

  // t.ppf(0.975, degrees), t.ppf(0.995, degrees)
  it.each([
    [1, 12.706204736174694, 63.656741162871526],
    [2, 4.302652729749462, 9.924843200918287],
    [10, 2.228138851986274, 3.16927267261695],
    [100, 1.9839715185235518, 2.6258905214380173],
    [101, 1.983731002955606, 2.6253859646684408],
    [194, 1.9722675325821355, 2.601408746559046],
    [1000, 1.9623390808264083, 2.580754698065951],
    [1e6, 1.959966356814107, 2.5758342201053344],
    [1e8, 1.9599640082627663, 2.5758293527143774],
    [1e9, 1.959963986912325, 2.5758293084654484],
  ])('give the t quantile of %d degrees', (degrees, at95, at99) => {
    const relative = degrees > 100 ? 1e-9 : 5e-8;
    near(studentQuantile(0.95, degrees), at95, relative);
    near(studentQuantile(0.99, degrees), at99, relative);
  });

  // 2 * t.sf(x, degrees)
  it.each([
    [0, 5, 1],
    [2, 10, 0.07338803477074037],
    [-2.5, 3.5, 0.07569464380949002],
    [1.96, 194, 0.05142788260161305],
    [3, 1e6, 0.0026998625414218],
    [2, 1e8, 0.04550026659590669],
  ])('give the t probability beyond ±%d with %d degrees', (t, degrees, p) =>
    near(studentTwoSided(t, degrees), p, 3e-7),
  );
});
