import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';

/** How an export is written anew: the columns in another order, and each name as it is called then. */
export interface Rewriting {
  /** The places of so many columns, in the order in which they are written. */
  readonly order: (count: number) => readonly number[];
  /** The names of a header, in its own order. */
  readonly names: (header: readonly string[]) => readonly string[];
}

const orderedBy = <Cell>(cells: readonly Cell[], { order }: Rewriting): Cell[] =>
  order(cells.length).map((index) => cells[index]!);

interface Delimited {
  readonly encoding: 'utf8' | 'win1252';
  readonly bom: boolean;
  readonly delimiter: ',' | ';';
  readonly lineEnd: '\r\n' | '\n';
  readonly records: readonly (readonly string[])[];
}

const read = (bytes: Buffer): Delimited => {
  const isUtf8 = Buffer.from(bytes.toString('utf8')).equals(bytes);
  const encoding = isUtf8 ? 'utf8' : 'win1252';
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  const bom = text.startsWith('\ufeff');
  const [firstLine = ''] = text.split('\n');
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const lineEnd = firstLine.endsWith('\r') ? '\r\n' : '\n';
  return { encoding, bom, delimiter, lineEnd, records: parse(text, { bom: true, delimiter }) };
};

/** The names of a delimited file. */
export const headerOf = (bytes: Buffer): readonly string[] => read(bytes).records[0] ?? [];

/**
 * Writes a delimited file anew, record by record: its first one renamed, every one in the new order of columns. The
 * encoding, the byte order mark, the delimiter and the line ends stay.
 */
export const rewriteCsv = (bytes: Buffer, rewriting: Rewriting): Buffer => {
  const { encoding, bom, delimiter, lineEnd, records } = read(bytes);
  const [header = [], ...rows] = records;
  const written = stringify(
    [rewriting.names(header), ...rows].map((cells) => orderedBy(cells, rewriting)),
    { delimiter, bom, record_delimiter: lineEnd },
  );
  return iconv.encode(written, encoding);
};

/** Cuts a delimited file to its first records, and writes so many records of blank cells below them. */
export const headerAlone = (bytes: Buffer, headerRows: number, blankRows: number): Buffer => {
  const { encoding, bom, delimiter, lineEnd, records } = read(bytes);
  const header = records.slice(0, headerRows);
  const blank = Array.from({ length: blankRows }, () => header[0]!.map(() => ''));
  const rules = { delimiter, bom, record_delimiter: lineEnd, quoted_empty: true };
  return iconv.encode(stringify([...header, ...blank], rules), encoding);
};

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const rewriteValue = (value: Json, rewriting: Rewriting): Json => {
  if (Array.isArray(value)) return value.map((item) => rewriteValue(item, rewriting));
  if (value === null || typeof value !== 'object') return value;
  const names = rewriting.names(Object.keys(value));
  const members = Object.values(value).map(
    (item, index) => [names[index]!, rewriteValue(item, rewriting)] as const,
  );
  return Object.fromEntries(orderedBy(members, rewriting));
};

/** Writes an array of records anew, the members of each, and of what it holds, renamed and in the new order. */
export const rewriteJson = (bytes: Buffer, rewriting: Rewriting): Buffer =>
  Buffer.from(JSON.stringify(rewriteValue(JSON.parse(bytes.toString('utf8')) as Json, rewriting)));
