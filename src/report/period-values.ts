import type { DerivedOptions, Indicator, Need } from '../indicators/define.ts';
import { whole } from '../statistics/index.ts';
import type { Extent } from '../warehouse/extent.ts';
import type { FactPeriod } from '../warehouse/facts/windows.ts';
import type { Cells } from './cells.ts';
import type { KpiRequest } from './request.ts';
import { hasShortHistory, isIncomplete, type Standing, undefinedReason } from './status.ts';
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

/** The values of all needed figures in one period and segment, by id; figures that are not broken down have none there. */
export const valuesOf = (
  assembly: Assembly,
  period: FactPeriod,
  segment: string | null,
): Map<string, Value> => {
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
