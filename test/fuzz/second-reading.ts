import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { columns, type ShopRole } from '../oracle/shop.ts';
import { readJson } from './json-reading.ts';

/** What another reader makes of the bytes of a file. */
export interface Reading {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/** Thrown where a file must not be taken. */
export class Unsound extends Error {}

/** What a header of each role cannot lack, other names too that a name becomes when it loses letters. */
const needed: Readonly<Record<ShopRole, readonly (readonly string[])[]>> = {
  orders: [['orderedat'], ['amount']],
  customers: [['customerid', 'customer', 'id', 'email', 'mail']],
  surveys: [['score', 'satisfaction', 'effort']],
  content: [['customerid', 'customer', 'email', 'mail'], ['occurredat'], ['kind']],
  spend: [['spenton'], ['kind'], ['amount']],
};

/** A name without case, marks and signs. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isWhole = (names: readonly string[], role: ShopRole): boolean => {
  const plain = new Set(names.map(plainName));
  return needed[role].every((any) => any.some((name) => plain.has(name)));
};

/** What Node tells of an inflation beside its result: how many bytes it took. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

const unpacked = (bytes: Buffer): Buffer => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const { buffer, engine } = gunzipSync(bytes, { info: true }) as unknown as Inflated;
    if (engine.bytesWritten === bytes.length) return buffer;
  } catch {}
  throw new Unsound('no whole gzip file');
};

const multiByte =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/;

const textOf = (bytes: Buffer): string => {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    if (bytes.length % 2 === 1) throw new Unsound('half a unit of UTF-16');
    const text = iconv.decode(bytes, mark === 'fffe' ? 'utf-16le' : 'utf-16be');
    if (/\p{Surrogate}/u.test(text)) throw new Unsound('half a pair of UTF-16');
    return text;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (multiByte.test(bytes.toString('latin1'))) throw new Unsound('two encodings');
    return iconv.decode(bytes, 'win1252');
  }
};

const strictly = (text: string, delimiter: string): string[][] => {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\n', '\r\n'],
      skip_empty_lines: true,
    }) as string[][];
  } catch {
    throw new Unsound('no sound CSV');
  }
};

const linesAbove = 30;

const firstRecord = (text: string, delimiter: string): string[] => {
  try {
    return (parse(text, { delimiter, record_delimiter: ['\n', '\r\n'], to: 1 }) as string[][])[0] ?? [];
  } catch {
    return [];
  }
};

/** How many columns of the role a header names. */
const known = (names: readonly string[], role: ShopRole): number => {
  const plain = new Set(names.map(plainName));
  return columns[role].filter((column) => plain.has(plainName(column))).length;
};

/** Whether a line below the first is the header: one known name there may be a cell. */
const isWholeBelow = (names: readonly string[], role: ShopRole): boolean => {
  const kinds = new Set([...columns[role].map(plainName), ...Object.values(needed).flat(2)]);
  return isWhole(names, role) && names.filter((name) => kinds.has(plainName(name))).length > 1;
};

/** The text from its header on, behind blank lines and `sep=`, or further down where the first line is none; null without one. */
const fromHeader = (text: string, delimiter: string, role: ShopRole): string | null => {
  const body = text.replace(/^(?:sep=.\r?\n)?(?:\r?\n)*/, '');
  let at = 0;
  for (let line = 0; line < linesAbove && at < body.length; line++) {
    const isHeader = line === 0 ? isWhole : isWholeBelow;
    if (isHeader(firstRecord(body.slice(at), delimiter), role)) return body.slice(at);
    const end = body.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
  }
  return null;
};

const csvReading = (text: string, role: ShopRole): Reading => {
  const candidates = [',', ';', '\t', '|'].flatMap((delimiter) => {
    const body = fromHeader(text, delimiter, role);
    return body === null ? [] : [{ delimiter, body, names: known(firstRecord(body, delimiter), role) }];
  });
  const [best] = candidates.toSorted((one, other) => other.names - one.names);
  if (best === undefined) throw new Unsound('no header');
  if (!best.body.endsWith('\n')) throw new Unsound('no end of the last line');
  if (best.body.includes('\0')) throw new Unsound('a NUL');
  const [names = [], ...records] = strictly(best.body, best.delimiter);
  return { header: names.map((name) => name.trim().normalize('NFC')), records };
};

/** As in CSV, records above one that holds the names are none: some converters make records of a whole sheet. */
const belowNames = (reading: Reading, role: ShopRole): Reading => {
  if (isWhole(reading.header, role)) return reading;
  const at = reading.records.slice(0, linesAbove - 1).findIndex((cells) => isWholeBelow(cells, role));
  if (at < 0) throw new Unsound('no header');
  const header = reading.records[at]!.map((name) => name.trim().normalize('NFC'));
  return { header, records: reading.records.slice(at + 1) };
};

const jsonReading = (text: string): Reading => {
  let objects: ReturnType<typeof readJson>;
  try {
    objects = readJson(text);
  } catch {
    throw new Unsound('no sound JSON');
  }
  const names = new Map<string, boolean>();
  for (const object of objects)
    for (const [name, value] of object) names.set(name, names.get(name) || value !== null);
  const isObject = (name: string): boolean => [...names.keys()].some((other) => other.startsWith(`${name}.`));
  const columns = [...names].filter(([name, valued]) => valued || !isObject(name)).map(([name]) => name);
  return {
    header: columns.map((name) => name.trim().normalize('NFC')),
    records: objects.map((object) => columns.map((name) => object.get(name) ?? '')),
  };
};

/** Reads a file with other means than the project's: Node's inflation and decoding, csv-parse, recursion; throws `Unsound`. */
export const readAgain = (bytes: Buffer, role: ShopRole): Reading => {
  const text = textOf(unpacked(bytes));
  if (/^[ \t\r\n]*[[{]/.test(text)) return belowNames(jsonReading(text), role);
  return csvReading(text, role);
};
