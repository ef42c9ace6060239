import { exportsOf, type Indicator } from '../indicators/define.ts';
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

/** Whether a figure is made of orders. */
export const needsOrders = (indicator: Indicator): boolean => exportsOf(indicator).includes('orders');

/** Whether it counts some of the customers at the start. */
const isOfStart = ({ id, computation }: Indicator): boolean =>
  id !== 'customers_at_start' && computation.kind === 'count' && /\bat_start\b/.test(computation.numerator);

/** The counts without which a value stands on nothing, each with the code that says so. */
export const groundsOf = (indicator: Indicator): readonly (readonly [id: string, reason: string])[] => [
  ...(needsOrders(indicator) ? [['orders', 'no_orders'] as const] : []),
  ...(isOfStart(indicator) ? [['customers_at_start', 'no_base'] as const] : []),
];

/** Why a value of a period stands on nothing: no order in it, nobody to be lost, no answer, no money spent. */
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
  const value = exact.find((one) => isSegment(one, check))?.[period];
  if (value?.parts.rows?.units === 0n) return obstacle('no_answers');
  return indicator.needs.includes('spend') && value?.numerator?.units === 0n ? obstacle('no_spend') : null;
};
