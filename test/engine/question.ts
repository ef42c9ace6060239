import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll } from 'vitest';

/** The bare engine in memory, without network, and a folder of files to show it. */
export interface Bench {
  readonly connection: () => DuckDBConnection;
  /** Writes a file and gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  /** The rows of a statement, in the JSON form the program reads: exact numbers as text. */
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /** The first value of a statement. */
  readonly value: (sql: string) => Promise<unknown>;
  /** What the engine says against a statement; throws where it has nothing against it. */
  readonly refusal: (sql: string) => Promise<string>;
  /** An expression over a text, as the engine computes it. */
  readonly over: (text: string, expression: string) => Promise<unknown>;
}

/** Makes a bench for the tests of a file, and puts it away after them. */
export const makeBench = (): Bench => {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-engine-'));
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await (await connection.run(sql)).getRowObjectsJson()) as Record<string, unknown>[];
  const value = async (sql: string): Promise<unknown> => Object.values((await rows(sql))[0]!)[0];
  return {
    connection: () => connection,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    rows,
    value,
    refusal: async (sql) => {
      const answer = await rows(sql).catch((error: Error) => error);
      if (answer instanceof Error) return answer.message;
      throw new Error(`taken without a word: ${sql}`);
    },
    over: async (text, expression) =>
      Object.values(
        (
          await (
            await connection.run(`SELECT ${expression} AS answer FROM (SELECT $1::VARCHAR AS v)`, [text])
          ).getRowObjectsJson()
        )[0]!,
      )[0],
  };
};
