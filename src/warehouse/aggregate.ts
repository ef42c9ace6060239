import type { Cell, Engine } from './engine.ts';

/** The values of one period and segment, in the order of the expressions asked for; exact numbers as text. */
export type Aggregates = ReadonlyMap<string, readonly string[]>;

/** The key of a period's segment in {@link Aggregates}; `null` is the whole. */
export const cellKey = (period: number, segment: string | null): string =>
  segment === null ? `${period}` : `${period}:${segment}`;

const text = (value: Cell): string => (value === null ? '0' : String(value));

/** Defines what definitions may call: `square_of(x)`, the exact square of an amount in units of 10⁻⁸. */
export const defineMacros = (engine: Engine): Promise<void> =>
  engine.execute('CREATE MACRO square_of(x) AS (x * 10000)::HUGEINT * (x * 10000)::HUGEINT');

/**
 * Computes all expressions of a grain in one statement over its facts, for every period and segment. Sums of no rows
 * are 0. `by` splits further by a column of the facts and yields one map per value of it.
 */
export const aggregate = async (
  engine: Engine,
  grain: string,
  expressions: readonly string[],
): Promise<Aggregates> => {
  const items = expressions.map((expression, index) => `${expression} AS v${index}`).join(',\n  ');
  const rows = await engine.rows(
    `SELECT period, segment, ${items}\nFROM facts_${grain} GROUP BY period, segment`,
  );
  return new Map(
    rows.map((row) => [
      cellKey(Number(row.period), row.segment as string | null),
      expressions.map((_, index) => text(row[`v${index}`]!)),
    ]),
  );
};

/** Counts the rows of a grain by the values of one column, most frequent first, then by code point. */
export const tally = async (
  engine: Engine,
  grain: string,
  column: string,
): Promise<{ period: number; value: string; count: bigint }[]> => {
  const rows = await engine.rows(
    `SELECT period, ${column} AS value, count(*) AS n FROM facts_${grain} GROUP BY period, value ORDER BY period, n DESC, value`,
  );
  return rows.map((row) => ({
    period: Number(row.period),
    value: String(row.value),
    count: BigInt(String(row.n)),
  }));
};
