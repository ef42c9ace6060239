import type { Exact, Indicator } from '../indicators/define.ts';
import {
  decimalText,
  meanTest,
  multiply,
  netScoreTest,
  ratio,
  shareTest,
  subtract,
  type Test,
  toDouble,
} from '../statistics/index.ts';
import type { Parts } from './cells.ts';
import type { Change, Figure } from './schema.ts';
import { quotientOf, squares, type Value } from './value.ts';

const count = (exact: Exact): number => Number(exact.units);

const numberOf = (indicator: Indicator, value: Value): number | null => {
  const quotient = quotientOf(indicator, value);
  return quotient === null ? null : ratio(quotient.numerator, quotient.denominator);
};

const testOf = ({ computation, cumulative }: Indicator, now: Parts, then: Parts): Test | null => {
  if (cumulative === true) return null;
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
