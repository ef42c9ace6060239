import type { FactGrain, Indicator } from '../indicators/define.ts';
import { whole } from '../statistics/index.ts';
import { figureOf } from './figure.ts';
import { type Assembly, type Tally, valuesOf } from './period-values.ts';
import type { Figure } from './schema.ts';
import { suppressedSegments } from './suppression.ts';
import { noValue, type Value } from './value.ts';

/** A figure of the report with the exact values it was written from. */
export interface Assembled {
  readonly figure: Figure;
  readonly indicator: Indicator;
  readonly now: Value;
  /** Null where there is no comparison. */
  readonly then: Value | null;
}

/** How many values of a tally are told apart; the rarer ones are added up. */
const tallied = 20;

const assembled = (
  indicator: Indicator,
  segment: Record<string, string> | null,
  now: Value,
  then: Value | null,
): Assembled => ({ figure: figureOf(indicator, segment, now, then), indicator, now, then });

const tallyFigures = (
  assembly: Assembly,
  indicator: Indicator,
  total: Value,
  before: Value | undefined,
): Assembled[] => {
  const { computation } = indicator;
  const tally = assembly.tallies.get(indicator.id);
  if (computation.kind !== 'tally' || tally === undefined) return [];
  const of = (period: number): Tally => tally.filter((entry) => entry.period === period);
  const [now, then] = [of(0), of(1)];
  const shown = now.slice(0, tallied);
  const rest = now.slice(tallied).reduce((sum, { count }) => sum + count, 0n);
  const entries = rest > 0n ? [...shown, { period: 0, value: '(other)', count: rest }] : shown;
  const value = (count: bigint, { status }: Value): Value => ({
    ...noValue(status, []),
    numerator: whole(count),
  });
  return entries.map(({ value: name, count }) => {
    const earlier = then.find((entry) => entry.value === name)?.count ?? 0n;
    const comparison = before !== undefined && name !== '(other)' ? value(earlier, before) : null;
    return assembled(indicator, { [computation.attribute]: name }, value(count, total), comparison);
  });
};

const grainOf = (indicator: Indicator, all: ReadonlyMap<string, Indicator>): FactGrain => {
  const { computation } = indicator;
  return computation.kind === 'derived' ? grainOf(all.get(computation.from[0]!)!, all) : computation.grain;
};

const segmentFigures = (assembly: Assembly): Map<string, Assembled[]> => {
  const { cells, facts, request } = assembly;
  const figures = new Map<string, Assembled[]>();
  if (request.by === null) return figures;
  const attribute = request.by.scope === 'order' ? request.by.name : `${request.by.scope}.${request.by.name}`;
  const byId = new Map(assembly.needed.map((indicator) => [indicator.id, indicator]));
  const grains = new Set(assembly.asked.map((indicator) => grainOf(indicator, byId)));
  const suppressed = new Map(
    [...grains].map((grain) => [grain, suppressedSegments(cells, grain, facts, request.minGroup)]),
  );
  for (const segment of cells.segments) {
    const [now, then] = facts.map((period) => valuesOf(assembly, period, segment));
    for (const indicator of assembly.asked) {
      const value = now!.get(indicator.id);
      if (value === undefined || value.status === 'unavailable') continue;
      const hidden = suppressed.get(grainOf(indicator, byId))!.has(segment);
      const shown = hidden ? noValue('unavailable', ['suppressed']) : value;
      const list = figures.get(indicator.id) ?? [];
      list.push(
        assembled(
          indicator,
          { [attribute]: segment },
          shown,
          hidden ? null : (then?.get(indicator.id) ?? null),
        ),
      );
      figures.set(indicator.id, list);
    }
  }
  return figures;
};

/** Assembles the figures of a report in the order they were asked for: the total first, then its segments or parts. */
export const assembleFigures = (assembly: Assembly): Assembled[] => {
  const [now, then] = assembly.facts.map((period) => valuesOf(assembly, period, null));
  const segments = segmentFigures(assembly);
  return assembly.asked.flatMap((indicator) => {
    const value = now!.get(indicator.id)!;
    const before = then?.get(indicator.id);
    const total = assembled(indicator, null, value, before ?? null);
    return [
      total,
      ...(segments.get(indicator.id) ?? []),
      ...tallyFigures(assembly, indicator, value, before),
    ];
  });
};
