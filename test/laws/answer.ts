import type { Figure, Reconciliation, Report } from '../../src/report/schema.ts';
import { decimal, type Rational } from '../oracle/rational.ts';
import { roles, type ShopRole } from '../oracle/shop.ts';

/** What became of the records of a role, over all its files. */
export interface Account {
  readonly records: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly outsideWindow: number;
}

/** What a report answers, apart from how it was asked. */
export interface Answer {
  readonly figures: readonly Partial<Figure>[];
  readonly start: string | null;
  readonly stop: string | null;
  readonly status: string;
  readonly dataThrough: string | null;
  readonly accounts: Partial<Record<ShopRole, Partial<Account>>>;
}

const added = (reconciliations: readonly Reconciliation[]): Account => {
  const total = (of: (one: Reconciliation) => number) =>
    reconciliations.reduce((sum, one) => sum + of(one), 0);
  return {
    records: total(({ records }) => records),
    accepted: total(({ accepted }) => accepted),
    duplicates: total(({ duplicates }) => duplicates),
    outsideWindow: total(({ outsideWindow }) => outsideWindow),
  };
};

/** A fraction in lowest terms, so that 1.5 and 1.50 are the same text. */
export const fractionText = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;

/** The answer of a report; sums of money are written as fractions. */
export const answerOf = (report: Report): Answer => ({
  figures: report.figures.map((figure) => ({
    ...figure,
    exact: figure.exact === null ? null : fractionText(decimal(figure.exact)),
  })),
  start: report.period.start,
  stop: report.period.stop,
  status: report.period.status,
  dataThrough: report.dataThrough,
  accounts: Object.fromEntries(
    roles
      .filter((role) => report.inputs.some((input) => input.role === role))
      .map((role) => [
        role,
        added(
          report.inputs.filter((input) => input.role === role).map(({ reconciliation }) => reconciliation),
        ),
      ]),
  ),
});

/** Whether two numbers agree but for the last digits of a double. */
export const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other), 1e-3);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Where a value differs from what is expected of it; what is left out of the expectation may be anything. */
export const differences = (actual: unknown, expected: unknown, path = ''): string[] => {
  if (typeof actual === 'number' && typeof expected === 'number')
    return isNear(actual, expected) ? [] : [`${path}: ${actual}, not ${expected}`];
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length))
    return [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
  if (!isObject(expected) || !isObject(actual))
    return Object.is(actual, expected)
      ? []
      : [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
  return Object.entries(expected).flatMap(([key, value]) => {
    const name =
      isObject(value) && typeof value.id === 'string'
        ? `${value.id} ${JSON.stringify(value.segment ?? null)}`
        : key;
    return differences(actual[key], value, path === '' ? name : `${path} › ${name}`);
  });
};
