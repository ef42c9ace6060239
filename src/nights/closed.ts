import { LoyaltyError } from '../errors.ts';
import { type Day, type Period, parsePeriod } from '../period/index.ts';
import type { Earlier } from './history.ts';

/** What periods are read against, and how many closed ones are asked again. */
export interface Restating {
  readonly asOf: Day;
  readonly fiscalStart: string | null;
  readonly restate: number;
}

/** The kinds whose labels say which days they are; what is reckoned from as-of is another period each night. */
const named = new Set(['year', 'half', 'quarter', 'month', 'week', 'day', 'range']);

const periodOf = (label: string, context: Restating): Period | null => {
  try {
    const period = parsePeriod(label, context);
    return 'start' in period ? period : null;
  } catch (error) {
    if (!(error instanceof LoyaltyError)) throw error;
    return null;
  }
};

/** The last closed periods of the kind of `label` that are known, in their order, without that one. */
export const closedPeriods = (label: string, earlier: Earlier, context: Restating): string[] => {
  const kind = periodOf(label, context)?.kind ?? 'all';
  if (!named.has(kind)) return [];
  const known = new Map<string, Period>();
  for (const { period, start, stop } of earlier.lines.values()) {
    if (known.has(period) || period === label) continue;
    const found = periodOf(period, context);
    if (found?.kind !== kind || found.start !== start || found.stop !== stop) continue;
    if (found.stop <= context.asOf) known.set(period, found);
  }
  return [...known.values()]
    .toSorted((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0))
    .slice(-context.restate)
    .map((period) => period.label);
};
