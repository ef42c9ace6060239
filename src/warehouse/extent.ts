import type { Role } from '../report/schema.ts';
import type { Engine } from './engine.ts';

/** From when to when the data reach, and the longest silence in their last 90 days; null where there are none. */
export interface Extent {
  readonly first: string;
  readonly last: string;
  readonly largestGap: number;
}

const dated: Partial<Record<Role, readonly [table: string, day: string]>> = {
  orders: ['orders', 'day'],
  surveys: ['(SELECT * FROM raw_surveys WHERE fate = 0)', 'answered_at'],
  content: ['(SELECT * FROM raw_content WHERE fate = 0)', 'occurred_at'],
  spend: ['(SELECT * FROM raw_spend WHERE fate = 0)', 'spent_on'],
};

/** The extent of a role's dated rows: first and last day, and the largest gap between days with rows at the end. */
export const extentOf = async (engine: Engine, role: Role): Promise<Extent | null> => {
  const [table, day] = dated[role] ?? [];
  if (table === undefined) return null;
  const [row] = await engine.rows(`SELECT min(${day}) AS first, max(${day}) AS last FROM ${table}`);
  if (row!.first === null) return null;
  const [gap] = await engine.rows(
    `SELECT coalesce(max(gap), 0) AS gap FROM (SELECT day - lag(day) OVER (ORDER BY day) AS gap FROM (
       SELECT DISTINCT ${day} AS day FROM ${table} WHERE ${day} >= DATE '${row!.last}' - 90))`,
  );
  return { first: String(row!.first), last: String(row!.last), largestGap: Number(gap!.gap) };
};
