import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kpiOptions, validate } from '../../src/cli/options.ts';
import { generalReading } from '../../src/cli/request.ts';
import { withoutFooter } from '../../src/sources/footer.ts';
import { inspect } from '../../src/sources/inspect.ts';
import { type OpenedFile, openFile } from '../../src/sources/open.ts';
import { withPlainHeader } from '../../src/sources/plain-header.ts';
import { prepareFile } from '../../src/sources/prepare.ts';
import { makeWorkspace, type Workspace } from '../../src/sources/workspace.ts';
import { type Engine, openEngine } from '../../src/warehouse/engine.ts';
import { NotUtf8, readFile } from '../../src/warehouse/load/read.ts';
import type { ShopRole } from '../oracle/shop.ts';
import type { Reading } from './second-reading.ts';

const inMemory = '/dev/shm';
/** Whatever is opened while one engine runs has one of these paths. */
const descriptors = Array.from({ length: 1024 }, (_, fd) => `/proc/self/fd/${fd}`);

const makeFolder = (): string => {
  try {
    return mkdtempSync(join(inMemory, 'loyalty-fuzz-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'loyalty-fuzz-'));
  }
};

/** Reads one file after another as `kpi` does, up to where values are typed, with one engine for many files. */
export interface FirstReader {
  /** Throws what `kpi` would refuse the file with. */
  readonly read: (bytes: Buffer, role: ShopRole) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

const declared = generalReading(validate(kpiOptions, { decimal: '.' }), null);

const readOnce = async (
  engine: Engine,
  opened: OpenedFile,
  role: ShopRole,
  workspace: Workspace,
  encoding: 'windows-1252' | null,
): Promise<Reading> => {
  const signal = new AbortController().signal;
  const prepared = await prepareFile(opened, workspace, { encoding, concluded: encoding !== null, signal });
  const understood = inspect(role, prepared, null, declared.declared);
  const plain = await withPlainHeader(understood, workspace, signal);
  const source = await withoutFooter(plain, workspace, { signal });
  const statement = (relation: string) => ({
    sql: `CREATE OR REPLACE TEMP TABLE cells AS SELECT * FROM ${relation}`,
    values: [],
  });
  await readFile(engine, source, statement, { allowUnterminated: false });
  // The binding drops a byte order mark that begins a text, so each goes out behind a sign that is taken off again.
  const rows = await engine.rows(`SELECT '=' || COLUMNS(*) FROM cells`);
  const { header } = source.mapping;
  return {
    header,
    records: rows.map((row) => header.map((_, index) => String(row[`c${index}`] ?? '=').slice(1))),
  };
};

/** Makes a reader with files and engine of its own; close it. */
export const makeFirstReader = (): FirstReader => {
  const folder = makeFolder();
  const path = join(folder, 'export');
  const before = process.env.TMPDIR;
  let opening: Promise<Engine> | null = null;
  const engineNow = (): Promise<Engine> => {
    opening ??= openEngine({ folder, paths: descriptors, threads: 1, memory: null });
    return opening;
  };
  const forget = async (): Promise<void> => {
    const old = opening;
    opening = null;
    await (await old)?.close();
  };
  return {
    read: async (bytes, role) => {
      process.env.TMPDIR = folder;
      writeFileSync(path, bytes);
      const workspace = makeWorkspace();
      try {
        const opened = openFile(path, workspace);
        const once = async (encoding: 'windows-1252' | null) =>
          readOnce(await engineNow(), opened, role, workspace, encoding);
        return await once(null).catch(async (error) => {
          if (!(error instanceof NotUtf8)) throw error;
          await forget();
          return once('windows-1252');
        });
      } finally {
        workspace.remove();
      }
    },
    close: async () => {
      await forget();
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
