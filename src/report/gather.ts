import { fault } from '../errors.ts';
import { columnsOf } from '../sources/expression.ts';
import { fields } from '../sources/fields.ts';
import { roles } from '../sources/filter.ts';
import { inspect, type Source } from '../sources/inspect.ts';
import { assertDistinct, type OpenedFile, openFile, openStandardInput } from '../sources/open.ts';
import { type PreparedFile, prepareFile } from '../sources/prepare.ts';
import type { Workspace } from '../sources/workspace.ts';
import { type Engine, openEngine } from '../warehouse/engine.ts';
import type { RowRules } from '../warehouse/load/conditions.ts';
import { diagnose } from '../warehouse/load/diagnose.ts';
import { NotUtf8, type ReadFile, readFile, settleDates } from '../warehouse/load/read.ts';
import { loadStatement, rawTable } from '../warehouse/load/statement.ts';
import { parquetColumns } from '../warehouse/parquet.ts';
import { reconcile } from '../warehouse/reconcile.ts';
import { enginePath } from '../warehouse/relation.ts';
import { guessesOf } from './guesses.ts';
import type { Finding, KpiRequest, Surroundings } from './request.ts';
import type { Report, Role } from './schema.ts';

/** A file of the request that is loaded, with what reading it established. */
interface Loaded {
  readonly source: Source;
  readonly read: ReadFile;
  readonly number: number;
}

/** The loaded files by role, before anything is settled about their rows. */
export interface Gathered {
  readonly engine: Engine;
  readonly sources: ReadonlyMap<Role, readonly Source[]>;
  readonly findings: Finding[];
  /** Accounts for every record of every file; called once the rows are settled. */
  readonly inputs: () => Promise<Report['inputs']>;
}

interface OpenedRole {
  readonly role: Role;
  readonly file: OpenedFile;
}

const openAll = async (request: KpiRequest, surroundings: Surroundings, workspace: Workspace) => {
  if (request.files.filter(({ path }) => path === '-').length > 1) throw fault('stdin_twice');
  const opened: OpenedRole[] = [];
  for (const { role, path } of request.files)
    opened.push({
      role,
      file:
        path === '-'
          ? await openStandardInput(surroundings.stdin, workspace, surroundings.signal)
          : openFile(path, workspace),
    });
  assertDistinct(opened.map(({ file }) => file));
  return opened.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
};

const rejectShare = (request: KpiRequest, input: Report['inputs'][number]): void => {
  const rejected = Object.entries(input.reconciliation.rejected);
  const total = rejected.reduce((sum, [, count]) => sum + count, 0);
  if (total > request.maxRejects * input.records)
    throw fault('too_many_rejects', [
      input.path,
      String(total),
      String(input.records),
      rejected.map(([reason, count]) => `${reason}: ${count}`).join(', '),
    ]);
};

/** Loads the opened files into an engine, those of `windows1252` as that. */
const loadAll = async (
  engine: Engine,
  opened: readonly OpenedRole[],
  windows1252: ReadonlySet<OpenedFile>,
  request: KpiRequest,
  rules: RowRules,
  surroundings: Surroundings,
  workspace: Workspace,
): Promise<Gathered> => {
  const { signal } = surroundings;
  const joinsByEmail = opened.some(({ role }) => role !== 'orders' && role !== 'spend');
  const totalBytes = opened.reduce((sum, { file }) => sum + file.bytes, 0);
  let doneBytes = 0;
  const loaded: Loaded[] = [];
  const findings: Finding[] = [];
  const prepare = (file: OpenedFile): Promise<PreparedFile> =>
    windows1252.has(file)
      ? prepareFile(file, workspace, { encoding: 'windows-1252', concluded: true, signal })
      : prepareFile(file, workspace, { encoding: request.encoding, concluded: false, signal });
  for (const { role, file } of opened) {
    signal.throwIfAborted();
    const number = loaded.filter(({ source }) => source.role === role).length;
    const prepared = await prepare(file);
    const options = {
      allowUnterminated: request.allowUnterminated,
      onProgress: (bytes: number) =>
        surroundings.onProgress(doneBytes + Math.min(bytes, file.bytes), totalBytes),
    };
    const columns = prepared.format === 'parquet' ? await parquetColumns(engine, prepared) : null;
    const inspected = inspect(role, prepared, columns, request.declared);
    const source = await settleDates(engine, inspected, options);
    const first = number === 0;
    const alone = opened.filter((other) => other.role === role).length === 1;
    const wanted = { breakdown: request.by, joinsByEmail, alone };
    const statement = (relation: string) => loadStatement(source, relation, number, first, rules, wanted);
    const read = await readFile(engine, source, rawTable(source), first, statement, options);
    await diagnose(engine, source, number, request.declared.dateOrder !== null);
    doneBytes += file.bytes;
    loaded.push({ source, read, number });
    findings.push(...guessesOf(source, request.declared));
  }
  const sources = new Map<Role, Source[]>();
  for (const { source } of loaded) sources.set(source.role, [...(sources.get(source.role) ?? []), source]);
  return {
    engine,
    sources,
    findings,
    inputs: async () => {
      const inputs: Report['inputs'] = [];
      for (const { source, read, number } of loaded) {
        const { original, encoding } = source.file;
        const reconciliation = await reconcile(
          engine,
          rawTable(source),
          fields[source.role],
          number,
          read.records,
          original.name,
        );
        const input = {
          path: original.name,
          role: source.role,
          profile: null,
          encoding,
          bytes: original.bytes,
          sha256: read.sha256,
          records: read.records,
          reconciliation,
        };
        rejectShare(request, input);
        inputs.push(input);
      }
      return inputs;
    },
  };
};

/**
 * Opens, prepares, inspects and loads every file of the request: each is read once by the engine while the scanner
 * passes over the same bytes. The engine is locked to these files and the workspace. Where bytes further down turn out
 * not to be UTF-8, all is begun again with that file as Windows-1252, in a new engine: the old one may not survive them.
 */
export const gather = async (
  request: KpiRequest,
  rules: RowRules,
  surroundings: Surroundings,
  workspace: Workspace,
  onEngine: (engine: Engine) => void,
): Promise<Gathered> => {
  const opened = await openAll(request, surroundings, workspace);
  const windows1252 = new Set<OpenedFile>();
  for (;;) {
    const engine = await openEngine({
      folder: workspace.folder,
      paths: opened.map(({ file }) => enginePath(file)),
      threads: request.threads,
      memory: request.memory,
    });
    onEngine(engine);
    try {
      return await loadAll(engine, opened, windows1252, request, rules, surroundings, workspace);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      if (request.encoding !== null) throw fault('not_utf8', [error.file.name]);
      windows1252.add(error.file);
      await engine.close();
    }
  }
};

/** Whether any file of a role maps a field. */
export const mapsField = (gathered: Gathered, role: Role, field: string): boolean =>
  (gathered.sources.get(role) ?? []).some((source) => {
    const expression = source.mapping.fields.get(field);
    return expression !== undefined && (expression.kind === 'number' || columnsOf(expression).length > 0);
  });
