import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edge, Exact, Indicator, Operand } from '../../src/indicators/define.ts';
import { findIndicator, indicators } from '../../src/indicators/index.ts';
import { parseExact, ratio, toDouble, whole } from '../../src/statistics/index.ts';
import { openBooks } from '../oracle/books.ts';
import { flagOf, givenBy, questionOf, shopOf } from './exports.ts';
import { relationsOf } from './relations.ts';
import { aggregatesOf, openEngine, relationOf } from './schema.ts';

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const aggregated = async (indicator: Indicator, edge: Edge): Promise<Record<string, Exact | null>> => {
  const { computation } = indicator;
  if (computation.kind === 'derived') throw new Error('made from other figures');
  const rows = relationsOf(openBooks(shopOf(edge), questionOf(edge)))[computation.grain];
  const list = Object.entries(aggregatesOf(indicator)).map(([name, sql]) => `${sql} AS ${name}`);
  const [row] = await engine.ask(`SELECT ${list.join(', ')} FROM ${relationOf(computation.grain, rows)}`);
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([name, value]) => [name, value === null ? null : parseExact(value)]),
  );
};

const nothing = whole(0);

const lifespanOf = (edge: Edge): string => flagOf(edge, '--lifespan', '');

/** The quotient of a figure over a worked case; null where it has no value. */
const quotientOf = async (indicator: Indicator, edge: Edge): Promise<Operand | null> => {
  const { computation } = indicator;
  const lifespan = lifespanOf(edge);
  if (indicator.id === 'lifetime_span' && lifespan !== '') {
    return { numerator: whole(Number.parseInt(lifespan, 10)), denominator: whole(1) };
  }
  if (computation.kind === 'derived') {
    const operands = await Promise.all(computation.from.map((id) => quotientOf(findIndicator(id)!, edge)));
    if (operands.some((operand) => operand === null)) return null;
    const margin = flagOf(edge, '--margin', '');
    const options = {
      margin: margin === '' ? null : parseExact(margin),
      lifespanGiven: lifespanOf(edge) !== '',
    };
    return computation.combine(operands as Operand[], options);
  }
  const {
    numerator = nothing,
    denominator = whole(1),
    promoters,
    detractors,
  } = await aggregated(indicator, edge);
  if (promoters != null && detractors != null) {
    return { numerator: whole(100n * (promoters.units - detractors.units)), denominator: denominator! };
  }
  if (numerator === null || denominator === null || denominator.units === 0n) return null;
  return { numerator, denominator: computation.kind === 'median' ? whole(1) : denominator };
};

const cases = indicators.flatMap((indicator) =>
  indicator.edges.map((edge) => ({ id: indicator.id, what: edge.what.en, indicator, edge })),
);

describe.each(indicators)('$id', ({ edges, base }) => {
  it('has at least two worked cases, one of them with a value and one of them without or 0', () => {
    expect(edges.length).toBeGreaterThanOrEqual(2);
    expect(edges.some(({ value }) => value !== null && value !== 0)).toBe(true);
    expect(edges.some(({ value }) => value === null || value === 0)).toBe(true);
    if (base === 'rate') expect(edges.some(({ status }) => status === 'undefined')).toBe(true);
  });

  it('asks of each what can be read, with a reason wherever there is no value', () => {
    for (const edge of edges) {
      expect(() => questionOf(edge)).not.toThrow();
      if (edge.value === null) expect(edge.status).toMatch(/^(undefined|unavailable)$/);
      else expect(edge.status ?? 'ok').toMatch(/^(ok|incomplete)$/);
    }
  });

  it('is unavailable just where an export or a field is missing', () => {
    for (const edge of edges) {
      const given = givenBy(edge);
      const indicator = indicators.find((candidate) => candidate.edges === edges)!;
      const missing = indicator.needs.some((need) => !given.has(need));
      expect(edge.status === 'unavailable', edge.what.en).toBe(missing);
    }
  });
});

/** Notes of a figure that has no value although it can be divided. */
const withheld = new Set(['no_history', 'history_short_for_lifespan']);

const isTwelveMonths = (edge: Edge): boolean => flagOf(edge, '--base', '').startsWith('active');

const divisible = cases.filter(
  ({ indicator, edge }) =>
    indicator.computation.kind !== 'tally' &&
    edge.status !== 'unavailable' &&
    !withheld.has(edge.note ?? '') &&
    !(edge.value === null && isTwelveMonths(edge)),
);

describe.each(divisible)('$id: $what', ({ indicator, edge }) => {
  it('comes to the value worked by hand', async () => {
    const quotient = await quotientOf(indicator, edge);
    const value = quotient === null ? null : ratio(quotient.numerator, quotient.denominator);
    if (edge.value === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(edge.value, 12);
    if (indicator.computation.kind === 'derived') return;
    const parts = await aggregated(indicator, edge);
    if (edge.numerator != null) expect(toDouble(parts.numerator!)).toBe(edge.numerator);
    if (edge.denominator != null) expect(toDouble(parts.denominator!)).toBe(edge.denominator);
  });
});

const tallied = cases.filter(({ indicator }) => indicator.computation.kind === 'tally');

describe.each(tallied)('$id: $what', ({ indicator, edge }) => {
  it('comes to the value worked by hand', async () => {
    const { computation } = indicator;
    if (computation.kind !== 'tally') return;
    const rows = relationsOf(openBooks(shopOf(edge), questionOf(edge)))[computation.grain];
    const wanted = edge.segment?.[computation.attribute];
    const counted = rows.filter((row) => wanted === undefined || row[computation.by] === wanted);
    expect(counted).toHaveLength(edge.value ?? -1);
  });
});
