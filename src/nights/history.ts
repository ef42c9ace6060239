import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fault, LoyaltyError, systemCodeOf } from '../errors.ts';
import { makeSpool, type Output, type Spool } from '../outputs/index.ts';
import type { Day } from '../period/index.ts';
import { formOf } from './forms.ts';
import { definedAlike, type HistoryLine, isOf, keyOf, periodKey, saysTheSame } from './line.ts';

/** What was known before a night, whatever was written on its own day. */
export interface Earlier {
  /** The last line of each figure. */
  readonly lines: ReadonlyMap<string, HistoryLine>;
  /** The last line of each figure by data that reached to the end of its period. */
  readonly finished: ReadonlyMap<string, HistoryLine>;
}

/** Gathers lines, however they stand, to what was known last. */
export const gathering = () => {
  const lines = new Map<string, HistoryLine>();
  const finished = new Map<string, HistoryLine>();
  const putLast = (known: Map<string, HistoryLine>, line: HistoryLine): void => {
    const before = known.get(keyOf(line));
    if (before === undefined || before.asOf <= line.asOf) known.set(keyOf(line), line);
  };
  return {
    earlier: { lines, finished },
    put: (line: HistoryLine): void => {
      putLast(lines, line);
      if (line.status !== 'incomplete') putLast(finished, line);
    },
  };
};

/** A history as a night finds it. */
export interface ReadHistory extends Earlier {
  /** Whether the last line was cut off by whatever ended its writer; it is not taken over. */
  readonly torn: boolean;
}

/** Opens a file to be read, with whether its last line is whole; null where there is none. */
const opened = (path: string): { fd: number; whole: boolean } | null => {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw fault('history_unreadable', [path, systemCodeOf(error)]);
  }
  try {
    const { size } = fstatSync(fd);
    const last = Buffer.alloc(1);
    if (size > 0) readSync(fd, last, 0, 1, size - 1);
    return { fd, whole: size === 0 || last[0] === 0x0a };
  } catch (error) {
    closeSync(fd);
    throw fault('history_unreadable', [path, systemCodeOf(error)]);
  }
};

/** One line of the file, as it stands there and as it is understood; `line` is null for the head. */
interface Stood {
  readonly text: string;
  readonly line: HistoryLine | null;
}

/** The lines of a history in their order; where the last has no end it is told whether it is lost, and then not given. */
async function* stood(path: string, unended: (lost: boolean) => void): AsyncGenerator<Stood> {
  const file = opened(path);
  if (file === null) return;
  const form = formOf(path);
  const input = createReadStream(path, { fd: file.fd, encoding: 'utf8', start: 0 });
  let number = 0;
  let unread: string | null = null;
  let isOlder = false;
  try {
    for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (unread !== null) throw fault('history_damaged', [path, String(number)]);
      number++;
      const text = number === 1 ? raw.replace(/^\ufeff/, '') : raw;
      const isHead = number === 1 && form.head !== null;
      if (isHead) isOlder = text === form.olderHead;
      const line = isHead ? null : form.read(text, isOlder);
      if (line !== null || (isHead && (text === form.head || isOlder))) yield { text, line };
      else unread = text;
    }
  } catch (error) {
    if (error instanceof LoyaltyError) throw error;
    throw fault('history_unreadable', [path, systemCodeOf(error)]);
  } finally {
    input.destroy();
  }
  if (file.whole && unread !== null) throw fault('history_damaged', [path, String(number)]);
  if (!file.whole) unended(unread !== null);
}

/**
 * Reads what a history knew of the figures of a run before the day of a night. A line that is none of ours is refused, a
 * torn last one told.
 */
export const readHistory = async (path: string, asOf: Day, run: string | null): Promise<ReadHistory> => {
  const { earlier, put } = gathering();
  let torn = false;
  const found = stood(path, (lost) => {
    torn = lost;
  });
  for await (const { line } of found) if (line !== null && line.asOf < asOf && isOf(line, run)) put(line);
  return { ...earlier, torn };
};

/** Whether a night asked for the figure of a line, which it may then replace. */
export type Covers = (line: HistoryLine) => boolean;

/** The lines of a run that a night asked for, by their periods, ids and attributes. */
export const coveredBy = (lines: readonly HistoryLine[], attribute: string | null): Covers => {
  const nameOf = (line: HistoryLine, part: string | null): string =>
    JSON.stringify([periodKey(line), line.id, part]);
  const named = new Set(
    lines.flatMap((line) => [
      nameOf(line, Object.keys(line.segment ?? {})[0] ?? null),
      ...(attribute === null ? [] : [nameOf(line, attribute)]),
    ]),
  );
  const run = lines[0]?.manifest ?? null;
  return (line) => isOf(line, run) && named.has(nameOf(line, Object.keys(line.segment ?? {})[0] ?? null));
};

/** Puts lines into a spool, a thousand at a time; the last of them when told. */
const linesOf = ({ write }: Spool) => {
  let held: string[] = [];
  const flush = (): void => {
    write(held.join(''));
    held = [];
  };
  const put = (text: string): void => {
    held.push(`${text}\n`);
    if (held.length === 1000) flush();
  };
  return { put, flush };
};

/**
 * Writes the history of a night into a private file: what stood there, with the night's own lines in the place of those
 * of the same day, and behind it what is new. A figure that is what it was, by the same definition, gets no line. Null
 * where nothing changes.
 */
export const nextHistory = async (
  path: string,
  asOf: Day,
  lines: readonly HistoryLine[],
  covers: Covers,
  earlier: Earlier,
  spooled: string,
): Promise<Output | null> => {
  const form = formOf(path);
  const isNew = (line: HistoryLine): boolean => {
    const before = earlier.lines.get(keyOf(line));
    return before === undefined || !saysTheSame(before, line) || !definedAlike(before, line);
  };
  const left = new Map(lines.filter(isNew).map((line) => [keyOf(line), form.write(line)]));
  const spool = makeSpool(spooled);
  const { put, flush } = linesOf(spool);
  let changed = false;
  let begun = form.head === null;
  let isOlder = false;
  const mended = (): void => {
    changed = true;
  };
  try {
    for await (const { text, line } of stood(path, mended)) {
      begun = true;
      if (line === null) {
        isOlder = text === form.olderHead;
        put(isOlder ? form.head! : text);
        continue;
      }
      if (line.asOf !== asOf || !covers(line)) {
        put(isOlder ? form.write(line) : text);
        continue;
      }
      const key = keyOf(line);
      const written = left.get(key);
      left.delete(key);
      if (written !== undefined) put(written);
      if (written !== text) changed = true;
    }
    if (!begun) put(form.head!);
    for (const text of left.values()) put(text);
    flush();
  } finally {
    spool.close();
  }
  return changed || left.size > 0 ? { path, content: { spooled } } : null;
};
