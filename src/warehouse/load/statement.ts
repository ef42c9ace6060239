import { fields } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import { columnName } from '../sql.ts';
import { typedColumns, type Wanted } from './columns.ts';
import { conditions, exclusions, type RowRules } from './conditions.ts';
import { fatesOf } from './fate.ts';
import { bindTo } from './row-test.ts';
import { statusesOf, statusPlace, statusPlaceColumn } from './statuses.ts';

/** The raw table of a role: every record of its files, typed, in the order of the files, with its fate. */
export const rawTable = (source: Source): string => `raw_${source.role}`;

/** A statement with the values that are bound to it. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly string[];
}

/** A statement that fills the raw table of a role, and the columns it fills. */
export interface LoadStatement extends Statement {
  readonly columns: readonly string[];
}

/**
 * The one statement that reads, types and judges a file: projection, conversion and fate in a single pass over
 * `relation`. The first file of a role creates the raw table, the others are added.
 */
export const loadStatement = (
  source: Source,
  relation: string,
  fileNumber: number,
  first: boolean,
  rules: RowRules,
  wanted: Wanted,
): LoadStatement => {
  const values: string[] = [];
  const fates = fatesOf(fields[source.role]);
  const columns = typedColumns(source, rules.timezone, wanted, bindTo(values));
  const typed = new Set(columns.map(({ name }) => name));
  const judged = [...exclusions(source, rules, values), ...conditions(source, rules, typed, values)];
  const cases = judged.map(({ sql, fate }) => `WHEN ${sql} THEN ${fates.of(fate)}`).join('\n    ');
  const fate = judged.length === 0 ? '0' : `CASE ${cases} ELSE 0 END`;
  const names = columns.map(({ name, type }) => `${name}::${type} AS ${name}`).join(', ');
  const status = source.mapping.fields.get('status');
  const looked =
    source.role === 'orders' && status?.kind === 'column' && rules.countStatuses === null
      ? [{ name: statusPlaceColumn, sql: statusPlace(columnName(status.index), statusesOf(source)) }]
      : [];
  const expressions = [...columns, ...looked].map(({ name, sql }) => `${sql} AS ${name}`).join(',\n    ');
  const select = `SELECT ${fileNumber}::USMALLINT AS file, ${names}, (${fate})::UTINYINT AS fate
  FROM (SELECT *, ${expressions} FROM ${relation})`;
  return {
    sql: first
      ? `CREATE TEMP TABLE ${rawTable(source)} AS ${select}`
      : `INSERT INTO ${rawTable(source)} ${select}`,
    values,
    columns: ['file', ...typed, 'fate'],
  };
};
