import { expect } from 'vitest';
import type { Figure, Reconciliation, Report, Role } from '../../src/report/schema.ts';
import { decimal, type Rational } from '../oracle/rational.ts';

/** The figure of the whole; throws where the report has none of that id. */
export const figureIn = (report: Report, id: string): Figure => {
  const found = report.figures.find((figure) => figure.id === id && figure.segment === null);
  if (found === undefined) throw new Error(`the report has no figure ${id}`);
  return found;
};

/** The values of several figures of the whole; null as soon as one of them has none. */
export const valuesIn = (report: Report, ...ids: string[]): number[] | null => {
  const values = ids.map((id) => figureIn(report, id).value);
  return values.every((value) => value !== null) ? values : null;
};

/** A sum of money as an exact fraction; null where it has no value. */
export const moneyIn = (report: Report, id: string): Rational | null => {
  const { exact, value } = figureIn(report, id);
  if (value === null) return null;
  if (exact === null) throw new Error(`${id} has no exact sum`);
  return decimal(exact);
};

/** The reconciliations of the files of a role. */
export const reconciliationsOf = (report: Report, role: Role): Reconciliation[] =>
  report.inputs.filter((input) => input.role === role).map((input) => input.reconciliation);

/** Expects two numbers to agree to nine significant digits. */
export const expectNear = (actual: number, expected: number, what: string): void => {
  const tolerance = 1e-9 * Math.max(Math.abs(actual), Math.abs(expected), 1e-3);
  expect(Math.abs(actual - expected), `${what}: ${actual} and ${expected}`).toBeLessThanOrEqual(tolerance);
};
