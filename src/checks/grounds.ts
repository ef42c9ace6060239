import type { Indicator } from '../indicators/define.ts';
import type { Assembled } from '../report/figures.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Check } from './check.ts';
import { type Obstacle, obstacle } from './obstacle.ts';

/** Whether a figure is the one a check is on: the total, or the one of its segment. */
export const isSegment = ({ figure }: Assembled, { id, segment }: Check): boolean => {
  if (figure.id !== id) return false;
  if (segment === null || figure.segment === null) return segment === null && figure.segment === null;
  return figure.segment[segment.attribute] === segment.value;
};

/** The counts without which a value stands on nothing, each with the code that says so. */
export const groundsOf = ({ id, needs }: Indicator): readonly (readonly [id: string, reason: string])[] => [
  ...(needs.some((need) => need.split('.')[0] === 'orders') ? [['orders', 'no_orders'] as const] : []),
  ...(id === 'lost_customers' || id === 'retained_customers'
    ? [['customers_at_start', 'no_base'] as const]
    : []),
];

/** Why a value of a period stands on nothing: no order in it, nobody to be lost, no money spent. */
export const groundless = (
  { exact }: Outcome,
  indicator: Indicator,
  check: Check,
  period: 'now' | 'then',
): Obstacle | null => {
  const ground = groundsOf(indicator).find(([id]) =>
    exact.some((one) => isSegment(one, { ...check, id }) && one[period]?.numerator?.units === 0n),
  );
  if (ground !== undefined) return obstacle(ground[1]);
  const isUnspent =
    indicator.needs.includes('spend') &&
    exact.some((one) => isSegment(one, check) && one[period]?.numerator?.units === 0n);
  return isUnspent ? obstacle('no_spend') : null;
};
