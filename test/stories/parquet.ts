import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Bytes of a Parquet file with these rows; a column is VARCHAR unless `types` names another type for it. */
export const parquetOf = async (
  rows: readonly object[],
  types: Readonly<Record<string, string>> = {},
): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'));
  const file = join(folder, 'made.parquet');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const names = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (row) =>
      `(${Object.values(row)
        .map((value) => literal(String(value)))
        .join(', ')})`,
  );
  const typed = names.map((name) => `nullif(${name}, '')::${types[name] ?? 'VARCHAR'} AS ${name}`);
  try {
    await connection.run(
      `COPY (SELECT ${typed.join(', ')} FROM (VALUES ${values.join(', ')}) AS rows (${names.join(', ')}))
       TO ${literal(file)} (FORMAT parquet)`,
    );
    return readFileSync(file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
};
