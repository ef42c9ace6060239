import { expect } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { idle, type Law, onReport } from './law.ts';
import { expectNear, figureIn } from './reading.ts';

const kinds = ['promoter_share', 'passive_share', 'detractor_share'] as const;

const countsOf = (report: Report) => {
  const [promoters, passives, detractors] = kinds.map((id) => figureIn(report, id).numerator);
  const answers = figureIn(report, 'net_promoter_score').denominator;
  const isGiven =
    typeof promoters === 'number' && typeof passives === 'number' && typeof detractors === 'number';
  if (figureIn(report, 'net_promoter_score').value === null || !isGiven || answers === null) return null;
  return { promoters, passives, detractors, answers };
};

/** What holds between the answers of every report. */
export const answers: readonly Law[] = [
  onReport('promoters, passives and detractors are all the answers', (report) => {
    const counts = countsOf(report);
    if (counts === null) return idle;
    expect(counts.promoters + counts.passives + counts.detractors).toBe(counts.answers);
    for (const id of kinds) expect(figureIn(report, id).denominator).toBe(counts.answers);
  }),

  onReport('their shares add up to 1', (report) => {
    const shares = kinds.map((id) => figureIn(report, id).value);
    if (shares.some((share) => share === null)) return idle;
    expectNear(
      shares.reduce((sum: number, share) => sum + (share ?? 0), 0),
      1,
      'shares',
    );
  }),

  onReport('the score is 100 × (promoters − detractors) ÷ answers, from −100 to 100', (report) => {
    const counts = countsOf(report);
    if (counts === null) return idle;
    const score = figureIn(report, 'net_promoter_score');
    expectNear(score.value!, (100 * (counts.promoters - counts.detractors)) / counts.answers, 'score');
    expect(Math.abs(score.value!)).toBeLessThanOrEqual(100);
    expect(score.interval!.low).toBeGreaterThanOrEqual(-100);
    expect(score.interval!.high).toBeLessThanOrEqual(100);
    expect(score.interval!.low).toBeLessThanOrEqual(score.interval!.high);
  }),
];
