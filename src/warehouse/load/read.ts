import { fault } from '../../errors.ts';
import type { Dialect } from '../../sources/dialect.ts';
import { refusal } from '../../sources/explain.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Mapping } from '../../sources/mapping.ts';
import { assertUnchanged, type OpenedFile } from '../../sources/open.ts';
import { type RunningScan, type ScanResult, startScan } from '../../sources/scan/scan.ts';
import { placeOfIllFormed } from '../../sources/staging/place.ts';
import { type Engine, EngineError } from '../engine.ts';
import { csvRelation, parquetRelation } from '../relation.ts';
import { columnName } from '../sql.ts';
import { partAboveTwelve } from '../values/date.ts';
import type { Statement } from './statement.ts';

/** The bytes of a file turned out not to be UTF-8: it must be prepared again as windows-1252. */
export class NotUtf8 extends Error {
  readonly file: OpenedFile;

  constructor(file: OpenedFile) {
    super('not UTF-8');
    this.file = file;
  }
}

/** What reading asks of a source: the prepared file, how it is written, and its columns. */
export type Readable = Pick<Source, 'file' | 'dialect'> & { readonly mapping: Pick<Mapping, 'header'> };

/** What reading a file established, engine and scanner agreeing. */
export interface ReadFile {
  readonly records: number;
  readonly sha256: string;
  readonly blankLines: number;
}

export interface ReadOptions {
  readonly allowUnterminated: boolean;
  readonly onProgress?: (bytes: number) => void;
}

const judgeScan = (source: Readable, scan: ScanResult, options: ReadOptions): void => {
  const { file, dialect } = source;
  const name = file.original.name;
  const firstLine = dialect?.start === 0 ? dialect.startLine : 1;
  if (scan.utf8 === 'mixed')
    throw fault('mixed_encoding', [name], placeOfIllFormed({ ...file.reading, file: name }, firstLine));
  if (scan.utf8 === 'invalid') throw new NotUtf8(file.original);
  if (scan.fault !== null) throw refusal(source, scan.fault);
  if (!scan.terminated && !file.selfClosing && !options.allowUnterminated)
    throw fault('unterminated_file', [name]);
};

const scanOf = (source: Readable, dialect: Dialect, options: ReadOptions): RunningScan => {
  const { original, reading, sha256 } = source.file;
  const { start, startLine, delimiter } = dialect;
  const { fd, bytes } = reading;
  return startScan(
    { fd, file: original.name, bytes, start, startLine, delimiter, hash: sha256 === null },
    options.onProgress,
  );
};

/**
 * Tells day from month over the whole column where the sample could not; a column that tells nothing, or tells both,
 * is refused. What the sample did not show is scanned before the engine reads it.
 */
export const settleDates = async (engine: Engine, source: Source, options: ReadOptions): Promise<Source> => {
  const dates = new Map(source.dates);
  const open = [...source.dates].filter(([, { order }]) => order === 'day-or-month');
  if (open.length > 0 && source.dialect !== null)
    judgeScan(source, await scanOf(source, source.dialect, options).result, options);
  for (const [field, reading] of open) {
    const { index } = source.mapping.fields.get(field) as { index: number };
    const column = columnName(index);
    const [row] = await engine.rows(
      `SELECT coalesce(bool_or(${partAboveTwelve(column, 1)}), false) AS day_first, coalesce(bool_or(${partAboveTwelve(column, 2)}), false) AS month_first FROM ${relationOf(source, false)}`,
    );
    const details = [source.file.original.name, source.mapping.header[index]!];
    if (row!.day_first && row!.month_first) throw fault('contradictory_dates', details);
    const told = row!.day_first ? 'dmy' : row!.month_first ? 'mdy' : null;
    const order = told ?? (reading.order === 'day-or-month' ? reading.usual : null);
    if (order === null) throw fault('ambiguous_dates', details);
    dates.set(field, { ...(reading.halves === true ? { halves: true } : {}), order, offset: reading.offset });
  }
  return { ...source, dates };
};

/** The relation of a file's columns c0, c1, …, all VARCHAR. */
export const relationOf = (source: Readable, parallel = true): string =>
  source.dialect === null
    ? parquetRelation(source.file.reading, source.mapping.header.length)
    : csvRelation(source.file.reading, source.dialect, parallel);

const parquetHash = async (source: Readable): Promise<string> => {
  const { createHash } = await import('node:crypto');
  const { createReadStream } = await import('node:fs');
  const hash = createHash('sha256');
  const { fd } = source.file.original;
  for await (const chunk of createReadStream('', { fd, autoClose: false, start: 0 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/**
 * Reads a file by a statement that fills a table, which tells how many rows it filled in, while the scanner passes over
 * the same bytes. Structural faults, a count on which
 * the two disagree, and a file that changed meanwhile are refused; nothing half-read stays unnoticed.
 */
export const readFile = async (
  engine: Engine,
  source: Readable,
  statement: (relation: string) => Statement,
  options: ReadOptions,
): Promise<ReadFile> => {
  const name = source.file.original.name;
  const load = async (parallel: boolean): Promise<number> => {
    const { sql, values } = statement(relationOf(source, parallel));
    const [done] = await engine.rows(sql, values.length === 0 ? undefined : values);
    return Number(done!.Count);
  };
  if (source.dialect === null) {
    const records = await load(true).catch((error) => {
      assertUnchanged(source.file.original);
      throw error instanceof EngineError ? fault('parquet_damaged', [name]) : error;
    });
    const sha256 = await parquetHash(source);
    assertUnchanged(source.file.original);
    return { records, sha256, blankLines: 0 };
  }
  const { dialect, file } = source;
  const scan = scanOf(source, dialect, options);
  let loading = true;
  const watched = scan.result.then((result) => {
    if (loading && (result.fault !== null || result.utf8 !== 'valid')) engine.interrupt();
    return result;
  });
  watched.catch(() => undefined);
  let failure: unknown = null;
  const failed = (error: unknown): null => {
    failure = error;
    return null;
  };
  try {
    let records = await load(true).catch(failed);
    loading = false;
    const result = await watched;
    judgeScan(source, result, options);
    if (failure instanceof EngineError && failure.type === 'Invalid Input') {
      failure = null;
      records = await load(false).catch(failed);
    }
    assertUnchanged(file.original);
    assertUnchanged(file.reading);
    if (failure !== null) throw failure instanceof EngineError ? engineFault(name, failure) : failure;
    if (records !== result.records) throw fault('counts_differ', [name]);
    return { records: result.records, sha256: file.sha256 ?? result.sha256!, blankLines: result.blankLines };
  } catch (error) {
    await scan.cancel();
    throw error;
  }
};

const engineFault = (name: string, error: EngineError): Error => {
  if (error.type === 'Out of Memory') return fault('out_of_memory', [name]);
  if (error.type === 'Out of Range') return fault('number_too_large', [name]);
  return error.type === 'Invalid Input' ? fault('engine_refused', [name]) : error;
};
