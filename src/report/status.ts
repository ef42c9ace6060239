import type { Indicator } from '../indicators/define.ts';
import { addDays, daysBetween, type Window } from '../period/index.ts';
import type { Extent } from '../warehouse/extent.ts';
import { type Base, type FactPeriod, yearBeforeOf } from '../warehouse/facts/windows.ts';

/** What decides whether a figure of a period can have a value. */
export interface Standing {
  readonly period: FactPeriod;
  readonly base: Base;
  readonly asOf: string;
  /** Of the orders, or of what was given instead; null while there is no dated row. */
  readonly extent: Extent | null;
  /** Of the orders alone. */
  readonly orders: Extent | null;
  readonly lifespanGiven: boolean;
}

const lastDay = (period: Window): string => addDays(period.stop, -1);

/**
 * Whether a period is unfinished: it ends after as-of, or after the last day of the data by more days than the
 * largest gap between days with data in the 90 days before that.
 */
export const isIncomplete = (period: Window, asOf: string, extent: Extent | null): boolean => {
  if (lastDay(period) > asOf) return true;
  return extent !== null && daysBetween(extent.last, lastDay(period)) > extent.largestGap;
};

const orderGrains = new Set(['customer', 'order', 'gap', 'refund']);

const needsOrders = (indicator: Indicator, base: Base): boolean => {
  if (base.kind === 'contract' && indicator.base !== undefined) return false;
  const { computation } = indicator;
  return computation.kind === 'derived'
    ? indicator.needs.includes('orders')
    : orderGrains.has(computation.grain);
};

const lacksHistory = ({ period, base, orders }: Standing): boolean => {
  if (orders === null || base.kind === 'contract') return false;
  if (base.kind === 'active') return orders.first >= period.atEnd.start;
  return orders.first >= period.start;
};

/** The code of the reason why a figure has no value whatever its counts say; null where the counts decide. */
export const undefinedReason = (indicator: Indicator, standing: Standing): string | null => {
  const { period, orders } = standing;
  if (!needsOrders(indicator, standing.base) || orders === null) return null;
  if (period.start > orders.last) return 'after_data';
  if (period.stop <= orders.first) return 'before_data';
  if (indicator.base === 'rate' && lacksHistory(standing)) return 'no_history';
  if (indicator.history === 'before' && orders.first >= period.start) return 'no_history';
  if (
    indicator.history === 'two-years' &&
    !standing.lifespanGiven &&
    orders.first > yearBeforeOf(period).start
  )
    return 'history_short_for_lifespan';
  return null;
};

/** Whether the data begin inside the window that makes customers of the start: the figure is shown, but marked. */
export const hasShortHistory = (indicator: Indicator, { period, base, orders }: Standing): boolean =>
  indicator.base !== undefined &&
  base.kind !== 'contract' &&
  orders !== null &&
  period.atStart !== null &&
  orders.first > period.atStart.start;
