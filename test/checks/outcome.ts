import { checkDeclared, type DeclaredCheck } from '../../src/checks/declared.ts';
import { type Evaluated, evaluate } from '../../src/checks/evaluate.ts';
import { type ResolvedCheck, resolveCheck } from '../../src/checks/resolve.ts';
import { findIndicator } from '../../src/indicators/index.ts';
import type { Parts } from '../../src/report/cells.ts';
import { figureOf } from '../../src/report/figure.ts';
import type { Assembled } from '../../src/report/figures.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import type { Report, Role } from '../../src/report/schema.ts';
import { type Value, valueFromParts } from '../../src/report/value.ts';
import { whole } from '../../src/statistics/index.ts';

/** A check as it is written in a configuration or on the command line. */
export const checkOf = (declared: DeclaredCheck): ResolvedCheck => resolveCheck(checkDeclared(declared));

/** A number of things, by name. */
export const parts = (counts: Readonly<Record<string, number | bigint>>): Parts =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, whole(count)]));

const input = (role: Role): Report['inputs'][number] => ({
  path: `${role}.csv`,
  role,
  profile: null,
  encoding: 'utf-8',
  bytes: 100,
  sha256: '0'.repeat(64),
  records: 10,
  reconciliation: {
    records: 10,
    accepted: 10,
    rejected: {},
    duplicates: 0,
    notCounted: {},
    excluded: 0,
    outsideWindow: 0,
  },
});

/** A figure with the exact values it is written from. */
export const assembled = (id: string, now: Value, then: Value | null = null): Assembled => {
  const indicator = findIndicator(id)!;
  return { figure: figureOf(indicator, null, now, then), indicator, now, then };
};

/** The outcome of a run that found these figures in the second quarter of 2021. */
export const outcomeOf = (exact: readonly Assembled[]): Outcome => ({
  report: {
    schemaVersion: '1.0',
    tool: { name: 'loyalty', version: '0.0.0', engine: 'v0' },
    asOf: '2022-01-15',
    dataThrough: '2021-12-31',
    period: {
      label: '2021-Q2',
      start: '2021-04-01',
      stop: '2021-07-01',
      timezone: 'UTC',
      status: 'complete',
    },
    comparison: { label: '2021-Q1', start: '2021-01-01', stop: '2021-04-01' },
    base: 'previous',
    inputs: (['orders', 'customers', 'surveys', 'content', 'spend'] as const).map(input),
    figures: exact.map(({ figure }) => figure),
    checks: [],
    warnings: [],
  },
  exact,
  data: { lastOrder: '2021-12-31', surveys: null },
  guesses: [],
});

/** Holds a figure made of these parts, and of others earlier, to a check. */
export const evaluated = (declared: DeclaredCheck, now: Parts, then: Parts | null = null): Evaluated => {
  const check = checkOf(declared);
  if (check.subject.kind !== 'figure') throw new Error(`${check.id} is no figure`);
  const { indicator } = check.subject;
  const [current, earlier] = [now, then].map((found) =>
    found === null ? null : valueFromParts(indicator, found),
  );
  return evaluate(check, outcomeOf([assembled(check.id, current!, earlier)]), null);
};
