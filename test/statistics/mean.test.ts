import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  type MeanSums,
  meanInterval,
  meanTest,
  multiply,
  parseExact,
  whole,
} from '../../src/statistics/index.ts';

const sums = (values: readonly string[]): MeanSums => {
  const exact = values.map(parseExact);
  return {
    sum: exact.reduce(add, whole(0)),
    squares: exact.map((value) => multiply(value, value)).reduce(add, whole(0)),
    count: BigInt(values.length),
  };
};
const read = (text: string): MeanSums => sums(text.split(' '));
const interval = ({ sum, squares, count }: MeanSums, level?: number) =>
  meanInterval(sum, squares, count, level);

// Student's sleep data, as in R's data set `sleep`.
const sleep1 = read('0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0');
const sleep2 = read('1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4');

describe('the interval of a mean', () => {
  // NIST/SEMATECH e-Handbook 1.3.5.2, ZARR13.DAT: N = 195, mean 9.261460, standard deviation 0.02278881,
  // 95 % limits 9.258242 and 9.264679; Σx and Σx² are made of those figures.
  it('is the one NIST publishes for its heat flow meter', () => {
    const limits = meanInterval(parseExact('1805.9847'), parseExact('16726.1558096550759234'), 195n)!;
    expect(limits).toMatchObject({ level: 0.95, method: 't' });
    expect(limits.low).toBeCloseTo(9.258242, 5);
    expect(limits.high).toBeCloseTo(9.264679, 5);
  });

  // scipy 1.17.1: ttest_1samp(values, 0).confidence_interval(level)
  it.each([
    [sleep1, 0.95, -0.5297804135262321, 2.029780413526232],
    [sleep2, 0.99, 0.27231253420233603, 4.387687465797663],
  ])('is the one scipy gives for the sleep data', (values, level, low, high) => {
    const limits = interval(values, level)!;
    expect(limits.level).toBe(level);
    expect(limits.low).toBeCloseTo(low, 7);
    expect(limits.high).toBeCloseTo(high, 7);
  });

  it('needs two values', () => {
    expect(interval(read('3.5'))).toBeNull();
    expect(meanInterval(whole(0), whole(0), 0n)).toBeNull();
  });

  it('is none where the sums cannot be of the same values', () => {
    expect(meanInterval(whole(10), whole(1), 2n)).toBeNull();
  });

  it('has no width where the values do not vary, however awkward they are', () => {
    const limits = interval(sums(Array.from({ length: 1000 }, () => '0.1')))!;
    expect([limits.low, limits.high]).toEqual([0.1, 0.1]);
  });

  // In doubles Σx² − (Σx)²/n of these is 0: the variance of 1, 2, 3 is lost beside 10¹⁶.
  it('does not lose a small spread beside large values', () => {
    const large = interval(read('10000000000000001 10000000000000002 10000000000000003'))!;
    const small = interval(read('1 2 3'))!;
    // Doubles near 10¹⁶ are 2 apart; the width is 4.97.
    expect(Math.abs(large.high - large.low - (small.high - small.low))).toBeLessThan(2);
    const shifted = interval(read('1000000001.0001 1000000001.0002 1000000001.0003'))!;
    expect((shifted.high - shifted.low) / (small.high - small.low)).toBeCloseTo(0.0001, 7);
  });

  it('does not depend on the decimals the sums are written with', () => {
    const written = sums(['1.50', '2.5000', '9']);
    const plain = sums(['1.5', '2.5', '9.0']);
    expect(interval(written)).toEqual(interval(plain));
  });

  it('is symmetric about the mean, and wider at a higher level', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(cents, (values) => {
        const exact = sums(values.map((value) => (value / 100).toFixed(2)));
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length / 100;
        const { low, high } = interval(exact)!;
        const wider = interval(exact, 0.99)!;
        expect((low + high) / 2).toBeCloseTo(mean, 6);
        expect(wider.low).toBeLessThanOrEqual(low);
        expect(wider.high).toBeGreaterThanOrEqual(high);
      }),
    );
  });
});

describe('the test of two means', () => {
  // R's documented `t.test(extra ~ group, data = sleep)`: t = -1.8608, df = 17.776, p-value = 0.07939.
  it('is the one R publishes for the sleep data', () => {
    const test = meanTest(sleep1, sleep2)!;
    expect(test.significant).toBe(false);
    expect(test.p).toBeCloseTo(0.07939, 5);
  });

  // Examples 2 and 3 of Wikipedia's "Welch's t-test" (t = −1.57, df = 9.9, p = 0.149; t = −2.22, df = 24.5, p = 0.036);
  // more digits from scipy 1.17.1: ttest_ind(a, b, equal_var=False).
  it.each([
    [
      '17.2 20.9 22.6 18.1 21.7 21.4 23.5 24.2 14.7 21.8',
      '21.5 22.8 21.0 23.0 21.6 23.6 22.5 20.7 23.4 21.8 20.7 21.7 21.5 22.5 23.6 21.5 22.5 23.5 21.5 21.8',
      0.14884169660532817,
    ],
    [
      '19.8 20.4 19.6 17.8 18.5 18.9 18.3 18.9 19.5 22.0',
      '28.2 26.6 20.1 23.3 25.2 22.1 17.7 27.6 20.6 13.7 23.2 17.5 20.6 18.0 23.9 21.6 24.3 20.4 24.0 13.2',
      0.03597227102979692,
    ],
  ])('is Welch’s for samples of unequal size and spread', (a, b, p) => {
    const test = meanTest(read(a), read(b))!;
    expect(test.p).toBeCloseTo(p, 7);
    expect(test.significant).toBe(p < 0.05);
    expect(meanTest(read(b), read(a))?.p).toBeCloseTo(test.p, 12);
  });

  // scipy 1.17.1: ttest_ind_from_stats(35.00, 30, 10**8, 35.01, 30, 10**8, equal_var=False).pvalue = 0.018422126412308157
  it('holds for a hundred million orders', () => {
    const count = 100_000_000n;
    const spread = 900n * (count - 1n);
    const of = (sum: bigint): MeanSums => ({
      sum: whole(sum),
      squares: { units: ((spread * count + sum * sum) * 10n ** 8n) / count, scale: 8 },
      count,
    });
    expect(meanTest(of(3_500_000_000n), of(3_501_000_000n))?.p).toBeCloseTo(0.018422126412308157, 7);
  });

  it('is none where a sample has one value or nothing varies', () => {
    expect(meanTest(read('1'), read('1 2'))).toBeNull();
    expect(meanTest(read('1 2'), read('1'))).toBeNull();
    expect(meanTest(read('1 1'), read('2 2'))).toBeNull();
    expect(meanTest(read('1 1'), read('2 3'))).not.toBeNull();
  });
});
