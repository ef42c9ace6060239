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

const matchOf = async (
  engine: Engine,
  table: string,
  shoppers: number,
  withCustomers: boolean,
): Promise<Match> => {
  const isUnknown = `shopper.customer IS NULL${withCustomers ? ' AND listed.customer IS NULL' : ''}`;
  const [row] = await engine.rows(
    `SELECT count(*) AS people, count(shopper.customer) AS matched, coalesce(sum(rows) FILTER (${isUnknown}), 0) AS unknown_rows
     FROM (SELECT customer, count(*) AS rows FROM ${table} WHERE fate = 0 AND customer IS NOT NULL GROUP BY customer) AS named
     LEFT JOIN shoppers_known AS shopper ON shopper.customer = named.customer
     ${withCustomers ? 'LEFT JOIN customers AS listed ON listed.customer = named.customer' : ''}`,
  );
  return {
    people: Number(row!.people),
    matched: Number(row!.matched),
    shoppers,
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
  const [made] = await engine.rows(
    'CREATE TEMP TABLE shoppers_known AS SELECT DISTINCT customer FROM orders WHERE customer IS NOT NULL',
  );
  const shoppers = Number(made!.Count);
  for (const table of tables) matches.set(table, await matchOf(engine, table, shoppers, withCustomers));
  await engine.execute('DROP TABLE shoppers_known');
  return matches;
};
