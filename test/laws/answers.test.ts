import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { expectNear, figureIn } from './reading.ts';
import { opposed, withAnswers } from './transformations.ts';
import { everyReport, everyTrial, idle, patience, reportOf } from './trials.ts';

const kinds = ['promoter_share', 'passive_share', 'detractor_share'] as const;

const countsOf = (report: Report) => {
  const [promoters, passives, detractors] = kinds.map((id) => figureIn(report, id).numerator);
  const answers = figureIn(report, 'net_promoter_score').denominator;
  const isGiven =
    typeof promoters === 'number' && typeof passives === 'number' && typeof detractors === 'number';
  if (figureIn(report, 'net_promoter_score').value === null || !isGiven || answers === null) return null;
  return { promoters, passives, detractors, answers };
};

test('promoters, passives and detractors are all the answers', patience, () =>
  everyReport((report) => {
    const counts = countsOf(report);
    if (counts === null) return idle;
    expect(counts.promoters + counts.passives + counts.detractors).toBe(counts.answers);
    for (const id of kinds) expect(figureIn(report, id).denominator).toBe(counts.answers);
  }),
);

test('their shares add up to 1', patience, () =>
  everyReport((report) => {
    const shares = kinds.map((id) => figureIn(report, id).value);
    if (shares.some((share) => share === null)) return idle;
    expectNear(
      shares.reduce((sum: number, share) => sum + (share ?? 0), 0),
      1,
      'shares',
    );
  }),
);

test('the score is 100 × (promoters − detractors) ÷ answers, from −100 to 100', patience, () =>
  everyReport((report) => {
    const counts = countsOf(report);
    if (counts === null) return idle;
    const score = figureIn(report, 'net_promoter_score');
    expectNear(score.value!, (100 * (counts.promoters - counts.detractors)) / counts.answers, 'score');
    expect(Math.abs(score.value!)).toBeLessThanOrEqual(100);
    expect(score.interval!.low).toBeGreaterThanOrEqual(-100);
    expect(score.interval!.high).toBeLessThanOrEqual(100);
    expect(score.interval!.low).toBeLessThanOrEqual(score.interval!.high);
  }),
);

test('promoters and detractors changing places turn the score around', patience, () =>
  everyTrial(async (trial) => {
    const [given, turned] = [
      await reportOf(trial),
      await reportOf({ ...trial, shop: opposed(trial.shop) }),
    ].map((report) => ({
      score: figureIn(report, 'net_promoter_score'),
      counts: countsOf(report),
    }));
    expect(turned!.score.status).toBe(given!.score.status);
    if (given!.counts === null || turned!.counts === null) return idle;
    expectNear(turned!.score.value!, -given!.score.value!, 'score');
    expect(turned!.counts.promoters).toBe(given!.counts.detractors);
    expect(turned!.counts.detractors).toBe(given!.counts.promoters);
    expectNear(turned!.score.interval!.low, -given!.score.interval!.high, 'interval');
    return undefined;
  }, fc.constant(null)),
);

test('one more promoter never lowers the score', patience, () =>
  everyTrial(
    async (trial, score) => {
      const before = figureIn(await reportOf(trial), 'net_promoter_score').value;
      const after = figureIn(await reportOf(withAnswers(trial, [score])), 'net_promoter_score').value;
      expect(after).not.toBeNull();
      expect(after!).toBeGreaterThanOrEqual(before ?? 100);
      return undefined;
    },
    fc.constantFrom<('9' | '10')[]>('9', '10'),
  ),
);

test('of two answers of one person on one day the later line counts', patience, () =>
  everyTrial(
    async (trial, [earlier, later]) => {
      const [once, twice] = [withAnswers(trial, [later]), withAnswers(trial, [earlier, later])];
      const [expected, actual] = [await reportOf(once), await reportOf(twice)];
      for (const id of ['net_promoter_score', ...kinds]) {
        expect(figureIn(actual, id), id).toEqual(figureIn(expected, id));
      }
      return undefined;
    },
    fc.tuple(fc.nat(10).map(String), fc.nat(10).map(String)),
  ),
);
