import type { Role } from '../report/schema.ts';
import { type Delimiter, type Dialect, readDialect } from './dialect.ts';
import { columnsOf } from './expression.ts';
import { fields } from './fields.ts';
import { type Mapping, type MapRule, mapColumns } from './mapping.ts';
import type { PreparedFile } from './prepare.ts';
import { type AmountFormat, readAmountFormat, shareNotation } from './values/amounts.ts';
import { type DateFormat, type DateReading, readDateFormat } from './values/dates.ts';

/** What a user said about the files, in place of a guess. */
export interface Declared {
  readonly delimiter: Delimiter | null;
  readonly dateOrder: DateFormat['order'] | null;
  readonly decimal: '.' | ',' | null;
  readonly rules: readonly MapRule[];
}

/** A file with all that was understood of it; nothing of it is decided later row by row. */
export interface Source {
  readonly role: Role;
  readonly file: PreparedFile;
  /** Null for Parquet, which names and delimits its columns itself. */
  readonly dialect: Dialect | null;
  readonly mapping: Mapping;
  readonly dates: ReadonlyMap<string, Exclude<DateReading, null>>;
  /** By column index. */
  readonly amounts: ReadonlyMap<number, AmountFormat>;
}

/** Header and sample of a Parquet file, as the engine gives them. */
export interface Columns {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** Understands a prepared file of a role: dialect, columns, and the format of every date and number column. */
export const inspect = (
  role: Role,
  file: PreparedFile,
  columns: Columns | null,
  declared: Declared,
): Source => {
  const name = file.original.name;
  const dialect =
    columns === null
      ? readDialect(
          name,
          file.head,
          file.complete,
          file.start,
          fields[role],
          file.selfClosing ? ',' : declared.delimiter,
        )
      : null;
  const { header, sample } = dialect ?? columns!;
  const rules = declared.rules.filter((rule) => rule.role === role);
  const mapping = mapColumns(role, name, header, rules);
  const valuesOf = (index: number): string[] => sample.map((row) => row[index] ?? '');
  const dates = new Map<string, Exclude<DateReading, null>>();
  const amounts = new Map<number, AmountFormat>();
  for (const { name: field, kind } of fields[role]) {
    const expression = mapping.fields.get(field);
    if (expression === undefined) continue;
    for (const index of columnsOf(expression)) {
      const column = header[index]!;
      if (kind === 'amount')
        amounts.set(index, readAmountFormat(name, column, valuesOf(index), declared.decimal));
      if (kind === 'date') {
        const reading = readDateFormat(name, column, valuesOf(index), declared.dateOrder);
        dates.set(field, reading ?? { order: 'ymd', offset: false });
      }
    }
  }
  return { role, file, dialect, mapping, dates, amounts: shareNotation(amounts) };
};
