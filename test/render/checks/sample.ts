import type { ReporterOptions } from '../../../src/render/checks/options.ts';
import type { CheckResult, Report } from '../../../src/report/schema.ts';
import { figure, options as pageOptions, reportOf } from '../sample.ts';

type Given = Partial<Omit<CheckResult, 'condition'>> & {
  readonly condition?: Partial<CheckResult['condition']>;
};

/** The verdict of a check made by hand: a retention rate of 214/524 that is 40% at least, unless it is said otherwise. */
export const checkResult = ({ condition, ...given }: Given = {}): CheckResult => ({
  check: 'retention_rate >= 40%',
  name: null,
  id: 'retention_rate',
  segment: null,
  unit: 'share',
  condition: { operator: '>=', threshold: '0.4', upper: null, relative: false, against: null, ...condition },
  level: 'error',
  value: 214 / 524,
  earlier: null,
  change: null,
  distance: 'above',
  numerator: 214,
  n: 524,
  minN: null,
  interval: null,
  verdict: 'passed',
  outcome: 'pass',
  reason: null,
  details: [],
  message: 'as the check says it',
  ...given,
});

/** A check that was not evaluated, and why. */
export const notEvaluated = (reason: string, details: string[] = [], given: Given = {}): CheckResult =>
  checkResult({
    value: null,
    numerator: null,
    n: null,
    distance: null,
    verdict: 'not_evaluated',
    outcome: 'error',
    reason,
    details,
    ...given,
  });

/** One check of each fate, with a change, a range, a confident one, a warning and two that were not evaluated. */
export const checks: readonly CheckResult[] = [
  checkResult(),
  checkResult({
    check: 'churn_rate between 30% and 40%',
    id: 'churn_rate',
    condition: { operator: 'between', threshold: '0.3', upper: '0.4' },
    value: 310 / 524,
    numerator: 310,
    distance: 'above',
    verdict: 'failed',
    outcome: 'fail',
  }),
  checkResult({
    check: 'retention_rate max_drop 5pts against=previous',
    name: 'Loyal customers hold',
    condition: { operator: 'max_drop', threshold: '0.05', against: 'previous' },
    value: 0.39,
    earlier: 0.44004,
    change: -0.05004,
    distance: 'below',
    verdict: 'failed',
    outcome: 'warn',
    level: 'warn',
  }),
  checkResult({
    check: 'retention_rate >= 40% confidence',
    interval: { low: 0.36641, high: 0.45195, level: 0.95, method: 'clopper-pearson' },
    verdict: 'inconclusive',
    outcome: 'warn',
    reason: 'straddles',
  }),
  checkResult({
    check: 'average_order_value > 12.50 confidence inconclusive=pass',
    id: 'average_order_value',
    unit: 'money',
    condition: { operator: '>', threshold: '12.5' },
    value: 12.4961,
    numerator: 29453.31,
    n: 2357,
    distance: 'below',
    interval: { low: 11.95, high: 13.04, level: 0.95, method: 't' },
    verdict: 'inconclusive',
    outcome: 'pass',
    reason: 'straddles',
  }),
  notEvaluated('unknown_indicator', ['retention_rate'], {
    check: 'retension_rate >= 40%',
    id: 'retension_rate',
    unit: null,
  }),
  notEvaluated('too_few', ['12', '30'], {
    check: 'net_promoter_score[customer.country=FR] >= 30 min_n=30',
    id: 'net_promoter_score',
    segment: { 'customer.country': 'FR' },
    unit: 'points',
    condition: { threshold: '30' },
    value: 41.6667,
    n: 12,
    minN: 30,
  }),
];

/** The report those checks are of. */
export const checkedReport = (given: readonly CheckResult[] = checks): Report =>
  reportOf(
    [
      figure({ id: 'retention_rate', unit: 'share', value: 214 / 524, numerator: 214, denominator: 524 }),
      figure({ id: 'churn_rate', unit: 'share', value: 310 / 524, numerator: 310, denominator: 524 }),
      figure({ id: 'revenue', unit: 'money', value: 29453.31, exact: '29453.31', numerator: 29453.31 }),
      figure({ id: 'customer_lifetime_value', unit: 'money', value: null, status: 'undefined' }),
    ],
    { checks: [...given] },
  );

/** The options of an English page of 80 columns without colour, of checks that stand in no file. */
export const options = (given: Partial<ReporterOptions> = {}): ReporterOptions => ({
  ...pageOptions(),
  configuration: null,
  ...given,
});
