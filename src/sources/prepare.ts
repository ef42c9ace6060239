import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import { fault } from '../errors.ts';
import { type OpenedFile, openStaged } from './open.ts';
import { placeOf } from './scan/place.ts';
import { type Kind, sniffJson } from './staging/json/sniff.ts';
import { placeOfIllFormed } from './staging/place.ts';
import type { Workspace } from './workspace.ts';

/** The encodings `--encoding` knows, and those that are recognised. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1'] as const;
export type Encoding = (typeof encodings)[number];

/** A file made ready to be read: as it is, or a private staged UTF-8 copy of it. */
export interface PreparedFile {
  readonly original: OpenedFile;
  /** What engine and scanner read. */
  readonly reading: OpenedFile;
  readonly format: 'csv' | 'parquet';
  /** As the report says it: `utf-8`, `windows-1252`, `utf-8, gzip`, `json`. */
  readonly encoding: string;
  /** Of the original's bytes, where staging has read them all; null where the scan will. */
  readonly sha256: string | null;
  /** Bytes to skip before the first line: a byte order mark. */
  readonly start: number;
  /** The first 256 KiB of what is read, and whether that is all of it. */
  readonly head: Buffer;
  readonly complete: boolean;
  /** Whether a missing line end after the last record says nothing (JSON and Parquet close themselves). */
  readonly selfClosing: boolean;
  /** The text, in UTF-8, of which a JSON file's copy was made; null for any other file. */
  readonly json: { readonly kind: Kind; readonly text: OpenedFile } | null;
  /** Whether windows-1252 was concluded from bytes that are not UTF-8. */
  readonly concluded: boolean;
}

const headBytes = 262_144;

const readHead = (file: OpenedFile): { head: Buffer; complete: boolean } => {
  const head = Buffer.alloc(Math.min(headBytes, file.bytes));
  let filled = 0;
  while (filled < head.length) {
    const got = readSync(file.fd, head, filled, head.length - filled, filled);
    if (got === 0) break;
    filled += got;
  }
  return { head: head.subarray(0, filled), complete: file.bytes <= headBytes };
};

const startsWith = (head: Buffer, ...bytes: number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const foreignContainer = (head: Buffer): string | null => {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'a zip archive or Excel workbook';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'an old Excel workbook';
  if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) return 'compressed with zstd';
  if (startsWith(head, 0x42, 0x5a, 0x68)) return 'compressed with bzip2';
  if (startsWith(head, 0xfd, 0x37, 0x7a, 0x58, 0x5a)) return 'compressed with xz';
  return null;
};

const utf8Head = (head: Buffer, complete: boolean): boolean =>
  isUtf8(head) || (!complete && [1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut))));

const recogniseEncoding = (file: string, head: Buffer, complete: boolean): Encoding => {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  const zeros = head.subarray(0, 4096).filter((byte) => byte === 0).length;
  if (zeros > Math.min(head.length, 4096) / 4)
    throw fault('encoding_unclear', [file, 'it looks like UTF-16 without its mark'], {
      file,
      ...placeOf(head, 0, 1, head.indexOf(0)),
    });
  return utf8Head(head, complete) ? 'utf-8' : 'windows-1252';
};

/** How a file is to be prepared: the encoding the user declared or the scan concluded, and what to tell meanwhile. */
export interface Preparation {
  readonly encoding: Encoding | null;
  readonly concluded: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Makes a file ready: inflates gzip, transcodes what is not UTF-8, flattens JSON; Parquet and UTF-8 CSV stay where
 * they are. Workbooks, archives and files of no known encoding are refused.
 */
export const prepareFile = async (
  file: OpenedFile,
  workspace: Workspace,
  how: Preparation,
): Promise<PreparedFile> => {
  let reading = file;
  let sha256: string | null = null;
  const words: string[] = [];
  const options = {
    ...(how.signal === undefined ? {} : { signal: how.signal }),
    ...(how.onProgress === undefined ? {} : { onProgress: how.onProgress }),
  };
  const stage = async <T extends { sha256: string }>(work: (target: string) => Promise<T>): Promise<T> => {
    const target = workspace.newPath();
    const result = await work(target);
    sha256 ??= result.sha256;
    reading = openStaged(target, file.name, workspace);
    if (reading.bytes === 0) throw fault('empty_file', [file.name]);
    return result;
  };
  const source = () => ({ fd: reading.fd, file: file.name, bytes: reading.bytes });

  let { head, complete } = readHead(reading);
  if (startsWith(head, 0x1f, 0x8b)) {
    const { inflate } = await import('./staging/inflate.ts');
    await stage((target) => inflate(source(), target, options));
    words.push('gzip');
    ({ head, complete } = readHead(reading));
  }
  const foreign = foreignContainer(head);
  if (foreign !== null) throw fault('foreign_container', [file.name, foreign]);
  const common = { original: file, concluded: how.concluded };
  if (startsWith(head, 0x50, 0x41, 0x52, 0x31))
    return {
      ...common,
      reading,
      format: 'parquet',
      encoding: 'parquet',
      sha256,
      start: 0,
      head,
      complete,
      selfClosing: true,
      json: null,
    };

  const encoding = how.encoding ?? recogniseEncoding(file.name, head, complete);
  const concluded = how.concluded || (how.encoding === null && encoding === 'windows-1252');
  if (encoding !== 'utf-8') {
    const { transcode } = await import('./staging/transcode.ts');
    const given = source();
    const { mixed } = await stage((target) => transcode(given, encoding, target, options));
    if (mixed && concluded) throw fault('mixed_encoding', [file.name], placeOfIllFormed(given));
    ({ head, complete } = readHead(reading));
  }
  words.unshift(encoding);
  const kind = sniffJson(head);
  const json = kind === null ? null : { kind, text: reading };
  if (kind !== null) {
    const { flattenJson } = await import('./staging/json/flatten.ts');
    await stage((target) => flattenJson(source(), kind, target, options));
    words.push(kind === 'array' ? 'json' : 'ndjson');
    ({ head, complete } = readHead(reading));
  }
  const start = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
  return {
    ...common,
    concluded,
    reading,
    format: 'csv',
    encoding: words.join(', '),
    sha256,
    start,
    head,
    complete,
    selfClosing: json !== null,
    json,
  };
};
