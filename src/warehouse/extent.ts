import type { Role } from '../report/schema.ts';
import type { Engine } from './engine.ts';

/** From when to when data reach. */
export interface Reach {
  readonly first: string;
  readonly last: string;
}

/** The same, with the longest silence in their last 90 days. */
export interface Extent extends Reach {
  readonly largestGap: number;
}

const dated: Partial<Record<Role, readonly [table: string, day: string]>> = {
  orders: ['orders', 'day'],
  surveys: ['(SELECT * FROM raw_surveys WHERE fate = 0)', 'answered_at'],
  content: ['(SELECT * FROM raw_content WHERE fate = 0)', 'occurred_at'],
  spend: ['(SELECT * FROM raw_spend WHERE fate = 0)', 'spent_on'],
};

/** First and last day of a role's dated rows; null where there are none. */
export const reachOf = async (engine: Engine, role: Role): Promise<Reach | null> => {
  const [table, day] = dated[role] ?? [];
  if (table === undefined) return null;
  const [row] = await engine.rows(`SELECT min(${day}) AS first, max(${day}) AS last FROM ${table}`);
  return row!.first === null ? null : { first: String(row!.first), last: String(row!.last) };
};

/** The extent of a role's dated rows whose reach is known; null where there are none. */
export const extentOf = async (engine: Engine, role: Role, reach: Reach | null): Promise<Extent | null> => {
  if (reach === null) return null;
  const [table, day] = dated[role]!;
  const [found] = await engine.rows(
    `SELECT coalesce(max(gap), 0) AS gap FROM (SELECT day - lag(day) OVER (ORDER BY day) AS gap FROM (
       SELECT DISTINCT ${day} AS day FROM ${table} WHERE ${day} >= DATE '${reach.last}' - 90))`,
  );
  return { ...reach, largestGap: Number(found!.gap) };
};
