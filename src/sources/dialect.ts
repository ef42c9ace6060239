import { parse } from 'csv-parse/sync';
import { fault } from '../errors.ts';
import { comparableName, type Field } from './fields.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a CSV file is written, its header, and a sample of its first records (values by column). */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** Byte offset and physical line (from 1) of the header record. */
  readonly start: number;
  readonly startLine: number;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** Records of a sample; every row later confirms or rejects what it suggests. */
const samples = 400;

const read = (head: string, delimiter: Delimiter, records: number): string[][] =>
  parse(head, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: records,
    skip_records_with_error: true,
  }) as string[][];

const wholeRecords = (head: string, complete: boolean): string => {
  if (complete) return head;
  const end = head.lastIndexOf('\n');
  return end < 0 ? head : head.slice(0, end + 1);
};

/**
 * Reads delimiter, header and a sample from the head of a file (UTF-8, from `start` on) with csv-parse. The delimiter
 * is the one under which the header names most fields of the role; a tie between two is refused with the flag. A line
 * `sep=;` is obeyed, and blank lines before the header are passed over.
 */
export const readDialect = (
  file: string,
  head: Buffer,
  complete: boolean,
  start: number,
  fields: readonly Field[],
  declared: Delimiter | null,
): Dialect => {
  const text = head.toString('utf8', start);
  const [before, separator] = /^(?:sep=(.)\r?\n)?(?:\r?\n)*/.exec(text)!;
  const body = wholeRecords(text.slice(before.length), complete);
  const announced = delimiters.find((delimiter) => delimiter === separator);
  const known = new Set(fields.flatMap((field) => [field.name, ...field.aliases].map(comparableName)));
  const tried = (declared ?? announced) ? [(declared ?? announced)!] : delimiters;
  const readings = tried.map((delimiter) => {
    const [first = []] = read(body, delimiter, 1);
    const header = first.map((name) => name.trim().normalize('NFC'));
    const matches = header.filter((name) => known.has(comparableName(name))).length;
    return { delimiter, header, matches, width: header.length };
  });
  const best = readings.toSorted((one, other) => other.matches - one.matches || other.width - one.width);
  const [first, second] = best;
  if (first!.header.length === 0 || first!.header.every((name) => name === ''))
    throw fault('empty_file', [file]);
  if (
    second !== undefined &&
    second.width > 1 &&
    second.matches === first!.matches &&
    second.width === first!.width
  )
    throw fault('ambiguous_delimiter', [file]);
  return {
    delimiter: first!.delimiter,
    header: first!.header,
    sample: read(body, first!.delimiter, samples + 1)
      .slice(1)
      .filter((row) => row.length === first!.width),
    start: start + Buffer.byteLength(before),
    startLine: before.split('\n').length,
  };
};
