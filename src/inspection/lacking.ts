import type { Indicator } from '../indicators/define.ts';
import { addDays, type Day, type Period, previousPeriod, unitContaining } from '../period/index.ts';
import { unmetNeeds } from '../report/availability.ts';
import type { Gathered } from '../report/gather.ts';
import { undefinedReason } from '../report/status.ts';
import type { Extent } from '../warehouse/extent.ts';
import { type Base, factPeriod } from '../warehouse/facts/windows.ts';
import type { Inspection } from './schema.ts';

/** The last calendar month that the data reach the end of; the one they end in where they reach no month's end. */
export const lastMonth = ({ first, last }: Pick<Extent, 'first' | 'last'>): Period => {
  const month = unitContaining(last, 'month');
  const before = unitContaining(addDays(month.start, -1), 'month');
  return addDays(last, 1) === month.stop || before.stop <= first ? month : before;
};

/**
 * The figures that would have no value: for want of an export or a field, or, asked for the last month of the data, for
 * want of history. It is what `kpi` says of that month.
 */
export const lackingOf = (
  gathered: Gathered,
  indicators: readonly Indicator[],
  base: Base,
  orders: Extent | null,
  asOf: Day,
): NonNullable<Inspection['lacking']> =>
  indicators.flatMap((indicator) => {
    const { id } = indicator;
    const needs: string[] = unmetNeeds(gathered, indicator, base);
    const found = (reason: string | null) => [{ id, needs, reason }];
    if (needs.length > 0) return found(null);
    if (orders === null) return [];
    const month = lastMonth(orders);
    const period = factPeriod(0, month, base, previousPeriod(month));
    const standing = { period, base, asOf, extent: orders, orders, lifespanGiven: false };
    const reason = undefinedReason(indicator, standing);
    return reason === null ? [] : found(reason);
  });
