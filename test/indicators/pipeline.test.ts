import { describe, expect, it } from 'vitest';
import type { Edge, Need } from '../../src/indicators/define.ts';
import { orders, sheet } from '../../src/indicators/edges.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { Report } from '../../src/report/schema.ts';
import { figure } from '../support/cli.ts';
import { givenBy } from './exports.ts';
import { reportOn } from './small-shop.ts';

const reports = new Map<string, Promise<Report>>();

/** The report of a worked case; cases with the same exports and question share one run. */
const reportFor = ({ given, period, flags = [] }: Edge): Promise<Report> => {
  const key = JSON.stringify([given, period, flags]);
  const report = reports.get(key) ?? reportOn(given, ['--period', period, ...flags]);
  reports.set(key, report);
  return report;
};

/** The notes of a worked case: the one it states, else the reason every figure of its status has. */
const notesOf = (edge: Edge, needs: readonly Need[]): readonly string[] => {
  if (edge.note !== undefined) return [edge.note];
  if (edge.status === 'undefined') return ['denominator_zero'];
  if (edge.status !== 'unavailable') return [];
  const given = givenBy(edge);
  return needs.filter((need) => !given.has(need)).map((need) => `needs=${need}`);
};

const cases = indicators.flatMap(({ id, needs, edges }) =>
  edges.map((edge) => ({ id, what: edge.what.en, edge, needs })),
);

describe('the worked cases, from their files to the report', () => {
  it.each(cases)('$id: $what', async ({ id, edge, needs }) => {
    const found = figure(await reportFor(edge), id, edge.segment ?? null);
    if (edge.value === null) expect(found.value).toBeNull();
    else expect(found.value).toBeCloseTo(edge.value, 12);
    if (edge.numerator !== undefined) expect(found.numerator).toBe(edge.numerator);
    if (edge.denominator !== undefined) expect(found.denominator).toBe(edge.denominator);
    expect(found.status).toBe(edge.status ?? 'ok');
    expect(found.notes).toEqual(notesOf(edge, needs));
  });
});

it('a tier without a day of enrolment is a snapshot: whoever has one is enrolled', async () => {
  const shop = {
    orders: orders('1,a,2021-04-01,10', '2,b,2021-06-30,10'),
    customers: sheet('customer_id,tier', 'a,gold', 'b,'),
  };
  const found = figure(await reportOn(shop, ['--period', '2021-Q2']), 'programme_participation_rate');
  expect(found).toMatchObject({ value: 0.5, numerator: 1, denominator: 2, notes: ['snapshot'] });
});
