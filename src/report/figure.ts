import type { DerivedOptions, Exact, Indicator, Operand } from '../indicators/define.ts';
import {
  decimalText,
  meanInterval,
  meanTest,
  multiply,
  netScoreInterval,
  netScoreTest,
  ratio,
  shareTest,
  subtract,
  type Test,
  toDouble,
  whole,
  wilson,
} from '../statistics/index.ts';
import type { Parts } from './cells.ts';
import type { Change, Figure, FigureStatus, Interval } from './schema.ts';

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
const squares = (parts: Parts): Exact => {
  const scale = 2 * parts.numerator!.scale;
  return parts.squares!.scale === 0 ? { units: parts.squares!.units, scale } : parts.squares!;
};

const aggregated = (indicator: Indicator, found: Parts): Value => {
  const { computation } = indicator;
  const parts =
    computation.kind === 'net-score'
      ? { ...found, numerator: subtract(found.promoters!, found.detractors!) }
      : found;
  const denominator = parts.denominator ?? null;
  if (denominator !== null && denominator.units === 0n) {
    const zero = computation.kind === 'quotient' ? computation.zero : undefined;
    return noValue('undefined', [zero ?? 'denominator_zero'], parts);
  }
  return {
    status: 'ok',
    numerator: parts.numerator!,
    denominator,
    interval: intervalOf(indicator, parts),
    notes: [],
    parts,
    factor: computation.kind === 'net-score' ? 100n : 1n,
  };
};

/** Makes a figure's value from its aggregates: undefined where the denominator is 0. */
export const valueFromParts = (indicator: Indicator, parts: Parts): Value => aggregated(indicator, parts);

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

const numberOf = (indicator: Indicator, value: Value): number | null => {
  const quotient = quotientOf(indicator, value);
  return quotient === null ? null : ratio(quotient.numerator, quotient.denominator);
};

const testOf = ({ computation }: Indicator, now: Parts, then: Parts): Test | null => {
  if (computation.kind === 'share')
    return shareTest(
      count(now.numerator!),
      count(now.denominator!),
      count(then.numerator!),
      count(then.denominator!),
    );
  const net = (parts: Parts) => ({
    promoters: count(parts.promoters!),
    detractors: count(parts.detractors!),
    answers: count(parts.denominator!),
  });
  if (computation.kind === 'net-score') return netScoreTest(net(now), net(then));
  const sums = (parts: Parts) => ({
    sum: parts.numerator!,
    squares: squares(parts),
    count: parts.denominator!.units,
  });
  return computation.kind === 'mean' ? meanTest(sums(now), sums(then)) : null;
};

const changeOf = (indicator: Indicator, now: Value, then: Value): Change | null => {
  const current = quotientOf(indicator, now);
  const before = quotientOf(indicator, then);
  if (current === null || before === null) return null;
  const above = subtract(
    multiply(current.numerator, before.denominator),
    multiply(before.numerator, current.denominator),
  );
  const test = testOf(indicator, now.parts, then.parts);
  return {
    absolute: ratio(above, multiply(current.denominator, before.denominator))!,
    relative: ratio(above, multiply(before.numerator, current.denominator)),
    significant: test?.significant ?? null,
    p: test?.p ?? null,
  };
};

const plain = (exact: Exact | null): number | null => (exact === null ? null : toDouble(exact));

/** Writes a figure of the report from its value and, where there is a comparison, the value before. */
export const figureOf = (
  indicator: Indicator,
  segment: Record<string, string> | null,
  now: Value,
  then: Value | null,
): Figure => {
  const exactSum =
    indicator.unit === 'money' && indicator.computation.kind === 'sum' && quotientOf(indicator, now) !== null;
  const hasPrevious = then !== null && now.status !== 'unavailable';
  return {
    id: indicator.id,
    segment,
    value: numberOf(indicator, now),
    exact: exactSum ? decimalText(now.numerator!, 2) : null,
    unit: indicator.unit,
    numerator: plain(now.numerator),
    denominator: plain(now.denominator),
    interval: now.interval,
    previous: hasPrevious
      ? {
          value: numberOf(indicator, then),
          numerator: plain(then.numerator),
          denominator: plain(then.denominator),
          status: then.status,
        }
      : null,
    change: hasPrevious ? changeOf(indicator, now, then) : null,
    status: now.status,
    notes: [...now.notes],
  };
};
