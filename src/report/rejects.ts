import type { Source } from '../sources/inspect.ts';
import { columnsText, recordsOf } from '../sources/records/records.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { RowRules } from '../warehouse/load/conditions.ts';
import { rejectedRecords } from '../warehouse/rejects.ts';

/** A record that could not be read, as it is listed. */
export interface Reject {
  readonly path: string;
  /** Counted from 1, the header and blank lines left out. */
  readonly record: number;
  /** The line of the file on which the record begins; null where the file has none. */
  readonly line: number | null;
  readonly column: string;
  readonly code: string;
  /** The record as it stands in the file; null where that is not asked for, or it is no text. */
  readonly original: string | null;
}

/** Takes the rejected records of a run, one after another. */
export interface RejectList {
  /** Whether the original records are wanted too. */
  readonly showValues: boolean;
  readonly add: (reject: Reject) => void;
}

/** Lists the rejected records of a loaded file in its order; a file that changed since it was loaded is refused. */
export const listRejects = async (
  engine: Engine,
  source: Source,
  fileNumber: number,
  rules: RowRules,
  list: RejectList,
  signal: AbortSignal,
): Promise<void> => {
  const records = recordsOf(source, signal);
  for await (const rejected of rejectedRecords(engine, source, fileNumber, rules.scales))
    for (const { record, code, fields } of rejected) {
      const place = (await records?.find(record)) ?? null;
      list.add({
        path: source.file.original.name,
        record,
        line: place?.line ?? null,
        column: columnsText(source, fields),
        code,
        original: list.showValues && place !== null ? records!.text(place) : null,
      });
    }
  records?.assertSame();
};
