import { type HistoryLine, historyLine, parts } from './line.ts';

/** A way to write the history, a line each: its first line, and a line of it there and back. */
export interface HistoryForm {
  /** Null where the first line is one like the others. */
  readonly head: string | null;
  readonly write: (line: HistoryLine) => string;
  /** Null for what is no such line. */
  readonly read: (text: string) => HistoryLine | null;
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
  write: (line) => JSON.stringify(Object.fromEntries(parts.map((part) => [part, line[part]]))),
  read: (text) => validated(parsed(text)),
};

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cells of a line; what stands in quotes never holds the end of a line, since a segment is written as JSON. */
const cellsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map(([, inQuotes, bare]) =>
    inQuotes === undefined ? bare! : inQuotes.replaceAll('""', '"'),
  );

const numbers = new Set<keyof HistoryLine>(['value', 'numerator', 'denominator']);
const nullable = new Set<keyof HistoryLine>(['start', 'stop', 'exact', ...numbers]);

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

const csv: HistoryForm = {
  head: parts.join(','),
  write: (line) => parts.map((part) => quoted(cellOf(line, part))).join(','),
  read: (text) => {
    const cells = cellsOf(text);
    if (cells.length !== parts.length) return null;
    return validated(Object.fromEntries(parts.map((part, index) => [part, partOf(part, cells[index]!)])));
  },
};

/** The form of a history by the ending of its file: CSV, else NDJSON. */
export const formOf = (path: string): HistoryForm => (/\.csv$/i.test(path) ? csv : ndjson);
