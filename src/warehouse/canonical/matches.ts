import type { Engine } from '../engine.ts';

/** How the people of a file and those who ordered find each other. */
export interface Match {
  /** People the file names, and those of them who ordered. */
  readonly people: number;
  readonly matched: number;
  /** Customers of the orders. */
  readonly shoppers: number;
  /** Rows of people whom neither the orders nor the customers file know. */
  readonly unknownRows: number;
}

const matchOf = async (engine: Engine, table: string, known: string): Promise<Match> => {
  const [row] = await engine.rows(
    `SELECT (SELECT count(*) FROM shoppers_known) AS shoppers,
       count(DISTINCT customer) AS people,
       count(DISTINCT customer) FILTER (customer IN (SELECT customer FROM shoppers_known)) AS matched,
       count(*) FILTER (customer IS NOT NULL AND customer NOT IN (${known})) AS unknown_rows
     FROM ${table} WHERE fate = 0`,
  );
  return {
    people: Number(row!.people),
    matched: Number(row!.matched),
    shoppers: Number(row!.shoppers),
    unknownRows: Number(row!.unknown_rows),
  };
};

/** Counts on both sides how many people of each raw table are customers of the settled orders. */
export const matchesOf = async <Table extends 'raw_customers' | 'raw_surveys' | 'raw_content'>(
  engine: Engine,
  tables: readonly Table[],
  withCustomers: boolean,
): Promise<Map<Table, Match>> => {
  const matches = new Map<Table, Match>();
  if (tables.length === 0) return matches;
  const known = withCustomers
    ? 'SELECT customer FROM shoppers_known UNION SELECT customer FROM customers'
    : 'SELECT customer FROM shoppers_known';
  await engine.execute(
    'CREATE TEMP TABLE shoppers_known AS SELECT DISTINCT customer FROM orders WHERE customer IS NOT NULL',
  );
  for (const table of tables) matches.set(table, await matchOf(engine, table, known));
  await engine.execute('DROP TABLE shoppers_known');
  return matches;
};

/** Throws where a relation has two rows of one key: it must not be joined by that key, or rows would count twice. */
export const assertOneRowEach = async (engine: Engine, relation: string, key: string): Promise<void> => {
  const [row] = await engine.rows(
    `SELECT count(*) AS n FROM (SELECT ${key} FROM ${relation} GROUP BY ${key} HAVING count(*) > 1)`,
  );
  if (Number(row!.n) > 0) throw new Error(`${relation} has several rows of one ${key}`);
};
