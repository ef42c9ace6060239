import { fault as error } from '../../errors.ts';
import { readRange } from './bytes.ts';
import type { ScanFault, ScanRequest } from './contract.ts';
import { placeOf } from './place.ts';
import { type RecordRules, readRecord } from './record.ts';

/** More than a record's limit, so that what follows it (its line end, a block, a look ahead) is in hand too. */
const SLACK = 256;

/** A record start all before which is sound: its byte offset, physical line and number (header = 1). */
export interface Standpoint {
  readonly offset: number;
  readonly line: number;
  readonly record: number;
}

/** What the careful reading added: records, empty lines, quoted line ends, and the fault when there is one. */
export interface Verdict {
  readonly records: number;
  readonly blankLines: number;
  readonly quotedLineEnds: boolean;
  readonly fault: ScanFault | null;
}

/** The bytes of a record that begins at `offset`, and enough behind to judge it. */
export const recordBytes = (request: ScanRequest, offset: number, rules: RecordRules): Uint8Array =>
  readRange(request, offset, Math.min(request.bytes, offset + rules.limits.recordBytes + SLACK));

/** The fault at index `at` of `bytes`, which begin at the standpoint, in a record that begins at index `from`. */
export const faultAt = (
  bytes: Uint8Array,
  standpoint: Standpoint,
  record: { readonly from: number; readonly number: number; readonly fields: number },
  found: { readonly code: ScanFault['code']; readonly at: number },
): ScanFault => ({
  code: found.code,
  offset: standpoint.offset + found.at,
  recordOffset: standpoint.offset + record.from,
  record: record.number,
  ...placeOf(bytes, 0, standpoint.line, found.at),
  fields: record.fields,
});

/**
 * Reads carefully from a standpoint until the first fault or the end of the file, whichever the fast scan has said to be
 * near. Throws `file_changed` when neither is: the bytes are not those that were scanned.
 */
export const judge = (request: ScanRequest, rules: RecordRules, standpoint: Standpoint): Verdict => {
  const bytes = recordBytes(request, standpoint.offset, rules);
  let records = 0;
  let blankLines = 0;
  let quotedLineEnds = false;
  for (let from = 0; from < bytes.length; ) {
    const read = readRecord(bytes, from, rules);
    if (read.fault !== null) {
      const record = { from, number: standpoint.record + records, fields: read.fields };
      return {
        records,
        blankLines,
        quotedLineEnds,
        fault: faultAt(bytes, standpoint, record, read.fault),
      };
    }
    if (read.empty && rules.columns !== 1) blankLines++;
    else records++;
    quotedLineEnds ||= read.quotedLineEnds;
    from = read.end;
  }
  if (standpoint.offset + bytes.length < request.bytes) throw error('file_changed', [request.file]);
  return { records, blankLines, quotedLineEnds, fault: null };
};
