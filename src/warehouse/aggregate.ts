import type { Cell, Engine } from './engine.ts';
import type { FactRows } from './facts/rows.ts';
import type { Breakdown } from './load/columns.ts';

/** The values of one period and segment, in the order of the expressions asked for; exact numbers as text. */
export type Aggregates = ReadonlyMap<string, readonly string[]>;

/** The key of a period's segment in {@link Aggregates}; `null` is the whole. */
export const cellKey = (period: number, segment: string | null): string =>
  segment === null ? `${period}` : `${period}:${segment}`;

const text = (value: Cell): string => (value === null ? '0' : String(value));

/**
 * Defines what definitions may call. `square_of(x)` is the exact square of an amount; at 18 digits the engine's product
 * would overflow from 100,000.00 on. `count_where(x)` counts the rows for which x is true; `count(*) FILTER (WHERE x)`
 * does as well, but takes memory for every column of the rows under each filter, and several times as long.
 */
export const defineMacros = (engine: Engine): Promise<void> =>
  engine.execute(
    `CREATE MACRO square_of(x) AS x::DECIMAL(19,4) * x::DECIMAL(19,4);
     CREATE MACRO count_where(x) AS coalesce(count_if(x), 0)`,
  );

const people: Readonly<Record<string, string>> = {
  customer: 'count_where(orders_in > 0 OR at_start)',
  order: 'count_where(in_period AND guest)',
  answer: 'count_where(answered)',
};

/** The expression that counts the rows of a grain, which are people in `customer` and `member`. */
export const everyone = 'count(*)';

/** The expression that counts the people behind the facts of a grain; its rows where they are no people. */
export const peopleOf = (grain: string): string => people[grain] ?? everyone;

const all = (facts: FactRows): string => [...facts.values()].join('\nUNION ALL ');

/** Which cells are asked for: the totals of `periods`, and their segments where there is a breakdown. */
export interface CellsWanted {
  readonly periods: readonly number[];
  /** By what the facts are broken down. */
  readonly segments: Breakdown['scope'] | null;
}

/**
 * Computes all expressions over facts: one pass for each period's total, without grouping, and one for
 * all segments. Sums of no rows are 0.
 */
export const aggregate = async (
  engine: Engine,
  facts: FactRows,
  expressions: readonly string[],
  { periods, segments }: CellsWanted,
): Promise<Aggregates> => {
  const items = expressions.map((expression, index) => `${expression} AS v${index}`).join(',\n  ');
  const found = new Map<string, readonly string[]>();
  const ask = async (sql: string): Promise<void> => {
    for (const row of await engine.rows(sql))
      found.set(
        cellKey(Number(row.period), row.segment as string | null),
        expressions.map((_, index) => text(row[`v${index}`]!)),
      );
  };
  for (const period of periods)
    await ask(`SELECT ${period} AS period, NULL AS segment, ${items}
      FROM (${facts.get(period)!}) WHERE segment IS NULL`);
  if (segments !== null)
    await ask(`SELECT period, segment, ${items}
      FROM (${all(facts)}) WHERE segment IS NOT NULL GROUP BY period, segment`);
  return found;
};

/** Counts the rows of facts by the values of one column, most frequent first, then by code point. */
export const tally = async (
  engine: Engine,
  facts: FactRows,
  column: string,
): Promise<{ period: number; value: string; count: bigint }[]> => {
  const rows = await engine.rows(
    `SELECT period, ${column} AS value, count(*) AS n FROM (${all(facts)}) GROUP BY period, value ORDER BY period, n DESC, value`,
  );
  return rows.map((row) => ({
    period: Number(row.period),
    value: String(row.value),
    count: BigInt(String(row.n)),
  }));
};
