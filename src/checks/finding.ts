import { type Exact, exportsOf, type Indicator } from '../indicators/define.ts';
import type { Assembled } from '../report/figures.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Report, Role } from '../report/schema.ts';
import { quotientOf, type Value } from '../report/value.ts';
import { clopperPearson, whole } from '../statistics/index.ts';
import type { Check } from './check.ts';
import { measures } from './data/index.ts';
import { inputsOf } from './data/inputs.ts';
import { groundless, isSegment } from './grounds.ts';
import { type Obstacle, obstacle } from './obstacle.ts';
import { type Quotient, quotient } from './quotient.ts';
import type { ResolvedCheck } from './resolve.ts';

/** An interval a confident check looks at. */
export interface CheckInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: 'clopper-pearson' | 'adjusted-wald' | 't';
}

/** What a check found of its figure. */
export interface Finding {
  readonly now: Quotient;
  readonly numerator: number | null;
  /** Cases behind the value; null where it counts none. */
  readonly n: number | null;
  /** Null where the figure has none. */
  readonly interval: CheckInterval | null;
  /** The value of the comparison and its cases; an obstacle where there is none. */
  readonly earlier: { readonly value: Quotient; readonly n: number | null } | Obstacle;
  /** Whether no order, or no row at all, stands behind it: then it may fail, and never passes. */
  readonly hollow: Obstacle | null;
}

const statusObstacle = ({ status, notes }: Value, { allowShortHistory }: Check): Obstacle | null => {
  if (notes.includes('suppressed')) return obstacle('suppressed');
  if (status === 'unavailable')
    return obstacle(
      'unavailable',
      ...notes.filter((note) => note.startsWith('needs=')).map((note) => note.slice('needs='.length)),
    );
  if (status === 'undefined') return obstacle('undefined', ...notes.slice(0, 1));
  if (status === 'incomplete') return obstacle('incomplete');
  return notes.includes('history_short') && !allowShortHistory ? obstacle('history_short') : null;
};

const casesOf = ({ computation }: Indicator, value: Value): number | null => {
  const cases =
    computation.kind === 'count' || computation.kind === 'tally'
      ? value.numerator
      : computation.kind === 'derived'
        ? null
        : value.denominator;
  return cases === null || cases.scale > 0 ? null : Number(cases.units);
};

/** Of a mean of values that are all the same there is none: so few of them may simply not have varied. */
const intervalOf = ({ computation }: Indicator, value: Value): CheckInterval | null => {
  if (computation.kind === 'share')
    return clopperPearson(Number(value.numerator!.units), Number(value.denominator!.units));
  const { interval } = value;
  if (interval === null || interval.method === 'wilson') return null;
  return interval.low === interval.high ? null : { ...interval, method: interval.method };
};

/** The values of an attribute that the figure is told for and that look most like the one asked for. */
const nearestSegments = (exact: readonly Assembled[], { id, segment }: Check): string[] => {
  const wanted = segment!.value.toLowerCase();
  return exact
    .flatMap(({ figure }) =>
      figure.id === id && !figure.notes.includes('suppressed') ? [figure.segment?.[segment!.attribute]] : [],
    )
    .filter((value) => value !== undefined)
    .filter((value) => {
      const name = value.toLowerCase();
      return name.startsWith(wanted.slice(0, 3)) || wanted.startsWith(name.slice(0, 3));
    })
    .slice(0, 3);
};

const acceptedOf = (report: Report, role: Role): number =>
  inputsOf(report, role).reduce((sum, { reconciliation }) => sum + reconciliation.accepted, 0);

/** Of the exports a figure needs, one without a row that counts; or nothing in the period or segment to stand on. */
const hollowOf = (outcome: Outcome, indicator: Indicator, check: Check): Obstacle | null => {
  const needed = exportsOf(indicator);
  const empty = needed.find((role) => acceptedOf(outcome.report, role) === 0);
  return empty === undefined ? groundless(outcome, indicator, check, 'now') : obstacle('no_rows', empty);
};

const earlierOf = (
  outcome: Outcome,
  indicator: Indicator,
  then: Value | null,
  check: Check,
): Finding['earlier'] => {
  if (then === null) return obstacle('no_earlier', 'none');
  if (statusObstacle(then, check) !== null) return obstacle('no_earlier', then.status);
  const nothing = groundless(outcome, indicator, check, 'then');
  if (nothing !== null) return obstacle('no_earlier', nothing.reason);
  const { numerator, denominator } = quotientOf(indicator, then)!;
  return { value: quotient(numerator, denominator)!, n: casesOf(indicator, then) };
};

const figureFinding = (check: Check, indicator: Indicator, outcome: Outcome): Finding | Obstacle => {
  const found = outcome.exact.find((one) => isSegment(one, check));
  if (found === undefined)
    return check.segment === null
      ? obstacle('unavailable')
      : obstacle('no_segment', ...nearestSegments(outcome.exact, check));
  const problem = statusObstacle(found.now, check);
  if (problem !== null) return problem;
  const exact = quotientOf(indicator, found.now);
  const now = exact === null ? null : quotient(exact.numerator, exact.denominator);
  if (now === null) return obstacle('undefined');
  return {
    now,
    numerator: found.figure.numerator,
    n: casesOf(indicator, found.now),
    interval: intervalOf(indicator, found.now),
    earlier: earlierOf(outcome, indicator, found.then, check),
    hollow: hollowOf(outcome, indicator, check),
  };
};

const roleOf = ({ segment }: Check): Role | null => (segment === null ? null : (segment.value as Role));

const one: Exact = whole(1);

const dataFinding = (
  check: Check,
  definition: Extract<ResolvedCheck['subject'], { kind: 'data' }>['definition'],
  outcome: Outcome,
): Finding | Obstacle => {
  if (check.segment !== null && (!definition.byRole || check.segment.attribute !== 'role'))
    return obstacle('no_attribute', check.segment.attribute);
  const value = measures[definition.id](outcome, roleOf(check));
  if ('reason' in value) return value;
  const { numerator, denominator, cases } = value;
  const isShare = definition.unit === 'share';
  return {
    now: quotient(numerator, isShare ? denominator : one)!,
    numerator: Number(numerator.units),
    n: cases,
    interval: isShare ? clopperPearson(Number(numerator.units), Number(denominator.units)) : null,
    earlier: obstacle('no_earlier', 'none'),
    hollow: cases === 0 ? obstacle('no_rows') : null,
  };
};

/** What a check finds in an outcome, or why it finds nothing; an unknown id, segment or figure is never a value. */
export const findingOf = (check: ResolvedCheck, outcome: Outcome): Finding | Obstacle => {
  const { subject } = check;
  switch (subject.kind) {
    case 'unknown':
      return obstacle('unknown_indicator', ...subject.nearest);
    case 'figure':
      return figureFinding(check, subject.indicator, outcome);
    case 'data':
      return dataFinding(check, subject.definition, outcome);
  }
};
