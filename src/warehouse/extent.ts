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

/** The longest silence between days with rows of a role, in their last 90 days. */
export const largestGapOf = async (engine: Engine, role: Role, { last }: Reach): Promise<number> => {
  const [table, day] = dated[role]!;
  const [found] = await engine.rows(
    `SELECT coalesce(max(gap), 0) AS gap FROM (SELECT day - lag(day) OVER (ORDER BY day) AS gap FROM (
       SELECT DISTINCT ${day} AS day FROM ${table} WHERE ${day} >= DATE '${last}' - 90))`,
  );
  return Number(found!.gap);
};

/** The extent of a role's dated rows: their reach, and the largest gap at its end. */
export const extentOf = async (engine: Engine, role: Role): Promise<Extent | null> => {
  const reach = await reachOf(engine, role);
  return reach === null ? null : { ...reach, largestGap: await largestGapOf(engine, role, reach) };
};
