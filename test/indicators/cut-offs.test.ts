import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicators } from '../../src/indicators/index.ts';
import { openBooks } from '../oracle/books.ts';
import { questionOf, shopOf } from './exports.ts';
import { relationsOf } from './relations.ts';
import { aggregatesOf, openEngine, relationOf } from './schema.ts';

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Slips of the pen in a condition: a border moved, a condition dropped or turned round, a scale cut at one end. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/>= /, '> '],
  [/(?<![<>=])> /, '>= '],
  [/<= /, '< '],
  [/< /, '<= '],
  [/(?<![<>])= /, '<> '],
  [/BETWEEN 7 /, 'BETWEEN 8 '],
  [/AND 8\b/, 'AND 7'],
  [/NOT /, ''],
  [/(WHERE |count_where\()[^()']+? AND /, '$1'],
  [/ AND [^()']+\)/, ')'],
  [/ FILTER \(WHERE [^()]*\)/, ''],
  [/count_where\([^()]*\)/, 'count(*)'],
  [/0\.5\)/, '0.51)'],
];

const occurrences = (sql: string, pattern: RegExp): readonly number[] =>
  [...sql.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => index);

const slipped = (sql: string): readonly string[] => [
  ...new Set(
    slips.flatMap(([pattern, replacement]) =>
      occurrences(sql, pattern).map((at) => sql.slice(0, at) + sql.slice(at).replace(pattern, replacement)),
    ),
  ),
];

const mutants = indicators.flatMap((indicator) =>
  Object.entries(aggregatesOf(indicator)).flatMap(([name, sql]) =>
    slipped(sql).map((wrong) => ({ id: indicator.id, name, sql, wrong, indicator })),
  ),
);

describe('a slip in a condition', () => {
  it('is looked for in most figures', () => {
    expect(mutants.length).toBeGreaterThan(100);
  });

  it.each(mutants)('$id $name: $wrong', async ({ sql, wrong, indicator }) => {
    const { computation, edges } = indicator;
    if (computation.kind === 'derived') return;
    const differences = edges
      .filter(({ status }) => status !== 'unavailable')
      .map((edge) => {
        const rows = relationsOf(openBooks(shopOf(edge), questionOf(edge)))[computation.grain];
        return `(SELECT (${sql}) IS DISTINCT FROM (${wrong}) FROM ${relationOf(computation.grain, rows)})`;
      });
    const [row] = await engine.ask(`SELECT ${differences.join(' OR ')} AS seen`);
    expect(row?.seen, 'a worked case comes out otherwise').toBe(true);
  });
});
