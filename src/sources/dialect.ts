import { parse } from 'csv-parse/sync';
import { fault } from '../errors.ts';
import { assertHeader } from './header.ts';
import { better, candidatesAt, type Expected, isHeader, isHeaderBelow } from './header-candidates.ts';
import { headerRowsBelow } from './header-rows.ts';
import { placeOf } from './scan/place.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];
export type { Expected } from './header-candidates.ts';

/** How a CSV file is written, its header, and a sample of its first records (values by column). */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** Byte offset and physical line (from 1) of the last header record. */
  readonly start: number;
  readonly startLine: number;
  /** Lines and records above it that the engine passes over. */
  readonly skip: number;
  /** Lines of text above the header that are no records at all. */
  readonly preamble: number;
  readonly header: readonly string[];
  /** Header records below the names, as some surveys have them. */
  readonly titles: readonly (readonly string[])[];
  readonly sample: readonly (readonly string[])[];
}

/** Records of a sample; every row later confirms or rejects what it suggests. */
const samples = 400;

/** Header records that a profile may have, the names among them. */
const mostHeaderRows = 3;

/** Lines above a header among which it is looked for. */
const preambleLines = 30;

interface Read {
  readonly row: readonly string[];
  /** Bytes up to the record's end. */
  readonly bytes: number;
}

const lenient = (delimiter: Delimiter, records: number) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  to: records,
  skip_records_with_error: true,
});

/** Text without quotes has a record in each line that is not empty, and csv-parse would find the same letter by letter. */
const rowsOf = (text: string, delimiter: Delimiter, records: number): string[][] =>
  text.includes('"')
    ? parse(text, lenient(delimiter, records))
    : text
        .split(/\r\n|\n|\r/)
        .filter((line) => line !== '')
        .slice(0, records)
        .map((line) => line.split(delimiter));

const read = (text: string, delimiter: Delimiter, records: number): Read[] =>
  (
    parse(text, { ...lenient(delimiter, records), info: true }) as unknown as {
      record: string[];
      info: { bytes: number };
    }[]
  ).map(({ record, info }) => ({ row: record, bytes: info.bytes }));

const wholeRecords = (head: string, complete: boolean): string => {
  if (complete) return head;
  const end = head.lastIndexOf('\n');
  return end < 0 ? head : head.slice(0, end + 1);
};

const pastLineEnds = (head: Buffer, from: number): number => {
  let at = from;
  while (head[at] === 0x0a || (head[at] === 0x0d && head[at + 1] === 0x0a)) at++;
  return at;
};

const linesBefore = (head: Buffer, end: number): number =>
  head.subarray(0, end).reduce((lines, byte) => lines + Number(byte === 0x0a), 0);

/**
 * Reads delimiter, header and a sample from the head of a file (UTF-8, from `start` on) with csv-parse. The delimiter
 * is the one under which the header is a profile's, or names most fields of the role; a tie between two is refused with
 * the flag. A line `sep=;` is obeyed, and blank lines before the header are passed over; where the first record is no
 * header but a wider one further down is, the lines above it are a preamble.
 */
export const readDialect = (
  file: string,
  head: Buffer,
  complete: boolean,
  start: number,
  expected: Expected,
  declared: Delimiter | null,
): Dialect => {
  const text = head.toString('utf8', start);
  const [before, separator] = /^(?:sep=(.)\r?\n)?(?:\r?\n)*/.exec(text)!;
  const body = wholeRecords(text.slice(before.length), complete);
  const announced = delimiters.find((delimiter) => delimiter === separator);
  const tried = (declared ?? announced) ? [(declared ?? announced)!] : delimiters;
  const readings = (records: number) =>
    tried.map((delimiter) => ({ delimiter, records: read(body, delimiter, records) }));
  const [first, second] = candidatesAt(0, readings(1), expected);
  const offset = start + Buffer.byteLength(before);
  const line = linesBefore(head, offset) + 1;
  let chosen = first!;
  if (!isHeader(first!, expected)) {
    const below = readings(preambleLines);
    for (let index = 1; chosen === first && index < preambleLines; index++)
      chosen = candidatesAt(index, below, expected).find(isHeaderBelow(below)) ?? chosen;
  }
  if (chosen === first)
    assertHeader(file, head, complete, { ...first, names: first.header, start: offset, line });
  if (chosen === first && second !== undefined && second.header.length > 1 && better(first, second) === 0)
    throw fault('ambiguous_delimiter', [file], { file, line, column: 1 });
  const { delimiter, index, header, profile } = chosen;
  const records = rowsOf(body, delimiter, index + samples + mostHeaderRows);
  const rows = headerRowsBelow(profile, header, records.slice(index + 1));
  const above = index + rows === 0 ? [] : read(body, delimiter, index + rows);
  const beginning = (record: number): number =>
    record === 0 ? offset : pastLineEnds(head, offset + above[record - 1]!.bytes);
  const names = beginning(index);
  const carriage = head.toString('latin1', offset, names).search(/\r(?!\n)/);
  if (carriage >= 0)
    throw fault('bare_carriage_return', ['1'], { file, ...placeOf(head, offset, line, offset + carriage) });
  return {
    delimiter,
    header,
    titles: records.slice(index + 1, index + rows + 1),
    sample: records
      .slice(index + rows + 1, index + rows + 1 + samples)
      .filter((row) => row.length === header.length),
    start: beginning(index + rows),
    startLine: linesBefore(head, beginning(index + rows)) + 1,
    skip: linesBefore(head, offset) + rows,
    preamble: index === 0 ? 0 : linesBefore(head, names) - linesBefore(head, offset),
  };
};
