import type { DerivedOptions, Exact, Indicator, Operand } from '../indicators/define.ts';
import { meanInterval, multiply, netScoreInterval, subtract, whole, wilson } from '../statistics/index.ts';
import type { Parts } from './cells.ts';
import type { FigureStatus, Interval } from './schema.ts';

/** The value of a figure in one period and segment, exact until it is printed. */
export interface Value {
  readonly status: FigureStatus;
  readonly numerator: Exact | null;
  readonly denominator: Exact | null;
  readonly interval: Interval | null;
  readonly notes: readonly string[];
  readonly parts: Parts;
  /** 100 for net scores, else 1. */
  readonly factor: bigint;
}

const one = whole(1);

/** A value that is not there, for a reason; its counts are kept where they are known. */
export const noValue = (status: FigureStatus, notes: readonly string[], parts: Parts = {}): Value => ({
  status,
  numerator: parts.numerator ?? null,
  denominator: parts.denominator ?? null,
  interval: null,
  notes,
  parts,
  factor: 1n,
});

const count = (exact: Exact): number => Number(exact.units);

const intervalOf = ({ computation }: Indicator, parts: Parts): Interval | null => {
  if (computation.kind === 'share') return wilson(count(parts.numerator!), count(parts.denominator!));
  if (computation.kind === 'net-score')
    return netScoreInterval(count(parts.promoters!), count(parts.detractors!), count(parts.denominator!));
  if (computation.kind !== 'mean') return null;
  return meanInterval(parts.numerator!, squares(parts), parts.denominator!.units);
};

/** Σx² at twice the scale of Σx: the engine gives it in whole units. */
export const squares = (parts: Parts): Exact => {
  const scale = 2 * parts.numerator!.scale;
  return parts.squares!.scale === 0 ? { units: parts.squares!.units, scale } : parts.squares!;
};

const asideNotes = ({ computation }: Indicator, { aside }: Parts): readonly string[] =>
  computation.kind === 'count' && computation.aside !== undefined && aside !== undefined && aside.units > 0n
    ? [`${computation.aside.note}=${aside.units}`]
    : [];

/** Makes a figure's value from its aggregates: undefined where the denominator is 0. */
export const valueFromParts = (indicator: Indicator, found: Parts): Value => {
  const { computation } = indicator;
  const parts =
    computation.kind === 'net-score'
      ? { ...found, numerator: subtract(found.promoters!, found.detractors!) }
      : found;
  const denominator = parts.denominator ?? null;
  if (denominator !== null && denominator.units === 0n) {
    const isBoundless = computation.kind === 'quotient' && parts.numerator!.units !== 0n;
    const zero = isBoundless ? computation.zero : undefined;
    return noValue('undefined', [zero ?? 'denominator_zero'], parts);
  }
  return {
    status: 'ok',
    numerator: parts.numerator!,
    denominator,
    interval: intervalOf(indicator, parts),
    notes: asideNotes(indicator, parts),
    parts,
    factor: computation.kind === 'net-score' ? 100n : 1n,
  };
};

/** Makes a derived figure's value from those it comes from; what one of them lacks, it lacks for the same reason. */
export const valueFromOperands = (
  indicator: Indicator,
  operands: readonly (Value | null)[],
  options: DerivedOptions,
): Value => {
  const { computation } = indicator;
  if (computation.kind !== 'derived') throw new Error(`${indicator.id} is not derived`);
  const missing = operands.find(
    (operand) => operand === null || !['ok', 'incomplete'].includes(operand.status),
  );
  if (missing !== undefined) return noValue(missing?.status ?? 'unavailable', missing?.notes ?? []);
  const given = operands.map(
    (operand): Operand => ({ numerator: operand!.numerator!, denominator: operand!.denominator ?? one }),
  );
  const { numerator, denominator, notes = [] } = computation.combine(given, options);
  if (denominator.units === 0n) return noValue('undefined', ['denominator_zero'], { numerator, denominator });
  return { status: 'ok', numerator, denominator, interval: null, notes, parts: {}, factor: 1n };
};

const isSum = ({ computation }: Indicator): boolean =>
  computation.kind === 'count' || computation.kind === 'sum';
const isMedian = ({ computation }: Indicator): boolean => computation.kind === 'median';

/** The exact quotient a value stands for; null where there is none. */
export const quotientOf = (
  indicator: Indicator,
  value: Value,
): { numerator: Exact; denominator: Exact } | null => {
  if (value.numerator === null || !['ok', 'incomplete'].includes(value.status)) return null;
  const numerator = multiply(value.numerator, whole(value.factor));
  return {
    numerator,
    denominator: isSum(indicator) || isMedian(indicator) ? one : (value.denominator ?? one),
  };
};
