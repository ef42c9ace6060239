import type { Reject } from '../report/rejects.ts';
import type { RenderOptions } from './options.ts';
import { number, rowsText, text, type Value, word } from './rows.ts';

const columns: Readonly<Record<string, (reject: Reject) => Value>> = {
  path: ({ path }) => (path === '-' ? word(path) : text(path)),
  record: ({ record }) => number(record),
  line: ({ line }) => number(line),
  column: ({ column }) => text(column),
  code: ({ code }) => word(code),
  original: ({ original }) => text(original),
};

/** How a list of rejected records is written: what its rows hold, and in which dialect of CSV. */
export interface RejectsOptions extends Pick<RenderOptions, 'csvDialect'> {
  /** Whether each row ends with the record as it stands in the file. */
  readonly showValues: boolean;
}

const names = ({ showValues }: RejectsOptions): string[] =>
  Object.keys(columns).filter((name) => showValues || name !== 'original');

/** The first line of a list of rejected records. */
export const rejectsHead = (options: RejectsOptions): string =>
  rowsText([names(options).map(word)], options.csvDialect, true);

/** The lines of some rejected records, one for each. */
export const rejectsLines = (rejects: readonly Reject[], options: RejectsOptions): string =>
  rowsText(
    rejects.map((reject) => names(options).map((name) => columns[name]!(reject))),
    options.csvDialect,
    false,
  );
