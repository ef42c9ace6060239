import type { Outcome } from '../report/outcome.ts';
import type { CheckResult } from '../report/schema.ts';
import { decimalText } from '../statistics/index.ts';
import { type Baseline, earlierInBaseline } from './baseline.ts';
import { isOnChange } from './check.ts';
import { type Finding, findingOf } from './finding.ts';
import { checkText } from './notation-text.ts';
import { isObstacle, type Obstacle, obstacle } from './obstacle.ts';
import { difference, doubleOf, type Quotient, relativeTo } from './quotient.ts';
import type { ResolvedCheck } from './resolve.ts';
import { distanceOf, isSatisfied, outcomeOf, sideOf } from './verdict.ts';

/** A verdict without its sentence, which is made where sentences are. */
export type Evaluated = Omit<CheckResult, 'message'>;

/** What is compared with the threshold, or why there is nothing. */
interface Compared {
  readonly quotient: Quotient;
  readonly earlier: Quotient | null;
}

const comparedOf = (check: ResolvedCheck, found: Finding): Compared | Obstacle => {
  if (!isOnChange(check.condition)) return { quotient: found.now, earlier: null };
  const { earlier } = found;
  if (isObstacle(earlier)) return earlier;
  if (check.minN !== null && (earlier.n === null || earlier.n < check.minN))
    return obstacle('too_few', String(earlier.n ?? 0), String(check.minN));
  const change = difference(found.now, earlier.value);
  const quotient = check.condition.relative ? relativeTo(change, earlier.value) : change;
  return quotient === null ? obstacle('no_earlier', 'zero') : { quotient, earlier: earlier.value };
};

const tooFew = ({ minN }: ResolvedCheck, { n }: Finding): Obstacle | null => {
  if (minN === null) return null;
  if (n === null) return obstacle('no_n');
  return n < minN ? obstacle('too_few', String(n), String(minN)) : null;
};

interface Judged {
  readonly verdict: CheckResult['verdict'];
  readonly obstacle: Obstacle | null;
}

const verdicts = { right: 'passed', wrong: 'failed', both: 'inconclusive' } as const;

const judge = (check: ResolvedCheck, found: Finding, compared: Compared): Judged => {
  const side = check.confidence
    ? sideOf(check.condition, found.interval!)
    : isSatisfied(check.condition, compared.quotient)
      ? 'right'
      : 'wrong';
  const verdict = verdicts[side];
  if (found.hollow !== null && outcomeOf(verdict, check) !== 'fail')
    return { verdict: 'not_evaluated', obstacle: found.hollow };
  return { verdict, obstacle: side === 'both' ? obstacle('straddles') : null };
};

const conditionOf = ({ condition }: ResolvedCheck): CheckResult['condition'] => ({
  operator: condition.operator,
  threshold: decimalText(condition.threshold, 0),
  upper: condition.upper === null ? null : decimalText(condition.upper, 0),
  relative: condition.relative,
  against: condition.against,
});

const described = (check: ResolvedCheck): Evaluated => ({
  check: checkText(check),
  name: check.name,
  id: check.id,
  segment: check.segment === null ? null : { [check.segment.attribute]: check.segment.value },
  unit: check.unit,
  condition: conditionOf(check),
  level: check.level,
  value: null,
  earlier: null,
  change: null,
  distance: null,
  numerator: null,
  n: null,
  minN: check.minN,
  interval: null,
  verdict: 'not_evaluated',
  outcome: 'error',
  reason: null,
  details: [],
});

/** A check that could not be evaluated, for a reason. */
export const notEvaluated = (check: ResolvedCheck, { reason, details }: Obstacle): Evaluated => ({
  ...described(check),
  reason,
  details: [...details],
});

/**
 * Holds an outcome to a check. Values are compared exactly; a value that is undefined, incomplete, withheld, of too few
 * cases or of none is never a pass.
 */
export const evaluate = (check: ResolvedCheck, outcome: Outcome, baseline: Baseline | null): Evaluated => {
  const first = findingOf(check, outcome);
  if (isObstacle(first)) return notEvaluated(check, first);
  const found =
    check.condition.against === 'baseline'
      ? { ...first, earlier: earlierInBaseline(check, first.now, outcome.report, baseline!) }
      : first;
  const known = {
    value: doubleOf(found.now),
    numerator: found.numerator,
    n: found.n,
    interval: check.confidence ? found.interval : null,
  };
  const few = tooFew(check, found);
  if (few !== null) return { ...notEvaluated(check, few), ...known };
  if (check.confidence && found.interval === null)
    return { ...notEvaluated(check, obstacle('no_interval')), ...known };
  const compared = comparedOf(check, found);
  if (isObstacle(compared)) return { ...notEvaluated(check, compared), ...known };
  const { verdict, obstacle: why } = judge(check, found, compared);
  return {
    ...described(check),
    ...known,
    earlier: compared.earlier === null ? null : doubleOf(compared.earlier),
    change: compared.earlier === null ? null : doubleOf(compared.quotient),
    distance: distanceOf(check.condition, compared.quotient),
    verdict,
    outcome: outcomeOf(verdict, check),
    reason: why?.reason ?? null,
    details: [...(why?.details ?? [])],
  };
};
