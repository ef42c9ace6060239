import { fault } from '../errors.ts';
import {
  addDays,
  allOf,
  compareWith,
  daysBetween,
  type Period,
  parsePeriod,
  previousPeriod,
  subtract,
  truncateLike,
} from '../period/index.ts';
import { type Extent, extentOf, type Reach, reachOf } from '../warehouse/extent.ts';
import { type FactPeriod, factPeriod } from '../warehouse/facts/windows.ts';
import type { Gathered } from './gather.ts';
import type { KpiRequest } from './request.ts';
import type { Role } from './schema.ts';
import { isIncomplete } from './status.ts';

/** The period of a run and the one it is compared with, with the windows whose facts are made. */
export interface Frame {
  /** Null where all the data are asked for and there are none. */
  readonly period: Period | null;
  readonly comparison: Period | null;
  readonly facts: readonly FactPeriod[];
  readonly incomplete: boolean;
}

/**
 * The extent that says what is finished (of the orders, else of what was given instead), and the span of everything:
 * first and last dated day of all the files together, which is what `all` means.
 */
export const extentsOf = async ({
  engine,
  sources,
}: Gathered): Promise<{ overall: Extent | null; span: Reach | null }> => {
  const reaches = new Map<Role, Reach>();
  for (const role of ['orders', 'surveys', 'content', 'spend'] as const) {
    const reach = sources.has(role) ? await reachOf(engine, role) : null;
    if (reach !== null) reaches.set(role, reach);
  }
  const [instead] = reaches.keys();
  const telling = sources.has('orders') ? 'orders' : instead;
  const overall =
    telling === undefined ? null : await extentOf(engine, telling, reaches.get(telling) ?? null);
  const found = [...reaches.values()];
  if (found.length === 0) return { overall, span: null };
  const first = found.map((reach) => reach.first).toSorted()[0]!;
  const last = found
    .map((reach) => reach.last)
    .toSorted()
    .at(-1)!;
  return { overall, span: { first, last } };
};

/**
 * Resolves the periods of a request over the extent of its data. Where the period is unfinished, the comparison is cut
 * to as many days as are known of it. A base shorter than the period is refused.
 */
export const frameOf = (request: KpiRequest, extent: Extent | null, span: Reach | null): Frame => {
  const parsed = parsePeriod(request.period, { asOf: request.asOf, fiscalStart: request.fiscalStart });
  const period = 'start' in parsed ? parsed : span === null ? null : allOf(span.first, span.last);
  if (period === null) {
    const day = request.asOf;
    return {
      period,
      comparison: null,
      facts: [factPeriod(0, { start: day, stop: day }, request.base, null)],
      incomplete: false,
    };
  }
  const { base } = request;
  if (base.kind === 'active' && subtract(period.stop, base.length) > period.start)
    throw fault('base_shorter_than_period', [base.label]);
  const incomplete = isIncomplete(period, request.asOf, extent);
  const whole = compareWith(period, request.compare);
  const known = extent === null || request.asOf < extent.last ? request.asOf : extent.last;
  const elapsed = daysBetween(period.start, addDays(known, 1));
  const comparison = whole !== null && incomplete && elapsed > 0 ? truncateLike(whole, elapsed) : whole;
  const facts = [factPeriod(0, period, request.base, previousPeriod(period))];
  if (comparison !== null) facts.push(factPeriod(1, comparison, request.base, previousPeriod(whole!)));
  return { period, comparison, facts, incomplete };
};
