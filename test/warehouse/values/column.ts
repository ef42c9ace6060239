import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Cell, type Engine, openEngine } from '../../../src/warehouse/engine.ts';

/** An engine for the tests of a file, and a way to put a column of texts through an expression over it. */
export const makeColumn = () => {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-values-'));
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine({ folder, paths: [], threads: 1, memory: null });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    engine: () => engine,
    /** What the expression makes of each text; `null` stands for NULL on either side. */
    through: async (
      expression: (column: string) => string,
      texts: readonly (string | null)[],
    ): Promise<Cell[]> => {
      const values: string[] = [];
      const rows = texts.map((text, index) => {
        if (text === null) return `(${index}, NULL)`;
        values.push(text);
        return `(${index}, $${values.length})`;
      });
      const answers = await engine.rows(
        `SELECT ${expression('c0')} AS answer FROM (VALUES (-1, ''::VARCHAR), ${rows.join(', ')}) AS given(n, c0) WHERE n >= 0 ORDER BY n`,
        values,
      );
      return answers.map(({ answer }) => answer!);
    },
  };
};
