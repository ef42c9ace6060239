import { parse } from 'csv-parse/sync';
import { fault } from '../errors.ts';
import { comparableName, type Field } from './fields.ts';
import { assertHeader } from './header.ts';
import type { Profile } from './profiles/profile.ts';
import { recognition } from './profiles/recognise.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

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

/** What a header is known by: the names of the role's fields, those it cannot do without, and the profiles. */
export interface Expected {
  readonly fields: readonly Field[];
  readonly needed: readonly (readonly string[])[];
  readonly profiles: readonly Profile[];
}

/** Records of a sample; every row later confirms or rejects what it suggests. */
const samples = 400;

/** Lines above a header among which it is looked for. */
const preambleLines = 30;

interface Read {
  readonly row: readonly string[];
  /** Bytes up to the record's end. */
  readonly bytes: number;
}

const read = (text: string, delimiter: Delimiter, records: number): Read[] =>
  (
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: records,
      skip_records_with_error: true,
      info: true,
    }) as unknown as { record: string[]; info: { bytes: number } }[]
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

/** How well a record serves as header: profiles first, then all that is needed, then known names, then width. */
interface Candidate {
  readonly delimiter: Delimiter;
  readonly index: number;
  readonly header: readonly string[];
  readonly profile: Profile | null;
  readonly rank: readonly [lists: number, needed: number, matches: number, width: number];
}

const namesOf = (
  expected: Expected,
): ((header: readonly string[]) => { matches: number; whole: boolean }) => {
  const known = new Map(
    expected.fields.flatMap((field) =>
      [field.name, ...field.aliases].map((name) => [comparableName(name), field.name] as const),
    ),
  );
  return (header) => {
    const found = header.map((name) => known.get(comparableName(name))).filter((name) => name !== undefined);
    const has = new Set(found);
    const whole =
      expected.needed.length > 0 && expected.needed.every((any) => any.some((name) => has.has(name)));
    return { matches: found.length, whole };
  };
};

const better = (one: Candidate, other: Candidate): number => {
  const place = one.rank.findIndex((value, index) => value !== other.rank[index]);
  return place < 0 ? 0 : other.rank[place]! - one.rank[place]!;
};

const isHeader = ({ rank: [lists, needed] }: Candidate): boolean => lists > 0 || needed > 0;

/** The candidates of one record of the head under each delimiter, the best first. */
const candidatesAt = (
  index: number,
  readings: readonly { readonly delimiter: Delimiter; readonly records: readonly Read[] }[],
  expected: Expected,
): Candidate[] => {
  const look = namesOf(expected);
  return readings
    .filter(({ records }) => index === 0 || records[index] !== undefined)
    .map(({ delimiter, records }) => {
      const header = (records[index]?.row ?? []).map((name) => name.trim().normalize('NFC'));
      const fits = expected.profiles
        .map((profile) => ({ profile, lists: recognition(profile, header) }))
        .toSorted((one, other) => other.lists - one.lists);
      const { matches, whole } = look(header);
      const lists = fits[0]?.lists ?? 0;
      const rank = [lists, Number(whole), matches, header.length] as const;
      return { delimiter, index, header, profile: lists > 0 ? fits[0]!.profile : null, rank };
    })
    .toSorted(better);
};

/**
 * Reads delimiter, header and a sample from the head of a file (UTF-8, from `start` on) with csv-parse. The delimiter
 * is the one under which the header is a profile's, or names most fields of the role; a tie between two is refused with
 * the flag. A line `sep=;` is obeyed, and blank lines before the header are passed over; where the first record is no
 * header but one further down is, the lines above it are a preamble.
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
  const readings = tried.map((delimiter) => ({ delimiter, records: read(body, delimiter, preambleLines) }));
  const [first, second] = candidatesAt(0, readings, expected);
  const offset = start + Buffer.byteLength(before);
  const line = linesBefore(head, offset) + 1;
  let chosen = first!;
  for (let index = 1; !isHeader(chosen) && index < preambleLines; index++)
    chosen = candidatesAt(index, readings, expected).find(isHeader) ?? chosen;
  if (chosen === first)
    assertHeader(file, head, complete, { ...first, names: first.header, start: offset, line });
  if (chosen === first && second !== undefined && second.header.length > 1 && better(first, second) === 0)
    throw fault('ambiguous_delimiter', [file], { file, line, column: 1 });
  const { delimiter, index, header, profile } = chosen;
  const rows = (profile?.headerRows ?? 1) - 1;
  const records = read(body, delimiter, index + rows + samples + 1);
  const beginning = (record: number): number =>
    record === 0 ? offset : pastLineEnds(head, offset + records[record - 1]!.bytes);
  const names = beginning(index);
  return {
    delimiter,
    header,
    titles: records.slice(index + 1, index + rows + 1).map(({ row }) => row),
    sample: records
      .slice(index + rows + 1)
      .map(({ row }) => row)
      .filter((row) => row.length === header.length),
    start: beginning(index + rows),
    startLine: linesBefore(head, beginning(index + rows)) + 1,
    skip: linesBefore(head, offset) + rows,
    preamble: index === 0 ? 0 : linesBefore(head, names) - linesBefore(head, offset),
  };
};
