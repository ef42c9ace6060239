import type { Exact } from '../indicators/define.ts';
import { toDouble } from '../statistics/index.ts';
import type { Check, Condition } from './check.ts';
import type { CheckInterval } from './finding.ts';
import { compareTo, type Quotient } from './quotient.ts';

/** Whether what was compared lies below, at or above the threshold. */
export type Distance = 'below' | 'at' | 'above';

const distances: readonly Distance[] = ['below', 'at', 'above'];

const negative = ({ units, scale }: Exact): Exact => ({ units: -units, scale });

/** The end of the condition a compared quotient lies nearest to: for all but `between` there is one only. */
const endOf = ({ operator, threshold, upper }: Condition, compared: Quotient): Exact => {
  if (operator === 'max_drop') return negative(threshold);
  if (operator !== 'between') return threshold;
  const middle: Exact = {
    units:
      (threshold.units * 10n ** BigInt(upper!.scale) + upper!.units * 10n ** BigInt(threshold.scale)) * 5n,
    scale: threshold.scale + upper!.scale + 1,
  };
  return compareTo(compared, middle) <= 0 ? threshold : upper!;
};

/** Where a quotient lies of its condition, exactly: a change for conditions on changes, else the value itself. */
export const distanceOf = (condition: Condition, compared: Quotient): Distance =>
  distances[compareTo(compared, endOf(condition, compared)) + 1]!;

/** Whether a quotient satisfies its condition, exactly. */
export const isSatisfied = (condition: Condition, compared: Quotient): boolean => {
  const { operator, threshold, upper } = condition;
  const side = compareTo(compared, threshold);
  switch (operator) {
    case '<':
      return side < 0;
    case '<=':
    case 'max_rise':
      return side <= 0;
    case '>':
      return side > 0;
    case '>=':
      return side >= 0;
    case 'between':
      return side >= 0 && compareTo(compared, upper!) <= 0;
    case 'max_drop':
      return compareTo(compared, negative(threshold)) >= 0;
  }
};

/** Whether an interval lies wholly on the right side, wholly on the wrong one, or on both. */
export const sideOf = (
  { operator, threshold, upper }: Condition,
  { low, high }: CheckInterval,
): 'right' | 'wrong' | 'both' => {
  const limit = toDouble(threshold);
  const told = (right: boolean, wrong: boolean) => (right ? 'right' : wrong ? 'wrong' : 'both');
  switch (operator) {
    case '>=':
      return told(low >= limit, high < limit);
    case '>':
      return told(low > limit, high <= limit);
    case '<=':
      return told(high <= limit, low > limit);
    case '<':
      return told(high < limit, low >= limit);
    case 'between': {
      const end = toDouble(upper!);
      return told(low >= limit && high <= end, high < limit || low > end);
    }
    default:
      throw new Error(`${operator} has no interval`);
  }
};

/** What a verdict does to the exit code: not evaluated is an error whatever the level. */
export const outcomeOf = (
  verdict: 'passed' | 'failed' | 'inconclusive' | 'not_evaluated',
  { level, inconclusive }: Pick<Check, 'level' | 'inconclusive'>,
): 'pass' | 'warn' | 'fail' | 'error' => {
  const failed = level === 'warn' ? 'warn' : 'fail';
  switch (verdict) {
    case 'passed':
      return 'pass';
    case 'failed':
      return failed;
    case 'inconclusive':
      return inconclusive === 'fail' ? failed : inconclusive;
    case 'not_evaluated':
      return 'error';
  }
};
