import { fault } from '../errors.ts';
import type { Delimiter } from './dialect.ts';
import { defaultLimits } from './scan/contract.ts';
import { placeOf } from './scan/place.ts';
import { readRecord } from './scan/record.ts';

/** The first record of a file as csv-parse read it from the file's head, and where it begins. */
export interface FirstRecord {
  readonly delimiter: Delimiter;
  readonly names: readonly string[];
  /** Byte offset and physical line (from 1). */
  readonly start: number;
  readonly line: number;
}

/** Whether anything but blanks and delimiters stands in some bytes. */
const holdsText = (bytes: Buffer): boolean => !/^[\s,;|]*$/.test(bytes.toString('latin1'));

/**
 * Refuses a first record that can be no header: one that does not end within the head of the file, one that cannot be
 * read, one without any name. A file of nothing but blanks and delimiters is called empty.
 */
export const assertHeader = (file: string, head: Buffer, complete: boolean, first: FirstRecord): void => {
  const { delimiter, names, start, line } = first;
  const rules = { delimiter: delimiter.charCodeAt(0), columns: null, lineEnd: null, limits: defaultLimits };
  const record = readRecord(head, start, rules);
  const placed = (at: number) => ({ file, ...placeOf(head, start, line, at) });
  if (!complete && record.lineEnd === null && record.end === head.length)
    throw fault('header_too_long', [file], placed(start));
  if (names.length === 0 && record.fault !== null)
    throw fault(record.fault.code, ['1'], placed(record.fault.at));
  if (names.every((name) => name === ''))
    throw holdsText(head.subarray(start))
      ? fault('header_blank', [file], placed(start))
      : fault('empty_file', [file]);
};
