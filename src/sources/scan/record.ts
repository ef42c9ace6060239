import type { LineEnd, ScanFaultCode, ScanLimits } from './contract.ts';

const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;

/** What a record is held to; `columns` and `lineEnd` are null while the header, which sets them, is read. */
export interface RecordRules {
  readonly delimiter: number;
  readonly columns: number | null;
  readonly lineEnd: LineEnd | null;
  readonly limits: ScanLimits;
}

/** One record as it was read. `end` is the index after its line end; `complete` is false when the bytes ended first. */
export interface RecordRead {
  readonly end: number;
  readonly fields: number;
  readonly lineEnd: LineEnd | null;
  readonly empty: boolean;
  readonly quotedLineEnds: boolean;
  readonly complete: boolean;
  readonly fault: { readonly code: ScanFaultCode; readonly at: number } | null;
}

/**
 * Reads the record that begins at `from`, byte by byte, and names the first thing strict RFC 4180 does not allow; the
 * reading the fast scan must agree with. The end of `bytes` is taken for the end of the file.
 */
export const readRecord = (bytes: Uint8Array, from: number, rules: RecordRules): RecordRead => {
  const { delimiter, limits } = rules;
  const columns = rules.columns ?? limits.columns;
  let state: 'fieldStart' | 'plain' | 'quoted' | 'closed' = 'fieldStart';
  let fields = 1;
  let openedAt = from;
  let quotedLineEnds = false;

  const read = (end: number, lineEnd: LineEnd | null, code?: ScanFaultCode, at = end): RecordRead => ({
    end,
    fields,
    lineEnd,
    empty: fields === 1 && state === 'fieldStart',
    quotedLineEnds,
    complete: lineEnd !== null || code !== undefined,
    fault: code === undefined ? null : { code, at },
  });
  const tooFew = (empty: boolean): boolean =>
    rules.columns !== null && fields < rules.columns && !(empty && fields === 1);

  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    const outside = state !== 'quoted';
    if (byte === 0) return read(at, null, 'nul_byte');

    const lineEnd: LineEnd | null =
      outside && byte === FEED ? '\n' : outside && byte === RETURN && bytes[at + 1] === FEED ? '\r\n' : null;
    if (lineEnd !== null) {
      if (rules.lineEnd !== null && lineEnd !== rules.lineEnd) return read(at, null, 'mixed_line_ends');
      if (tooFew(state === 'fieldStart')) return read(at, null, 'ragged_record');
      return read(at + lineEnd.length, lineEnd);
    }
    if (at - from >= limits.recordBytes) return read(at, null, 'record_too_long', from);

    if (!outside) {
      if (byte === QUOTE) state = 'closed';
      else if (byte === FEED || byte === RETURN) quotedLineEnds = true;
    } else if (byte === QUOTE) {
      if (state === 'plain') return read(at, null, 'stray_quote');
      if (state === 'fieldStart') openedAt = at;
      state = 'quoted';
    } else if (byte === RETURN) {
      return read(at, null, 'bare_carriage_return');
    } else if (byte === delimiter) {
      fields++;
      if (fields > columns) return read(at, null, rules.columns ? 'ragged_record' : 'too_many_columns');
      state = 'fieldStart';
    } else {
      if (state === 'closed') return read(at, null, 'text_after_quote');
      state = 'plain';
    }
  }

  if (state === 'quoted') return read(bytes.length, null, 'open_quote', openedAt);
  if (tooFew(false)) return read(bytes.length, null, 'ragged_record');
  return read(bytes.length, null);
};
