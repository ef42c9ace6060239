import type { Role } from '../../report/schema.ts';
import type { Engine } from '../engine.ts';

/** The accepted rows of a role beside the orders: how many, of how many people, from when to when, of which kinds. */
export interface RowCensus {
  readonly role: Exclude<Role, 'orders'>;
  readonly rows: number;
  readonly people: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Words of the column of kinds, or the questions that are answered, with their rows. */
  readonly kinds: readonly { readonly kind: string; readonly rows: number }[];
}

const dayOf = {
  customers: 'started_at',
  surveys: 'answered_at',
  content: 'occurred_at',
  spend: 'spent_on',
} as const;

const answered = ['score', 'satisfaction', 'effort'] as const;

const kindsOf = async (engine: Engine, role: RowCensus['role']): Promise<RowCensus['kinds']> => {
  if (role === 'customers') return [];
  if (role === 'surveys') {
    const counts = answered.map((field) => `count(${field}) AS ${field}`).join(', ');
    const [row] = await engine.rows(`SELECT ${counts} FROM raw_surveys WHERE fate = 0`);
    return answered.map((kind) => ({ kind, rows: Number(row![kind]) })).filter(({ rows }) => rows > 0);
  }
  const rows = await engine.rows(
    `SELECT kind, count(*) AS n FROM raw_${role} WHERE fate = 0 AND regexp_full_match(kind, '[a-z_]{2,24}')
     GROUP BY kind ORDER BY n DESC, kind LIMIT 20`,
  );
  return rows.map(({ kind, n }) => ({ kind: String(kind), rows: Number(n) }));
};

/** Counts the accepted rows of a role. */
export const countRows = async (engine: Engine, role: RowCensus['role']): Promise<RowCensus> => {
  const people = role === 'spend' ? '0' : 'count(DISTINCT customer)';
  const day = dayOf[role];
  const [row] = await engine.rows(
    `SELECT count(*) AS n, ${people} AS people, min(${day}) AS first, max(${day}) AS last FROM raw_${role} WHERE fate = 0`,
  );
  const { n, people: found, first, last } = row!;
  return {
    role,
    rows: Number(n),
    people: Number(found),
    first: first === null ? null : String(first),
    last: last === null ? null : String(last),
    kinds: await kindsOf(engine, role),
  };
};
