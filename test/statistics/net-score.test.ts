import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedNetScore, netScoreInterval, netScoreTest } from '../../src/statistics/index.ts';

describe('the interval of a net score', () => {
  // Adjusted Wald with three answers added (B. Rocks, The American Statistician 70, 2016). Recomputed in Python with
  // N = n + 3; P = (p + .75) / N; D = (d + .75) / N; s = P − D; se = sqrt((P + D − s*s) / N); s ± norm.ppf(.975) * se
  it.each([
    ['half promoters, a sixth detractors of 324', 162, 54, 324, 24.945251, 41.109794],
    ['462 / 176 / 362', 462, 362, 1000, 4.389667, 15.550513],
    ['ten promoters of ten, clipped', 10, 0, 10, 47.503552, 100],
    ['ten detractors of ten, clipped', 0, 10, 10, -100, -47.503552],
  ])('%s', (_, promoters, detractors, answers, low, high) => {
    const interval = netScoreInterval(promoters, detractors, answers)!;
    expect(interval).toMatchObject({ level: 0.95, method: 'adjusted-wald' });
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  it.each([
    [0, 0, 0],
    [3, 3, 5],
    [-1, 0, 5],
    [0, -1, 5],
  ])('is none for %i promoters and %i detractors of %i', (promoters, detractors, answers) => {
    expect(netScoreInterval(promoters, detractors, answers)).toBeNull();
    expect(
      netScoreTest({ promoters, detractors, answers }, { promoters: 1, detractors: 1, answers: 3 }),
    ).toBeNull();
    expect(
      netScoreTest({ promoters: 1, detractors: 1, answers: 3 }, { promoters, detractors, answers }),
    ).toBeNull();
  });

  const counts = fc
    .tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000))
    .filter(([promoters, passives, detractors]) => promoters + passives + detractors > 0)
    .map(([promoters, passives, detractors]) => ({
      promoters,
      detractors,
      answers: promoters + passives + detractors,
    }));

  // The second computation: the sample mean and variance of the answers scored +1, 0 and −1, those added included.
  it('is the mean of answers scored 1, 0 and −1 to which 3/4, 3/2 and 3/4 of an answer were added', () => {
    fc.assert(
      fc.property(counts, ({ promoters, detractors, answers }) => {
        const scored: [number, number][] = [
          [1, promoters + 0.75],
          [0, answers - promoters - detractors + 1.5],
          [-1, detractors + 0.75],
        ];
        const weight = scored.reduce((sum, [, n]) => sum + n, 0);
        const mean = scored.reduce((sum, [score, n]) => sum + score * n, 0) / weight;
        const variance = scored.reduce((sum, [score, n]) => sum + n * (score - mean) ** 2, 0) / weight;
        const adjusted = adjustedNetScore({ promoters, detractors, answers })!;
        expect(adjusted.score).toBeCloseTo(100 * mean, 9);
        expect(adjusted.standardError).toBeCloseTo(100 * Math.sqrt(variance / weight), 9);
      }),
    );
  });

  it('holds the score, lies within ±100 and mirrors', () => {
    fc.assert(
      fc.property(counts, ({ promoters, detractors, answers }) => {
        const { low, high } = netScoreInterval(promoters, detractors, answers)!;
        const mirrored = netScoreInterval(detractors, promoters, answers)!;
        const score = (100 * (promoters - detractors)) / answers;
        expect(low).toBeLessThanOrEqual(score);
        expect(high).toBeGreaterThanOrEqual(score);
        expect(Math.max(-low, high)).toBeLessThanOrEqual(100);
        expect(mirrored.low).toBeCloseTo(-high, 9);
      }),
    );
  });
});

describe('the test of two net scores', () => {
  const current = { promoters: 240, detractors: 184, answers: 240 + 83 + 184 };
  const before = { promoters: 110, detractors: 99, answers: 110 + 50 + 99 };

  it('does not find 240/83/184 against 110/50/99 significant', () => {
    const a = adjustedNetScore(current)!;
    const b = adjustedNetScore(before)!;
    expect(a.score - b.score).toBeCloseTo(6.782, 3);
    expect(Math.hypot(a.standardError, b.standardError)).toBeCloseTo(6.835, 3);
    expect(netScoreTest(current, before)?.significant).toBe(false);
    expect(netScoreTest(current, before)?.p).toBeCloseTo(0.321, 3);
  });

  it('finds the same shares significant with ten times the answers', () => {
    const tenfold = ({ promoters, detractors, answers }: typeof current) => ({
      promoters: 10 * promoters,
      detractors: 10 * detractors,
      answers: 10 * answers,
    });
    expect(netScoreTest(tenfold(current), tenfold(before))?.significant).toBe(true);
  });

  it('is significant exactly where the difference passes 1.96 standard errors', () => {
    const score = fc
      .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
      .map(([promoters, passives, detractors]) => ({
        promoters: promoters + 1,
        detractors,
        answers: promoters + 1 + passives + detractors,
      }));
    fc.assert(
      fc.property(score, score, (first, second) => {
        const a = adjustedNetScore(first)!;
        const b = adjustedNetScore(second)!;
        const z = Math.abs(a.score - b.score) / Math.hypot(a.standardError, b.standardError);
        fc.pre(Math.abs(z - 1.96) > 1e-4);
        const test = netScoreTest(first, second)!;
        expect(test.significant).toBe(z > 1.96);
        expect(test.significant).toBe(test.p < 0.05);
      }),
    );
  });
});
