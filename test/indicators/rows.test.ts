import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Computation, type Edge, grains } from '../../src/indicators/define.ts';
import { indicators } from '../../src/indicators/index.ts';
import { openBooks } from '../oracle/books.ts';
import { questionOf, shopOf } from './exports.ts';
import { relationsOf } from './relations.ts';
import { openEngine, type Row, relationOf } from './schema.ts';

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const worked: readonly Edge[] = indicators.flatMap(({ edges }) => edges);
const shops = [
  ...new Map(worked.map((edge) => [JSON.stringify([edge.given, edge.period, edge.flags]), edge])).values(),
];
const rows = new Map<string, Row[]>(grains.map((grain) => [grain, []]));
for (const edge of shops) {
  const relations = relationsOf(openBooks(shopOf(edge), questionOf(edge)));
  for (const grain of grains) rows.get(grain)?.push(...relations[grain]);
}

type Divided = Extract<Computation, { kind: 'share' | 'mean' }>;

const divided = indicators.flatMap(({ id, computation }) =>
  computation.kind === 'share' || computation.kind === 'mean'
    ? [{ id, computation: computation as Divided }]
    : [],
);

/** Aggregates taken row by row over the rows of every worked case. */
const byRow = ({ grain, numerator, denominator, ...rest }: Divided) => {
  const squares = 'squares' in rest ? rest.squares : '0';
  const numbered = `(SELECT *, row_number() OVER () AS row FROM ${relationOf(grain, rows.get(grain) ?? [])})`;
  return engine.ask(
    `SELECT CAST(${numerator} * 10000 AS HUGEINT) AS numerator, ${denominator} AS denominator, ${squares} AS squares
     FROM ${numbered} GROUP BY row`,
  );
};

describe.each(divided)('$id, row by row', ({ computation }) => {
  it('divides by a case or by none, and counts nothing that is not a case', async () => {
    const parts = await byRow(computation);
    expect(parts.length).toBeGreaterThan(0);
    for (const { numerator, denominator } of parts) {
      expect(['0', '1']).toContain(denominator);
      if (denominator === '0') expect(numerator).toBe('0');
      else if (computation.kind === 'share') expect(['0', '10000']).toContain(numerator);
    }
  });

  it.runIf(computation.kind === 'mean')('squares what it sums', async () => {
    const isMoney = computation.kind === 'mean' && computation.squares.includes('square_of');
    const scale = isMoney ? 1n : 10n ** 8n;
    for (const { numerator, squares } of await byRow(computation)) {
      expect(BigInt(squares ?? 'none') * scale).toBe(BigInt(numerator ?? 'none') ** 2n);
    }
  });
});
