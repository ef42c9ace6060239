import { fault } from '../errors.ts';
import type { DataDefinition } from '../indicators/data/define.ts';
import { type DataId, findDataDefinition } from '../indicators/data/index.ts';
import type { Exact, Indicator } from '../indicators/define.ts';
import { findIndicator, nearestCheckable } from '../indicators/index.ts';
import type { Unit } from '../report/schema.ts';
import { compareExact, whole } from '../statistics/index.ts';
import type { Check, Condition } from './check.ts';
import type { WrittenCheck } from './notation.ts';
import {
  changeInUnit,
  inUnit,
  isPossible,
  type Range,
  rangeOf,
  type WrittenNumber,
  writing,
} from './number.ts';

/** What a check is on. */
export type Subject =
  | { readonly kind: 'figure'; readonly indicator: Indicator }
  | { readonly kind: 'data'; readonly definition: DataDefinition & { readonly id: DataId } }
  /** No figure has the id; these are near it. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** A check whose id was looked up and whose numbers are in the unit of its figure. */
export interface ResolvedCheck extends Check {
  readonly subject: Subject;
  /** Null for an unknown id. */
  readonly unit: Unit | null;
}

const subjectOf = (id: string, own: readonly Indicator[]): Subject => {
  const indicator = own.find((one) => one.id === id) ?? findIndicator(id);
  if (indicator !== undefined) return { kind: 'figure', indicator };
  const definition = findDataDefinition(id);
  return definition === undefined
    ? { kind: 'unknown', nearest: nearestCheckable(id, own) }
    : { kind: 'data', definition };
};

const unitOf = (subject: Subject): Unit | null =>
  subject.kind === 'figure'
    ? subject.indicator.unit
    : subject.kind === 'data'
      ? subject.definition.unit
      : null;

const bad = (id: string, what: string): never => {
  throw fault('bad_check', [id, what]);
};

/** Whether no value of the range could fail: a check that cannot fail checks nothing. */
const isVacuous = ({ operator, threshold, upper, relative }: Condition, { low, high }: Range): boolean => {
  const from = (value: Exact | null): boolean =>
    low !== null && value !== null && compareExact(value, low) <= 0;
  const to = (value: Exact | null): boolean =>
    high !== null && value !== null && compareExact(value, high) >= 0;
  switch (operator) {
    case '>=':
      return from(threshold);
    case '<=':
      return to(threshold);
    case 'between':
      return from(threshold) && to(upper);
    case 'max_drop':
      if (relative) return low !== null && compareExact(threshold, whole(1)) >= 0 && low.units === 0n;
      return low !== null && high !== null && compareExact(threshold, whole(high.units - low.units)) >= 0;
    case 'max_rise':
      return (
        !relative &&
        low !== null &&
        high !== null &&
        compareExact(threshold, whole(high.units - low.units)) >= 0
      );
    default:
      return false;
  }
};

const valueIn = (written: WrittenNumber, unit: Unit, range: Range, id: string): Exact => {
  const value = inUnit(written, unit);
  if (value === null || !isPossible(value, range)) return bad(id, `its threshold is ${writing[unit]}`);
  return value;
};

const changeCondition = (written: WrittenCheck, unit: Unit): Condition => {
  const { id, operator, threshold, against } = written;
  const change = changeInUnit(threshold, unit);
  if (change === null || change.value.units < 0n)
    return bad(id, 'a change is a number from 0 up, 10% of the earlier value, or 5pts of a share or a score');
  return { operator, threshold: change.value, upper: null, relative: change.relative, against };
};

const valueCondition = (written: WrittenCheck, unit: Unit, range: Range): Condition => {
  const { id, operator, threshold, upper, against } = written;
  if (against !== null) bad(id, 'against= goes with max_drop and max_rise only');
  const low = valueIn(threshold, unit, range, id);
  const high = upper === null ? null : valueIn(upper, unit, range, id);
  if (high !== null && compareExact(low, high) > 0) bad(id, 'between begins with the lower end');
  return { operator, threshold: low, upper: high, relative: false, against: null };
};

const conditionOf = (written: WrittenCheck, unit: Unit, isDeclared: boolean): Condition => {
  const { id, operator, confidence } = written;
  const range = rangeOf(id, unit, isDeclared);
  const onChange = operator === 'max_drop' || operator === 'max_rise';
  if (onChange && confidence) bad(id, 'confidence goes with a condition on the value, not on its change');
  const condition = onChange ? changeCondition(written, unit) : valueCondition(written, unit, range);
  if (isVacuous(condition, range)) bad(id, 'no value could ever fail it');
  return condition;
};

/** Of an unknown id no unit is known: the numbers are taken as they stand, and never compared. */
const unknownCondition = ({ operator, threshold, upper, against }: WrittenCheck): Condition => ({
  operator,
  threshold: threshold.value,
  upper: upper?.value ?? null,
  relative: false,
  against,
});

/**
 * Looks up what a check is on, among the figures and those of `own`, and brings its numbers into that unit. A threshold the figure can never have, or always
 * satisfies, and settings without effect are refused (`bad_check`); an unknown id is not, the check is then not evaluated.
 */
export const resolveCheck = (written: WrittenCheck, own: readonly Indicator[] = []): ResolvedCheck => {
  const { id, segment, name, level, minN, confidence, inconclusive, allowShortHistory } = written;
  const subject = subjectOf(id, own);
  const unit = unitOf(subject);
  const isDeclared = subject.kind === 'figure' && own.includes(subject.indicator);
  if (inconclusive !== null && !confidence) bad(id, 'inconclusive= goes with confidence only');
  if (subject.kind === 'data' && (written.operator === 'max_drop' || written.operator === 'max_rise'))
    bad(id, 'figures of the data have no earlier value; give them a threshold');
  return {
    id,
    segment,
    name,
    level,
    minN,
    confidence,
    inconclusive: inconclusive ?? 'warn',
    allowShortHistory,
    condition: unit === null ? unknownCondition(written) : conditionOf(written, unit, isDeclared),
    subject,
    unit,
  };
};
