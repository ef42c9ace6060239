import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { ReadCells } from '../../support/reader.ts';

const textOf = (bytes: Buffer, encoding: string): string => {
  const [name, ...wrappers] = encoding.split(', ');
  const inflated = wrappers.includes('gzip') ? gunzipSync(bytes) : bytes;
  if (name === 'utf-8') return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated);
  return iconv.decode(inflated, name!, { stripBOM: true });
};

/** A text of JSON records is read by `JSON.parse` alone, its columns in the order in which they first stand. */
const jsonRows = (text: string, lines: boolean): string[][] => {
  const objects = (
    lines
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => JSON.parse(line))
      : JSON.parse(text)
  ) as Record<string, unknown>[];
  const header = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return [header, ...objects.map((object) => header.map((name) => String(object[name] ?? '')))];
};

/** What a second reader makes of a file. */
export interface PeerRows {
  /** What stands before the header, byte order mark included. */
  readonly before: string;
  /** Header and records. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the bytes of a file with csv-parse, strictly, in the encoding and with the delimiter the reader reports; empty
 * lines are records in a file of one column only. Throws what csv-parse has against it.
 */
export const peerRows = (bytes: Buffer, { encoding, delimiter, start, header }: ReadCells): PeerRows => {
  const text = textOf(bytes, encoding);
  if (encoding.endsWith('json')) return { before: '', rows: jsonRows(text, encoding.endsWith('ndjson')) };
  const utf8 = Buffer.from(text);
  const rows = parse(utf8.subarray(start), {
    columns: false,
    delimiter: delimiter!,
    record_delimiter: ['\n', '\r\n'],
    skip_empty_lines: header.length > 1,
  }) as string[][];
  return { before: utf8.toString('utf8', 0, start), rows };
};
