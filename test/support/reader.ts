import { readDialect } from '../../src/sources/dialect.ts';
import { openFile } from '../../src/sources/open.ts';
import { withPlainHeader } from '../../src/sources/plain-header.ts';
import { prepareFile } from '../../src/sources/prepare.ts';
import { makeWorkspace, type Workspace } from '../../src/sources/workspace.ts';
import { openEngine } from '../../src/warehouse/engine.ts';
import { NotUtf8, readFile } from '../../src/warehouse/load/read.ts';
import { parquetColumns } from '../../src/warehouse/parquet.ts';
import { enginePath } from '../../src/warehouse/relation.ts';

/** A file as the reader gives it, before any column is mapped: every cell a text, an empty one for what is missing. */
export interface ReadCells {
  readonly encoding: string;
  /** Null for Parquet. */
  readonly delimiter: string | null;
  /** Of the bytes that were read, in UTF-8: where the header begins. */
  readonly start: number;
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

const nothing = { fields: [], needed: [], rules: [], profiles: [] };

const readOnce = async (
  path: string,
  workspace: Workspace,
  encoding: 'windows-1252' | null,
): Promise<ReadCells> => {
  const opened = openFile(path, workspace);
  const engine = await openEngine({
    folder: workspace.folder,
    paths: [enginePath(opened)],
    threads: null,
    memory: null,
  });
  try {
    const file = await prepareFile(opened, workspace, { encoding, concluded: encoding !== null });
    const columns = file.format === 'parquet' ? await parquetColumns(engine, file) : null;
    const dialect =
      columns === null
        ? readDialect(
            opened.name,
            file.head,
            file.complete,
            file.start,
            nothing,
            file.selfClosing ? ',' : null,
          )
        : null;
    const { header } = dialect ?? columns!;
    const source = await withPlainHeader({ file, dialect, mapping: { header } }, workspace);
    const statement = (relation: string) => ({
      sql: `CREATE TEMP TABLE cells AS SELECT * FROM ${relation}`,
      values: [],
    });
    await readFile(engine, source, statement, { allowUnterminated: true });
    // The binding drops a byte order mark that begins a text, so each goes out behind a sign that is taken off again.
    const rows = await engine.rows(`SELECT '=' || COLUMNS(*) FROM cells`);
    return {
      encoding: file.encoding,
      delimiter: dialect?.delimiter ?? null,
      start: dialect?.start ?? 0,
      header,
      records: rows.map((row) => header.map((_, index) => String(row[`c${index}`] ?? '=').slice(1))),
    };
  } finally {
    await engine.close();
  }
};

/**
 * Reads any file the way `kpi` does, up to where columns are mapped: opening, encoding, delimiter, the strict scan and
 * the engine's load, an unterminated last record allowed. What is refused is thrown.
 */
export const readCells = async (path: string): Promise<ReadCells> => {
  const workspace = makeWorkspace();
  try {
    return await readOnce(path, workspace, null).catch((error) => {
      if (!(error instanceof NotUtf8)) throw error;
      return readOnce(path, workspace, 'windows-1252');
    });
  } finally {
    workspace.remove();
  }
};
