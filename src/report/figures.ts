import type { DerivedOptions, Grain, Indicator, Need } from '../indicators/define.ts';
import { whole } from '../statistics/index.ts';
import type { Extent } from '../warehouse/extent.ts';
import type { FactPeriod } from '../warehouse/facts/windows.ts';
import type { Cells } from './cells.ts';
import { figureOf } from './figure.ts';
import type { KpiRequest } from './request.ts';
import type { Figure } from './schema.ts';
import { hasShortHistory, isIncomplete, type Standing, undefinedReason } from './status.ts';
import { suppressedSegments } from './suppression.ts';
import { noValue, type Value, valueFromOperands, valueFromParts } from './value.ts';

/** Counts by value of a tally's column, most frequent first. */
export type Tally = readonly { readonly period: number; readonly value: string; readonly count: bigint }[];

/** All that the figures are assembled from. */
export interface Assembly {
  readonly asked: readonly Indicator[];
  /** `asked` with the operands of derived figures, operands first. */
  readonly needed: readonly Indicator[];
  readonly unmet: ReadonlyMap<string, readonly Need[]>;
  readonly cells: Cells;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly request: KpiRequest;
  readonly options: DerivedOptions;
  readonly facts: readonly FactPeriod[];
  readonly extent: Extent | null;
  readonly orders: Extent | null;
  readonly incomplete: boolean;
  readonly enrolmentDated: boolean;
}

/** How many values of a tally are told apart; the rarer ones are added up. */
const tallied = 20;

const notesOf = (
  assembly: Assembly,
  indicator: Indicator,
  standing: Standing,
  value: Value,
): readonly string[] => {
  if (value.status !== 'ok') return value.notes;
  const own = (indicator.notes ?? []).filter((note) => note !== 'extrapolation' || !standing.lifespanGiven);
  const short = hasShortHistory(indicator, standing) ? ['history_short'] : [];
  const snapshot =
    indicator.needs.includes('customers.enrolled_at') && !assembly.enrolmentDated ? ['snapshot'] : [];
  return [...new Set([...value.notes, ...own, ...short, ...snapshot])];
};

const lifespanValue = (assembly: Assembly): Value => {
  const { numerator, denominator } = assembly.request.lifespan!;
  return {
    status: 'ok',
    numerator,
    denominator,
    interval: null,
    notes: [],
    parts: {},
    factor: 1n,
  };
};

const computeValue = (
  assembly: Assembly,
  indicator: Indicator,
  standing: Standing,
  values: Map<string, Value>,
  segment: string | null,
): Value | null => {
  const { computation, id } = indicator;
  const unmet = assembly.unmet.get(id)!;
  if (unmet.length > 0)
    return noValue(
      'unavailable',
      unmet.map((need) => `needs=${need}`),
    );
  const reason = undefinedReason(indicator, standing);
  if (reason !== null) return noValue('undefined', [reason]);
  if (id === 'lifetime_span' && standing.lifespanGiven) return lifespanValue(assembly);
  if (computation.kind === 'derived') {
    const operands = computation.from.map((operand) => values.get(operand) ?? null);
    if (segment !== null && operands.includes(null)) return null;
    return valueFromOperands(indicator, operands, assembly.options);
  }
  if (computation.kind === 'tally') {
    if (segment !== null) return null;
    const tally = assembly.tallies.get(id) ?? [];
    const total = tally
      .filter(({ period }) => period === standing.period.index)
      .reduce((sum, { count }) => sum + count, 0n);
    return { ...noValue('ok', []), numerator: whole(total) };
  }
  const parts = assembly.cells.parts(indicator, standing.period.index, segment);
  if (parts === null) return null;
  const value = valueFromParts(indicator, parts);
  const cases = computation.kind === 'sum' ? parts.cases : undefined;
  return cases === undefined ? value : { ...value, denominator: cases };
};

/** The values of all needed figures in one period and segment. */
const valuesOf = (assembly: Assembly, period: FactPeriod, segment: string | null): Map<string, Value> => {
  const { request } = assembly;
  const standing: Standing = {
    period,
    base: request.base,
    asOf: request.asOf,
    extent: assembly.extent,
    orders: assembly.orders,
    lifespanGiven: request.lifespan !== null,
  };
  const incomplete = isIncomplete(period, request.asOf, assembly.extent);
  const values = new Map<string, Value>();
  for (const indicator of assembly.needed) {
    const value = computeValue(assembly, indicator, standing, values, segment);
    if (value === null) continue;
    const status = value.status === 'ok' && incomplete ? 'incomplete' : value.status;
    const notes = notesOf(assembly, indicator, standing, value);
    values.set(indicator.id, { ...value, status, notes });
  }
  return values;
};

const tallyFigures = (
  assembly: Assembly,
  indicator: Indicator,
  total: Value,
  before: Value | undefined,
): Figure[] => {
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
    return figureOf(indicator, { [computation.attribute]: name }, value(count, total), comparison);
  });
};

const grainOf = (indicator: Indicator, all: ReadonlyMap<string, Indicator>): Grain => {
  const { computation } = indicator;
  return computation.kind === 'derived' ? grainOf(all.get(computation.from[0]!)!, all) : computation.grain;
};

const segmentFigures = (assembly: Assembly): Map<string, Figure[]> => {
  const { cells, facts, request } = assembly;
  const figures = new Map<string, Figure[]>();
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
        figureOf(
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
export const assembleFigures = (assembly: Assembly): Figure[] => {
  const [now, then] = assembly.facts.map((period) => valuesOf(assembly, period, null));
  const segments = segmentFigures(assembly);
  return assembly.asked.flatMap((indicator) => {
    const value = now!.get(indicator.id)!;
    const before = then?.get(indicator.id);
    const total = figureOf(indicator, null, value, before ?? null);
    return [
      total,
      ...(segments.get(indicator.id) ?? []),
      ...tallyFigures(assembly, indicator, value, before),
    ];
  });
};
