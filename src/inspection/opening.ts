import type { Readable } from 'node:stream';
import { fault, LoyaltyError } from '../errors.ts';
import type { FileReading } from '../report/request.ts';
import type { Role } from '../report/schema.ts';
import type { Columns } from '../sources/inspect.ts';
import { openFile, openStandardInput, shownPath } from '../sources/open.ts';
import { type PreparedFile, prepareFile } from '../sources/prepare.ts';
import type { Workspace } from '../sources/workspace.ts';
import { openEngine } from '../warehouse/engine.ts';
import { parquetColumns } from '../warehouse/parquet.ts';
import { enginePath } from '../warehouse/relation.ts';
import { type KnownRole, roleOf } from './role.ts';

/** A file to be inspected, with the role it was given, if any. */
export interface AskedFile {
  readonly path: string;
  readonly role: Role | null;
  readonly roleBy: 'flag' | 'config';
  /** How it is to be read once its role is known; null while it is not. */
  readonly reading: (role: Role | null) => FileReading;
}

/** A file of which the role is known; what could not be prepared is refused. */
export interface OpenedForInspection extends KnownRole {
  readonly asked: AskedFile;
  readonly name: string;
  readonly reading: FileReading;
  readonly prepared: PreparedFile | null;
  readonly columns: Columns | null;
  readonly refusal: LoyaltyError | null;
}

const columnsOfParquet = async (prepared: PreparedFile, workspace: Workspace): Promise<Columns> => {
  const engine = await openEngine({
    folder: workspace.folder,
    paths: [enginePath(prepared.original)],
    threads: null,
    memory: null,
  });
  try {
    return await parquetColumns(engine, prepared);
  } finally {
    await engine.close();
  }
};

const open = async (
  asked: AskedFile,
  stdin: Readable,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<OpenedForInspection> => {
  const { path } = asked;
  const known: KnownRole =
    asked.role === null
      ? { role: 'orders', roleBy: { kind: 'assumed', details: [] } }
      : { role: asked.role, roleBy: { kind: asked.roleBy, details: [] } };
  const begun = { asked, name: shownPath(path), columns: null, refusal: null };
  let reading = asked.reading(asked.role);
  let prepared: PreparedFile | null = null;
  try {
    const file = path === '-' ? await openStandardInput(stdin, workspace, signal) : openFile(path, workspace);
    const prepare = ({ encoding }: FileReading): Promise<PreparedFile> =>
      prepareFile(file, workspace, { encoding, concluded: false, signal });
    prepared = await prepare(reading);
    const columns = prepared.format === 'parquet' ? await columnsOfParquet(prepared, workspace) : null;
    if (asked.role !== null) return { ...begun, ...known, reading, prepared, columns };
    const found = roleOf(prepared, columns, reading.declared);
    const own = asked.reading(found.role);
    if (own.encoding !== reading.encoding) prepared = await prepare(own);
    reading = own;
    return { ...begun, ...found, reading, prepared, columns };
  } catch (error) {
    if (!(error instanceof LoyaltyError)) throw error;
    return { ...begun, ...known, reading, prepared, refusal: error };
  }
};

/** Opens and prepares the files one after another, and tells the role of those that were given none. */
export const openForInspection = async (
  files: readonly AskedFile[],
  stdin: Readable,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<OpenedForInspection[]> => {
  if (files.filter(({ path }) => path === '-').length > 1) throw fault('stdin_twice');
  const opened: OpenedForInspection[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    opened.push(await open(file, stdin, workspace, signal));
  }
  return opened;
};
