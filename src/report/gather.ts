import { fault } from '../errors.ts';
import { columnsOf } from '../sources/expression.ts';
import { roles } from '../sources/filter.ts';
import { withoutFooter } from '../sources/footer.ts';
import { inspect, type Source } from '../sources/inspect.ts';
import { assertDistinct, type OpenedFile, openFile, openStandardInput, openText } from '../sources/open.ts';
import { withPlainHeader } from '../sources/plain-header.ts';
import { type PreparedFile, prepareFile } from '../sources/prepare.ts';
import type { Workspace } from '../sources/workspace.ts';
import { type Engine, loadEngine } from '../warehouse/engine.ts';
import type { RowRules } from '../warehouse/load/conditions.ts';
import { diagnose } from '../warehouse/load/diagnose.ts';
import { NotUtf8, readFile, settleDates } from '../warehouse/load/read.ts';
import { loadStatement, type Statement } from '../warehouse/load/statement.ts';
import { settleZones } from '../warehouse/load/zones.ts';
import { parquetColumns } from '../warehouse/parquet.ts';
import { enginePath } from '../warehouse/relation.ts';
import { guessesOf } from './guesses.ts';
import { accountFor, type Loaded } from './inputs.ts';
import type { FileReading, Finding, KpiRequest, Surroundings } from './request.ts';
import type { Report, Role } from './schema.ts';

/** The loaded files by role, before anything is settled about their rows. */
export interface Gathered {
  readonly engine: Engine;
  readonly sources: ReadonlyMap<Role, readonly Source[]>;
  readonly findings: Finding[];
  /** The columns of the raw table of each role. */
  readonly columns: ReadonlyMap<Role, readonly string[]>;
  readonly loaded: readonly Loaded[];
  /** Accounts for every record of every file; called once the rows are settled. */
  readonly inputs: () => Promise<Report['inputs']>;
}

/** Who looks on while files are read: may have prepared them, and learns what is understood of each, be it refused later. */
export interface Witness {
  /** By the paths of the request. */
  readonly prepared: ReadonlyMap<string, PreparedFile>;
  readonly begins: (file: OpenedFile) => void;
  readonly understood: (source: Source) => void;
}

interface OpenedRole extends FileReading {
  readonly role: Role;
  readonly file: OpenedFile;
  /** Null where it is yet to be done. */
  readonly prepared: PreparedFile | null;
}

const openAll = async (
  request: KpiRequest,
  surroundings: Surroundings,
  workspace: Workspace,
  witness: Witness | null,
) => {
  if (request.files.filter(({ path }) => path === '-').length > 1) throw fault('stdin_twice');
  const opened: OpenedRole[] = [];
  for (const { role, path, content, reading = request } of request.files) {
    const prepared = witness?.prepared.get(path) ?? null;
    const open = (): OpenedFile | Promise<OpenedFile> => {
      if (content !== undefined) return openText(path, content, workspace);
      return path === '-'
        ? openStandardInput(surroundings.stdin, workspace, surroundings.signal)
        : openFile(path, workspace);
    };
    const { declared, encoding, allowUnterminated } = reading;
    const file = prepared?.original ?? (await open());
    opened.push({ role, file, prepared, declared, encoding, allowUnterminated });
  }
  assertDistinct(opened.map(({ file }) => file));
  return opened.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
};

/** Up to this many bytes are computed sooner by one thread than several are set to work on them. */
const LITTLE_BYTES = 1024 * 1024;

const isLittle = (opened: readonly OpenedRole[]): boolean =>
  opened.reduce((sum, { file }) => sum + file.bytes, 0) <= LITTLE_BYTES;

/** Loads the opened files into an engine, those of `windows1252` as that; the first is inspected while the engine opens. */
const loadAll = async (
  opening: Promise<Engine>,
  opened: readonly OpenedRole[],
  windows1252: ReadonlySet<OpenedFile>,
  request: KpiRequest,
  rules: RowRules,
  surroundings: Surroundings,
  workspace: Workspace,
  witness: Witness | null,
): Promise<Gathered> => {
  const { signal } = surroundings;
  const joinsByEmail = opened.some(({ role }) => role !== 'orders' && role !== 'spend');
  const totalBytes = opened.reduce((sum, { file }) => sum + file.bytes, 0);
  let doneBytes = 0;
  const loaded: Loaded[] = [];
  const columns = new Map<Role, readonly string[]>();
  const findings: Finding[] = [];
  const prepare = async ({ file, prepared, encoding }: OpenedRole): Promise<PreparedFile> =>
    windows1252.has(file)
      ? prepareFile(file, workspace, { encoding: 'windows-1252', concluded: true, signal })
      : (prepared ?? prepareFile(file, workspace, { encoding, concluded: false, signal }));
  for (const one of opened) {
    const { role, file, declared, allowUnterminated } = one;
    signal.throwIfAborted();
    witness?.begins(file);
    const number = loaded.filter(({ source }) => source.role === role).length;
    const prepared = await prepare(one);
    const options = {
      allowUnterminated,
      onProgress: (bytes: number) =>
        surroundings.onProgress(doneBytes + Math.min(bytes, file.bytes), totalBytes),
    };
    const schema = prepared.format === 'parquet' ? await parquetColumns(await opening, prepared) : null;
    const understood = inspect(role, prepared, schema, declared);
    witness?.understood(understood);
    const inspected = await withoutFooter(await withPlainHeader(understood, workspace, signal), workspace, {
      signal,
    });
    const engine = await opening;
    signal.throwIfAborted();
    const source = await settleZones(engine, await settleDates(engine, inspected, options));
    witness?.understood(source);
    const first = number === 0;
    const alone = opened.filter((other) => other.role === role).length === 1;
    const wanted = { breakdown: request.by, joinsByEmail, alone, statuses: witness !== null };
    const statement = (relation: string): Statement => {
      const made = loadStatement(source, relation, number, first, rules, wanted);
      if (first) columns.set(role, made.columns);
      return made;
    };
    const read = await readFile(engine, source, statement, options);
    await diagnose(engine, source, number, declared.dateOrder !== null);
    doneBytes += file.bytes;
    loaded.push({ source, read, number });
    findings.push(...guessesOf(source, declared, request.timezone));
  }
  const sources = new Map<Role, Source[]>();
  for (const { source } of loaded) sources.set(source.role, [...(sources.get(source.role) ?? []), source]);
  const engine = await opening;
  return {
    engine,
    sources,
    findings,
    columns,
    loaded,
    inputs: () => accountFor(engine, loaded, request, rules, surroundings),
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
  witness: Witness | null = null,
): Promise<Gathered> => {
  const opened = await openAll(request, surroundings, workspace, witness);
  const openEngine = await loadEngine();
  const windows1252 = new Set<OpenedFile>();
  for (;;) {
    const opening = openEngine({
      folder: workspace.folder,
      paths: opened.map(({ file }) => enginePath(file)),
      threads: request.threads ?? (isLittle(opened) ? 1 : null),
      memory: request.memory,
    }).then((engine) => {
      onEngine(engine);
      return engine;
    });
    opening.catch(() => undefined);
    try {
      return await loadAll(opening, opened, windows1252, request, rules, surroundings, workspace, witness);
    } catch (error) {
      const engine = await opening;
      if (!(error instanceof NotUtf8)) throw error;
      if (opened.find(({ file }) => file === error.file)?.encoding != null)
        throw fault('not_utf8', [error.file.name]);
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
