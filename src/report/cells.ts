import type { Computation, Exact, FactGrain, Indicator } from '../indicators/define.ts';
import { parseExact, whole } from '../statistics/index.ts';
import {
  type Aggregates,
  aggregate,
  type CellsWanted,
  cellKey,
  everyone,
  peopleOf,
} from '../warehouse/aggregate.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { Breakdown } from '../warehouse/load/columns.ts';
import type { Facts } from './facts.ts';

/** The exact aggregates of one figure in one period and segment, by their names in the definition. */
export type Parts = Readonly<Record<string, Exact>>;

/** All aggregates of a run: of which segments there are rows, and the parts of any figure. */
export interface Cells {
  readonly segments: readonly string[];
  /** Null where the figure's grain is not broken down. */
  readonly parts: (indicator: Indicator, period: number, segment: string | null) => Parts | null;
  /** How many people stand behind a segment's figures of a grain, for the rule of small groups. */
  readonly people: (grain: FactGrain, period: number, segment: string) => number;
}

type Aggregated = Exclude<Computation, { kind: 'derived' } | { kind: 'tally' }>;

const partNames = [
  'numerator',
  'denominator',
  'squares',
  'promoters',
  'detractors',
  'cases',
  'rows',
  'aside',
] as const;

const expressionsOf = (computation: Aggregated): [string, string][] => {
  const aside = computation.kind === 'count' ? computation.aside?.count : undefined;
  const named = { ...computation, aside } as unknown as Record<string, string | undefined>;
  return partNames.flatMap((name): [string, string][] => {
    const expression = named[name];
    return expression === undefined ? [] : [[name, expression]];
  });
};

const isAggregated = (computation: Computation): computation is Aggregated =>
  computation.kind !== 'derived' && computation.kind !== 'tally';

/** The grains whose figures guests are in: a guest order counts there as a person of its own. */
const guestGrains = new Set<FactGrain>(['order', 'refund']);

/** The grains that a breakdown leaves whole: an answer or a member has no channel, a member no first order. */
const unsegmented: Readonly<Record<Breakdown['scope'], readonly FactGrain[]>> = {
  customer: ['departure', 'spend', 'past'],
  first: ['departure', 'spend', 'member', 'past'],
  order: ['departure', 'spend', 'member', 'answer', 'past'],
};

/** Runs one statement per grain over the facts that exist and hands out the parts of every figure. */
export const computeCells = async (
  engine: Engine,
  indicators: readonly Indicator[],
  facts: Facts,
  wanted: CellsWanted,
): Promise<Cells> => {
  const results = new Map<FactGrain, { aggregates: Aggregates; columns: Map<string, number> }>();
  const segmentsOf = (grain: FactGrain): CellsWanted['segments'] =>
    wanted.segments === null || unsegmented[wanted.segments].includes(grain) ? null : wanted.segments;
  for (const [grain, rows] of facts) {
    const segments = segmentsOf(grain);
    const expressions = new Set(segments === null ? [] : [peopleOf(grain), everyone]);
    for (const { computation } of indicators)
      if (isAggregated(computation) && computation.grain === grain)
        for (const [, expression] of expressionsOf(computation)) expressions.add(expression);
    if (expressions.size === 0) continue;
    const list = [...expressions];
    results.set(grain, {
      aggregates: await aggregate(engine, rows, list, { ...wanted, segments }),
      columns: new Map(list.map((expression, index) => [expression, index])),
    });
  }
  const valueAt = (grain: FactGrain, expression: string, period: number, segment: string | null): Exact => {
    const result = results.get(grain);
    const row = result?.aggregates.get(cellKey(period, segment));
    return row === undefined ? whole(0) : parseExact(row[result!.columns.get(expression)!]!);
  };
  const segments = new Set<string>();
  for (const { aggregates } of results.values())
    for (const key of aggregates.keys()) if (key.includes(':')) segments.add(key.slice(key.indexOf(':') + 1));
  return {
    segments: [...segments].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)),
    parts: ({ computation }, period, segment) => {
      if (!isAggregated(computation)) return null;
      if (segment !== null && segmentsOf(computation.grain) === null) return null;
      return Object.fromEntries(
        expressionsOf(computation).map(([name, expression]) => [
          name,
          valueAt(computation.grain, expression, period, segment),
        ]),
      );
    },
    people: (grain, period, segment) => {
      const count = (of: FactGrain): number => Number(valueAt(of, peopleOf(of), period, segment).units);
      if (grain === 'answer' || grain === 'member') return count(grain);
      if (guestGrains.has(grain)) return count('customer') + count('order');
      return count('customer') || Number(valueAt('customer', everyone, period, segment).units);
    },
  };
};
