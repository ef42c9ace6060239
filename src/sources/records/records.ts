import { expressionText } from '../expression.ts';
import type { Source } from '../inspect.ts';
import { csvRecords } from './csv.ts';
import { jsonRecords } from './json.ts';
import { findRecords, type RecordFinder } from './places.ts';

/**
 * Finds the records of a source in the file as it was given, its compression and encoding aside; null for Parquet,
 * which has no lines.
 */
export const recordsOf = (
  { file, dialect }: Pick<Source, 'file' | 'dialect'>,
  signal: AbortSignal,
): RecordFinder | null => {
  if (file.json !== null) return findRecords(file.json.text, 0, jsonRecords(file.json.kind), signal);
  if (dialect === null) return null;
  const { start, startLine, header } = dialect;
  return findRecords(file.reading, start, csvRecords(start, startLine, header.length), signal);
};

/** The columns of some fields by their names in the file, joined by `|`; an arithmetic of columns as it is written. */
export const columnsText = (
  { mapping, dates, applied }: Pick<Source, 'mapping' | 'dates' | 'applied'>,
  fields: readonly string[],
): string => {
  const time = applied?.time ?? null;
  return fields
    .flatMap((field) => {
      const expression = mapping.fields.get(field);
      if (expression === undefined) return [];
      const name = expressionText(expression, mapping.header);
      return dates.has(field) && time !== null ? [name, mapping.header[time]!] : [name];
    })
    .join('|');
};
