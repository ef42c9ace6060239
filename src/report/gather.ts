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

const openAll = async (request: KpiRequest, surroundings: Surroundings, workspace: Workspace) => {
  if (request.files.filter(({ path }) => path === '-').length > 1) throw fault('stdin_twice');
  const opened: { role: Role; file: OpenedFile }[] = [];
  for (const { role, path } of request.files)
    opened.push({
      role,
      file: path === '-' ? await openStandardInput(surroundings.stdin, workspace) : openFile(path, workspace),
    });
  assertDistinct(opened.map(({ file }) => file));
  return opened.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
};

const guessesOf = (source: Source): Finding[] => {
  const name = source.file.original.name;
  const said = (code: string, ...details: string[]): Finding => ({
    code,
    details: [name, ...details],
    count: null,
  });
  const found: Finding[] = [];
  if (source.file.concluded) found.push(said('encoding_guessed', source.file.encoding));
  if (source.dialect !== null && source.dialect.delimiter !== ',')
    found.push(
      said('delimiter_guessed', source.dialect.delimiter === '\t' ? 'tab' : source.dialect.delimiter),
    );
  if (source.mapping.guessed.length > 0)
    found.push(
      said(
        'columns_guessed',
        source.mapping.guessed.map(({ field, column }) => `${field} = ${column}`).join(', '),
      ),
    );
  for (const [field, reading] of source.dates)
    if (reading.order === 'dmy' || reading.order === 'mdy')
      found.push(said('date_order_guessed', field, reading.order === 'dmy' ? 'dd/mm/yyyy' : 'mm/dd/yyyy'));
  if ([...source.amounts.values()].some(({ decimal }) => decimal === ','))
    found.push(said('decimal_mark_guessed', ','));
  return found;
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

/**
 * Opens, prepares, inspects and loads every file of the request: each is read once by the engine while the scanner
 * passes over the same bytes. The engine is locked to these files and the workspace.
 */
export const gather = async (
  request: KpiRequest,
  rules: RowRules,
  surroundings: Surroundings,
  workspace: Workspace,
  onEngine: (engine: Engine) => void,
): Promise<Gathered> => {
  const opened = await openAll(request, surroundings, workspace);
  const engine = await openEngine({
    folder: workspace.folder,
    paths: opened.map(({ file }) => enginePath(file)),
    threads: request.threads,
    memory: request.memory,
  });
  onEngine(engine);
  const wanted = { breakdown: request.by, joinsByEmail: opened.some(({ role }) => role !== 'orders' && role !== 'spend') };
  const totalBytes = opened.reduce((sum, { file }) => sum + file.bytes, 0);
  let doneBytes = 0;
  const loaded: Loaded[] = [];
  const findings: Finding[] = [];
  const load = async (
    role: Role,
    file: OpenedFile,
    prepared: PreparedFile,
    number: number,
  ): Promise<void> => {
    const columns = prepared.format === 'parquet' ? await parquetColumns(engine, prepared) : null;
    const source = await settleDates(engine, inspect(role, prepared, columns, request.declared));
    const first = number === 0;
    const statement = (relation: string) => loadStatement(source, relation, number, first, rules, wanted);
    const read = await readFile(engine, source, rawTable(source), first, statement, {
      allowUnterminated: request.allowUnterminated,
      onProgress: (bytes) => surroundings.onProgress(doneBytes + Math.min(bytes, file.bytes), totalBytes),
    });
    await diagnose(engine, source, number);
    doneBytes += file.bytes;
    loaded.push({ source, read, number });
    findings.push(...guessesOf(source));
  };
  const numbers = new Map<Role, number>();
  for (const { role, file } of opened) {
    surroundings.signal.throwIfAborted();
    const number = numbers.get(role) ?? 0;
    numbers.set(role, number + 1);
    const preparation = { encoding: request.encoding, concluded: false, signal: surroundings.signal };
    try {
      await load(role, file, await prepareFile(file, workspace, preparation), number);
    } catch (error) {
      if (!(error instanceof NotUtf8) || request.encoding !== null)
        throw error instanceof NotUtf8 ? fault('not_utf8', [file.name]) : error;
      await engine.execute(
        number === 0 ? `DROP TABLE IF EXISTS raw_${role}` : `DELETE FROM raw_${role} WHERE file = ${number}`,
      );
      const again = { ...preparation, encoding: 'windows-1252' as const, concluded: true };
      await load(role, file, await prepareFile(file, workspace, again), number);
    }
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

/** Whether any file of a role maps a field. */
export const mapsField = (gathered: Gathered, role: Role, field: string): boolean =>
  (gathered.sources.get(role) ?? []).some((source) => {
    const expression = source.mapping.fields.get(field);
    return expression !== undefined && (expression.kind === 'number' || columnsOf(expression).length > 0);
  });
