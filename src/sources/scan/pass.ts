import { createHash } from 'node:crypto';
import { fault } from '../../errors.ts';
import { makeBlocks } from './blocks.ts';
import { readInto } from './bytes.ts';
import { defaultLimits, type ScanLimits, type ScanRequest, type ScanResult } from './contract.ts';
import { watchEncoding } from './encoding.ts';
import { placeOf } from './place.ts';
import { type RecordRules, readRecord } from './record.ts';
import { faultAt, judge, recordBytes } from './verdict.ts';

const PROGRESS_BYTES = 16 * 1024 * 1024;

/** How a pass is made. */
export interface PassOptions {
  /** How many bytes are read at a time: a multiple of 64, at most 1 MiB. */
  readonly chunkBytes?: number;
  readonly limits?: ScanLimits;
  /** Told the bytes read so far about every 16 MiB. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/**
 * One pass over all bytes of a file, in this thread: whether its structure is sound by strict RFC 4180, where its first
 * fault stands, its count of records, encoding and hash. Throws `file_changed` when the file shrank or changed meanwhile.
 */
export const scanFile = (request: ScanRequest, options: PassOptions = {}): ScanResult => {
  const { start, bytes: size } = request;
  const limits = options.limits ?? defaultLimits;
  const blocks = makeBlocks(options.chunkBytes ?? 256 * 1024);
  const hash = request.hash ? createHash('sha256') : null;
  const encoding = watchEncoding();
  let progress = PROGRESS_BYTES;

  const pieces = function* (from: number, to: number): Generator<Uint8Array> {
    for (let offset = from; offset < to; ) {
      const piece = blocks.room.subarray(0, Math.min(blocks.room.length, to - offset));
      readInto(request, piece, offset);
      hash?.update(piece);
      if (offset >= start) encoding.add(piece);
      yield piece;
      offset += piece.length;
      if (offset >= progress) {
        options.onProgress?.(offset);
        progress = offset + PROGRESS_BYTES;
      }
    }
  };
  const skip = (from: number, to: number): void => {
    for (const _ of pieces(from, to));
  };
  const result = (found: Omit<ScanResult, 'bytes' | 'sha256' | 'ascii' | 'utf8'>): ScanResult => ({
    bytes: size,
    sha256: found.fault === null ? (hash?.digest('hex') ?? null) : null,
    ...encoding.end(),
    ...found,
  });

  skip(0, Math.min(start, size));
  const nothing = { records: 0, blankLines: 0, quotedLineEnds: false, fault: null };
  if (start >= size) return result({ ...nothing, columns: 0, lineEnd: null, terminated: true });

  const headerRules = { delimiter: request.delimiter.charCodeAt(0), columns: null, lineEnd: null, limits };
  const head = recordBytes(request, start, headerRules);
  const header = readRecord(head, 0, headerRules);
  const known = { columns: header.fields, lineEnd: header.lineEnd, quotedLineEnds: header.quotedLineEnds };
  if (header.fault !== null) {
    const standpoint = { offset: start, line: request.startLine, record: 1 };
    const at = faultAt(head, standpoint, { from: 0, number: 1, fields: header.fields }, header.fault);
    encoding.add(head);
    return result({ ...nothing, ...known, terminated: false, fault: at });
  }
  const dataStart = start + header.end;
  skip(start, dataStart);
  if (header.lineEnd === null) return result({ ...nothing, ...known, terminated: false });

  const rules: RecordRules = { ...headerRules, columns: header.fields, lineEnd: header.lineEnd };
  blocks.begin(rules.delimiter, header.fields, header.lineEnd, limits.recordBytes);
  let offset = dataStart;
  let length = 0;
  let sound = true;
  for (const piece of pieces(dataStart, size)) {
    offset += length;
    length = piece.length;
    sound = blocks.scan(length);
    if (!sound) break;
  }

  const state = blocks.state(length);
  const verdict = judge(request, rules, {
    offset: offset + state.recordStart,
    line: placeOf(head, 0, request.startLine, header.end).line + state.lines,
    record: 2 + state.records,
  });
  if (!sound && verdict.fault === null) throw fault('file_changed', [request.file]);
  return result({
    columns: header.fields,
    lineEnd: header.lineEnd,
    records: state.records + verdict.records,
    blankLines: state.blankLines + verdict.blankLines,
    quotedLineEnds: known.quotedLineEnds || state.quotedLineEnds || verdict.quotedLineEnds,
    terminated: offset + state.recordStart === size,
    fault: verdict.fault,
  });
};
