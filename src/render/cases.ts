import type { Computation, Indicator } from '../indicators/define.ts';
import type { Figure } from '../report/schema.ts';
import { formatCount } from './numbers.ts';
import type { Language } from './options.ts';

const isCounted = (computation: Computation | undefined): boolean => {
  if (computation?.kind === 'sum') return computation.cases !== undefined;
  return computation !== undefined && ['mean', 'median', 'quotient', 'net-score'].includes(computation.kind);
};

/** The part of a figure (or of its previous one) its cases are read from. */
type Parts = Pick<Figure, 'numerator' | 'denominator'>;

/** How many cases stand behind a figure: `214/524` for shares, `195` for means and scores, empty for counts and sums. */
export const casesText = (
  parts: Parts | null,
  unit: Figure['unit'],
  definition: Indicator | undefined,
  lang: Language,
): string => {
  if (parts === null || parts.denominator === null) return '';
  const whole = formatCount(parts.denominator, lang);
  if (unit === 'share')
    return parts.numerator === null ? whole : `${formatCount(parts.numerator, lang)}/${whole}`;
  return isCounted(definition?.computation) ? whole : '';
};
