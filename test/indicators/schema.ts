import { DuckDBInstance } from '@duckdb/node-api';
import type { FactGrain, Indicator } from '../../src/indicators/define.ts';

/** The columns the aggregates may name, grain by grain, beside `period` and `segment`. */
export const schema: Readonly<Record<FactGrain, Readonly<Record<string, string>>>> = {
  customer: {
    at_start: 'BOOLEAN',
    at_end: 'BOOLEAN',
    is_new: 'BOOLEAN',
    is_reactivated: 'BOOLEAN',
    came_and_went: 'BOOLEAN',
    orders_in: 'INTEGER',
    revenue_in: 'DECIMAL(38, 4)',
    orders_before: 'INTEGER',
    orders_to: 'INTEGER',
    revenue_to: 'DECIMAL(38, 4)',
    orders_year: 'INTEGER',
    orders_year_before: 'INTEGER',
    categories_in: 'INTEGER',
    days_at_start: 'INTEGER',
    days_at_stop: 'INTEGER',
    days_to_second: 'INTEGER',
    enrolled: 'BOOLEAN',
    referred: 'BOOLEAN',
    loyal: 'BOOLEAN',
    regular_reader: 'BOOLEAN',
  },
  member: { points_earned: 'DECIMAL(38, 4)', points_redeemed: 'DECIMAL(38, 4)' },
  order: {
    in_period: 'BOOLEAN',
    in_year: 'BOOLEAN',
    amount: 'DECIMAL(38, 4)',
    refunded: 'DECIMAL(38, 4)',
    has_refund: 'BOOLEAN',
    quantity: 'DECIMAL(38, 4)',
    guest: 'BOOLEAN',
  },
  past: { customer: 'VARCHAR', amount: 'DECIMAL(38, 4)', refunded: 'DECIMAL(38, 4)' },
  gap: { days: 'INTEGER' },
  refund: { amount: 'DECIMAL(38, 4)' },
  answer: {
    score: 'INTEGER',
    satisfaction: 'INTEGER',
    effort: 'INTEGER',
    answered: 'BOOLEAN',
    invitations_known: 'BOOLEAN',
  },
  departure: { reason: 'VARCHAR' },
  spend: { kind: 'VARCHAR', amount: 'DECIMAL(38, 4)' },
};

/** One row of a relation: a value for each of its columns. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

const literal = (value: Row[string]): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** The rows of a grain as a table expression, typed as the relations are. */
export const relationOf = (grain: FactGrain, rows: readonly Row[]): string => {
  const names = Object.keys(schema[grain]);
  const typed = Object.entries(schema[grain]).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
  const tuples = (rows.length === 0 ? [{}] : rows).map(
    (row: Row) => `(${names.map((name) => literal(row[name] ?? null)).join(', ')})`,
  );
  return `(SELECT ${typed.join(', ')} FROM (VALUES ${tuples.join(', ')}) AS given(${names.join(', ')})${rows.length === 0 ? ' WHERE false' : ''})`;
};

/** The exact SQL aggregates of a computation, by what they are; none for figures made from others. */
export const aggregatesOf = ({ computation }: Indicator): Readonly<Record<string, string>> => {
  if (computation.kind === 'derived' || computation.kind === 'tally') return {};
  const { kind, grain: _grain, ...rest } = computation;
  if (kind === 'count' && computation.aside !== undefined)
    return { numerator: computation.numerator, aside: computation.aside.count };
  const { zero: _zero, aside: _aside, ...aggregates } = { zero: '', aside: undefined, ...rest };
  return aggregates;
};

/** Asks a fresh engine that knows `square_of` and `count_where` in its own words; answers are texts, so that decimals stay exact. */
export const openEngine = async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(
    'CREATE TEMP MACRO square_of(x) AS CAST(x * 10000 AS HUGEINT) * CAST(x * 10000 AS HUGEINT)',
  );
  await connection.run('CREATE TEMP MACRO count_where(x) AS count(*) FILTER (WHERE x)');
  return {
    ask: async (query: string): Promise<Record<string, string | null>[]> =>
      (await connection.runAndReadAll(query)).getRowObjectsJson() as Record<string, string | null>[],
    typesOf: async (query: string): Promise<Record<string, string>> => {
      const reader = await connection.runAndReadAll(query);
      return Object.fromEntries(
        reader.columnNames().map((name, at) => [name, String(reader.columnType(at))]),
      );
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
