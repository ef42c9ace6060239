import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicators } from '../../src/indicators/index.ts';
import { aggregatesOf, openEngine, relationOf, schema } from './schema.ts';

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const computed = indicators.filter((indicator) => Object.keys(aggregatesOf(indicator)).length > 0);

const selectOver = (grain: keyof typeof schema, aggregates: Readonly<Record<string, string>>): string =>
  `SELECT ${Object.entries(aggregates)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ')} FROM ${relationOf(grain, [])}`;

describe.each(computed)('$id', (indicator) => {
  const { computation } = indicator;
  if (computation.kind === 'derived') return;
  const aggregates = aggregatesOf(indicator);
  const query = selectOver(computation.grain, aggregates);

  it('is 0 over nothing; a median is nothing', async () => {
    const [row] = await engine.ask(query);
    for (const [name, value] of Object.entries(row ?? {})) {
      if (computation.kind === 'median' && name === 'numerator') expect(value).toBeNull();
      else expect(Number(value), name).toBe(0);
    }
    expect(Object.keys(row ?? {})).toEqual(Object.keys(aggregates));
  });

  it('is exact: whole numbers and decimals, no floating point, and no division', async () => {
    for (const type of Object.values(await engine.typesOf(query))) {
      expect(type).toMatch(/^(BIGINT|HUGEINT|DECIMAL\(\d+,\d+\))$/);
    }
    for (const sql of Object.values(aggregates)) expect(sql).not.toMatch(/\/|\bavg\b|DOUBLE|FLOAT|REAL/i);
  });
});

describe('tallies', () => {
  it('name a column of their grain', () => {
    for (const { computation } of indicators) {
      if (computation.kind === 'tally') expect(schema[computation.grain]).toHaveProperty(computation.by);
    }
  });
});
