import { fault } from '../../../errors.ts';
import { type Reading, type Source, type StagingOptions, startReading } from '../source.ts';
import { stage, type Target } from '../target.ts';
import { type Columns, createColumns, layOut } from './columns.ts';
import { Flaw } from './flaw.ts';
import { placeAt } from './place.ts';
import { recordsOf } from './records.ts';
import { createRows } from './rows.ts';
import { createSlots, type Slots } from './slots.ts';
import { type Kind, markLength } from './sniff.ts';
import { openWindow } from './window.ts';

const ENOUGH = 1024 * 1024;

/** What is read, and what has been learnt of it. */
interface Job {
  readonly kind: Kind;
  readonly columns: Columns;
  readonly slots: Slots;
}

/**
 * Goes through the file once and writes its rows for as long as the columns hold every name; after that it only
 * learns the names. The columns are laid out from what is at hand first, unless they are already.
 */
const pass = async ({ kind, columns, slots }: Job, reading: Reading, out: Target): Promise<number> => {
  const { text, advance } = openWindow(reading, kind);
  await advance();
  const start = markLength(text.bytes.subarray(0, text.end));
  text.at = start;
  if (columns.stale) {
    const survey = recordsOf(text, kind, columns, slots);
    while (survey.next());
    layOut(columns);
    text.at = start;
  }
  const rows = createRows();
  if (columns.names.length > 0) rows.header(columns.names);
  const records = recordsOf(text, kind, columns, slots);
  let count = 0;
  for (;;) {
    const before = text.at;
    if (records.next()) {
      count++;
      if (!columns.stale) rows.add(text, slots, columns.names.length, text.at - before);
      if (rows.length() >= ENOUGH) await out.write(rows.take());
      continue;
    }
    await out.write(rows.take());
    if (!(await advance())) break;
  }
  const missing = records.missing();
  if (missing !== null) throw new Flaw('json_damaged', missing, text.base + text.end);
  return count;
};

const located = async (source: Source, error: unknown): Promise<unknown> =>
  error instanceof Flaw ? fault(error.code, [error.message], await placeAt(source, error.offset)) : error;

/**
 * Writes the records of a JSON array or of newline-delimited JSON (UTF-8, with or without its mark) into `target` as
 * CSV with a header: commas, line feeds, quotes where needed. Columns stand in the order their names first appear;
 * objects inside a record become dotted names, arrays their JSON text, null and missing an empty field; numbers keep
 * their text. An array without records makes an empty file without columns. Refused at a line and column:
 * `json_damaged` what is cut or malformed, `json_refused` nesting over 32, a name twice, records that are no objects
 * or have no field at all, half surrogate pairs, NUL, records over 4 MiB, more than 1000 names. Memory is bounded by
 * the longest record. `bytes` counts what was written, `sha256` is of the bytes as given.
 */
export const flattenJson = (
  source: Source,
  kind: Kind,
  target: string,
  options: StagingOptions = {},
): Promise<{ columns: readonly string[]; records: number; bytes: number; sha256: string }> =>
  stage(target, options.signal, async (out) => {
    const job: Job = { kind, columns: createColumns(), slots: createSlots() };
    try {
      const { columns } = job;
      const reading = startReading(source, options);
      const records = await pass(job, reading, out);
      const sha256 = reading.sha256();
      if (columns.stale) {
        layOut(columns);
        await out.restart();
        const again = startReading(source, { signal: options.signal });
        await pass(job, again, out);
        if (columns.stale || again.sha256() !== sha256) throw fault('file_changed', [source.file]);
      }
      if (records > 0 && columns.names.length === 0) {
        throw new Flaw('json_refused', 'its records have no field; export them with their fields', 0);
      }
      return { columns: columns.names, records, bytes: out.size(), sha256 };
    } catch (error) {
      throw await located(source, error);
    }
  });
