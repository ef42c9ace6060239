import type { Interval } from '../report/schema.ts';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import { LEVEL, type Test, verdict } from './verdict.ts';

/** The counts a net score is made of; passives are the answers that are neither. */
export interface NetScore {
  readonly promoters: number;
  readonly detractors: number;
  readonly answers: number;
}

/** A net score moved towards 0 by three answers, and its standard error; both in points (−100 to 100). */
export interface AdjustedNetScore {
  readonly score: number;
  readonly standardError: number;
}

/**
 * The adjusted Wald net score: three quarters of an answer are added to the promoters, three quarters to the
 * detractors and three in all, so that a handful of like answers still has an error. Null where there are no
 * answers or the counts are no parts of them.
 */
export const adjustedNetScore = ({ promoters, detractors, answers }: NetScore): AdjustedNetScore | null => {
  if (!(answers > 0) || promoters < 0 || detractors < 0 || promoters + detractors > answers) return null;
  const total = answers + 3;
  const score = (promoters - detractors) / total;
  const extremes = (promoters + detractors + 1.5) / total;
  return { score: 100 * score, standardError: 100 * Math.sqrt((extremes - score * score) / total) };
};

/** The adjusted Wald interval of a net score, in points, clipped to ±100; null as `adjustedNetScore` is. */
export const netScoreInterval = (
  promoters: number,
  detractors: number,
  answers: number,
  level = LEVEL,
): Interval | null => {
  const adjusted = adjustedNetScore({ promoters, detractors, answers });
  if (adjusted === null) return null;
  const reach = normalQuantile(level) * adjusted.standardError;
  return {
    low: Math.max(-100, adjusted.score - reach),
    high: Math.min(100, adjusted.score + reach),
    level,
    method: 'adjusted-wald',
  };
};

/**
 * Whether two net scores differ: the difference of the adjusted scores against its standard error, two-sided
 * normal. `significant` is |difference| > 1.96 standard errors. Null where one has no answers.
 */
export const netScoreTest = (current: NetScore, previous: NetScore): Test | null => {
  const a = adjustedNetScore(current);
  const b = adjustedNetScore(previous);
  if (a === null || b === null) return null;
  return verdict(normalTwoSided((a.score - b.score) / Math.hypot(a.standardError, b.standardError)));
};
