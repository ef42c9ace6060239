/** What is scanned and how it is written; decided by the inspection of the file's head. */
export interface ScanRequest {
  /** An open descriptor; it is read by position and neither moved nor closed. */
  readonly fd: number;
  /** The file's name, for messages only. */
  readonly file: string;
  /** The size of the file; it is read up to there and no further. */
  readonly bytes: number;
  /** The byte offset of the header record, after byte order mark and preamble. */
  readonly start: number;
  /** The physical line of the header record, counted from 1. */
  readonly startLine: number;
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** Whether to compute the SHA-256 of the file. */
  readonly hash: boolean;
}

/** The stable codes of structural faults. */
export type ScanFaultCode =
  | 'stray_quote'
  | 'text_after_quote'
  | 'nul_byte'
  | 'bare_carriage_return'
  | 'mixed_line_ends'
  | 'ragged_record'
  | 'record_too_long'
  | 'too_many_columns'
  | 'open_quote';

/**
 * The first fault of a file. It stands at the first byte that cannot be accepted, except that `open_quote` stands at the
 * quote that is never closed and `record_too_long` where its record begins. A record with too few fields is faulty at
 * its line end, one with too many at the delimiter before the first surplus field. Of several faults at one byte the
 * first of this order is named: nul_byte, record_too_long, then those of quotes and line ends, then ragged_record.
 */
export interface ScanFault {
  readonly code: ScanFaultCode;
  /** The byte offset in the file. */
  readonly offset: number;
  /** The byte offset at which the faulty record begins. */
  readonly recordOffset: number;
  /** The number of the faulty record; the header is 1, empty lines that are no record do not count. */
  readonly record: number;
  /** The physical line, counted from 1; only line feeds end one. */
  readonly line: number;
  /** The column in that line, counted from 1 in characters; a byte that is no part of valid UTF-8 is one character. */
  readonly column: number;
  /** The fields of the record up to the fault; of a record with too many only the first surplus one is counted. */
  readonly fields: number;
}

/**
 * What a scan found. With a fault the scan ends there: counts are those before the faulty record, `sha256` is null, and
 * `ascii`, `utf8` and `quotedLineEnds` speak of the part that was read.
 */
export interface ScanResult {
  readonly bytes: number;
  /** SHA-256 of all bytes, those before `start` too, in hexadecimal; null when not asked for or after a fault. */
  readonly sha256: string | null;
  /** Data records, the header not counted. In a file of one column an empty line is a record, as it is to DuckDB. */
  readonly records: number;
  /** Fields of the header record; 0 when nothing stands at `start`. */
  readonly columns: number;
  /** Whether all bytes from `start` on are ASCII. */
  readonly ascii: boolean;
  /** Whether the bytes from `start` on are UTF-8; mixed: they are not, yet valid multi-byte sequences stand among them. */
  readonly utf8: 'valid' | 'invalid' | 'mixed';
  /** How records end; null when the header is all there is and has no line end. */
  readonly lineEnd: LineEnd | null;
  /** Whether the last record ends in a line end; without it the file may have been cut. */
  readonly terminated: boolean;
  /** Whether a line feed or carriage return stands inside quotes. */
  readonly quotedLineEnds: boolean;
  /** Empty lines of a file of several columns; they are no records. */
  readonly blankLines: number;
  readonly fault: ScanFault | null;
}

export type LineEnd = '\n' | '\r\n';

/** The most bytes of a record (its line end not counted) and the most fields of a header that are accepted. */
export interface ScanLimits {
  readonly recordBytes: number;
  readonly columns: number;
}

export const defaultLimits: ScanLimits = { recordBytes: 1024 * 1024, columns: 1000 };
