import { type HistoryLine, historyLine, parts } from './line.ts';

/** A way to write the history, a line each: its first line, and a line of it there and back. */
export interface HistoryForm {
  /** Null where the first line is one like the others. */
  readonly head: string | null;
  /** The first line of the files of before lines said whose they are; they are read, and written anew with the next line. */
  readonly olderHead: string | null;
  readonly write: (line: HistoryLine) => string;
  /** Null for what is no such line; `isOlder` where the first line is the older one. */
  readonly read: (text: string, isOlder?: boolean) => HistoryLine | null;
}

const validated = (value: unknown): HistoryLine | null => {
  const result = historyLine.safeParse(value);
  return result.success ? result.data : null;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const ndjson: HistoryForm = {
  head: null,
  olderHead: null,
  write: (line) => JSON.stringify(Object.fromEntries(parts.map((part) => [part, line[part]]))),
  read: (text) => validated(parsed(text)),
};

const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const quoted = (text: string): string => (/[",]/.test(text) ? inQuotes(text) : text);

/** The cells of a line; what stands in quotes never holds the end of a line, since a segment is written as JSON. */
const cellsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map(([, within, bare]) =>
    within === undefined ? bare! : within.replaceAll('""', '"'),
  );

const numbers = new Set<keyof HistoryLine>(['value', 'numerator', 'denominator']);
const nullable = new Set<keyof HistoryLine>(['start', 'stop', 'exact', 'manifest', ...numbers]);

const cellOf = (line: HistoryLine, part: keyof HistoryLine): string => {
  const value = line[part];
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const partOf = (part: keyof HistoryLine, cell: string): unknown => {
  if (part === 'segment') return cell === '' ? null : parsed(cell);
  if (cell === '' && nullable.has(part)) return null;
  return numbers.has(part) ? Number(cell) : cell;
};

/** The last cell stands in quotes, so that a line cut off anywhere is told from a whole one. */
const csv: HistoryForm = {
  head: parts.join(','),
  olderHead: parts.slice(0, -1).join(','),
  write: (line) => {
    const cells = parts.map((part) => cellOf(line, part));
    return [...cells.slice(0, -1).map(quoted), inQuotes(cells.at(-1)!)].join(',');
  },
  read: (text, isOlder = false) => {
    if (!isOlder && !text.endsWith('"')) return null;
    const cells = cellsOf(text);
    if (cells.length !== parts.length - (isOlder ? 1 : 0)) return null;
    return validated(
      Object.fromEntries(cells.map((cell, index) => [parts[index]!, partOf(parts[index]!, cell)])),
    );
  },
};

/** The form of a history by the ending of its file: CSV, else NDJSON. */
export const formOf = (path: string): HistoryForm => (/\.csv$/i.test(path) ? csv : ndjson);
