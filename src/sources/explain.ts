import { readSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fault, type LoyaltyError } from '../errors.ts';
import type { Source as Inspected } from './inspect.ts';
import type { ScanFault } from './scan/contract.ts';

type Source = Pick<Inspected, 'file' | 'dialect'>;

const window = 65_536;

const reread = (source: Source, found: ScanFault): Buffer => {
  const record = Buffer.alloc(window);
  const { fd, bytes } = source.file.reading;
  return record.subarray(
    0,
    readSync(fd, record, 0, Math.min(window, bytes - found.recordOffset), found.recordOffset),
  );
};

/** How many fields the faulty record holds, as csv-parse reads it; null where it cannot tell either. */
const fieldCount = (source: Source, found: ScanFault): number | null => {
  try {
    const rows = parse(reread(source, found), {
      delimiter: source.dialect!.delimiter,
      relax_column_count: true,
      to: 1,
    }) as string[][];
    return rows[0]?.length ?? null;
  } catch {
    return null;
  }
};

/**
 * The error that refuses a file for its structural fault: exit 3, with line and column and no value of the file. The
 * faulty place is read again with csv-parse to say how many fields stand there.
 */
export const refusal = (source: Source, found: ScanFault): LoyaltyError => {
  const fields = found.code === 'ragged_record' ? (fieldCount(source, found) ?? found.fields) : found.fields;
  const details = [String(found.record), String(fields), String(source.dialect!.header.length)];
  return fault(found.code, details, {
    file: source.file.original.name,
    line: found.line,
    column: found.column,
  });
};
