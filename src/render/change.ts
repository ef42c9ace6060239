import type { Indicator } from '../indicators/define.ts';
import type { Figure } from '../report/schema.ts';
import { formatChange } from './numbers.ts';
import type { Language } from './options.ts';

/** What a change says: `chance` when its test finds no difference, `none` where neither way is better. */
export type Verdict = 'better' | 'worse' | 'chance' | 'same' | 'none';

export interface Movement {
  readonly direction: 'up' | 'down' | 'level';
  /** The difference with its sign and unit. */
  readonly amount: string;
  readonly verdict: Verdict;
  /** false for counts and sums, whose changes have no test. */
  readonly tested: boolean;
}

/** Counts and sums are what they are; of anything else that was not tested nobody can say that it got better. */
const isCounted = (figure: Figure): boolean =>
  figure.denominator === null || figure.unit === 'count' || figure.exact !== null;

const verdictOf = (figure: Figure, better: Indicator['better']): Verdict => {
  const { absolute, significant } = figure.change!;
  if (absolute === 0) return 'same';
  if (significant === false) return 'chance';
  if (better === 'neither' || (significant === null && !isCounted(figure))) return 'none';
  return absolute > 0 === (better === 'higher') ? 'better' : 'worse';
};

/** How a figure moved against the comparison, or null where there is nothing to compare with. */
export const movementOf = (
  figure: Figure,
  definition: Indicator | undefined,
  lang: Language,
): Movement | null => {
  if (figure.change === null) return null;
  const { absolute, relative, significant } = figure.change;
  return {
    direction: absolute > 0 ? 'up' : absolute < 0 ? 'down' : 'level',
    amount: formatChange(absolute, relative, figure.unit, lang),
    verdict: verdictOf(figure, definition?.better ?? 'neither'),
    tested: significant !== null,
  };
};
