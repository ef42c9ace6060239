import type { Role } from '../report/schema.ts';
import { type Delimiter, type Dialect, readDialect } from './dialect.ts';
import { columnsOf } from './expression.ts';
import { fields, needed } from './fields.ts';
import { type Mapping, type MapRule, mapColumns } from './mapping.ts';
import type { PreparedFile } from './prepare.ts';
import { type AppliedProfile, applyProfile } from './profiles/apply.ts';
import type { Profile } from './profiles/profile.ts';
import { profileOf } from './profiles/recognise.ts';
import { type AmountFormat, readAmountFormat, shareNotation } from './values/amounts.ts';
import { type DateFormat, type DateReading, readDateFormat } from './values/dates.ts';

/** What a user said about the files, in place of a guess. */
export interface Declared {
  readonly delimiter: Delimiter | null;
  readonly dateOrder: DateFormat['order'] | null;
  readonly decimal: '.' | ',' | null;
  readonly rules: readonly MapRule[];
  /** The profiles among which a header is recognised. */
  readonly profiles: readonly Profile[];
  /** `--profile`: the ids that are to be used whatever the header looks like, or `none`. */
  readonly chosenProfiles: readonly string[];
}

/** A file with all that was understood of it; nothing of it is decided later row by row. */
export interface Source {
  readonly role: Role;
  readonly file: PreparedFile;
  /** Null for Parquet, which names and delimits its columns itself. */
  readonly dialect: Dialect | null;
  /** Lines below the records that are none. */
  readonly footerLines: number;
  /** Null where the columns were found by their names alone. */
  readonly applied: AppliedProfile | null;
  readonly mapping: Mapping;
  /** The zones named in the profile's column of zones, settled over the whole file. */
  readonly zones: ReadonlyMap<string, string>;
  readonly dates: ReadonlyMap<string, Exclude<DateReading, null>>;
  /** By column index. */
  readonly amounts: ReadonlyMap<number, AmountFormat>;
}

/** Header and sample of a Parquet file, as the engine gives them. */
export interface Columns {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** The profiles that a user chose for a role's files; one is used whatever their headers, several are told apart. */
const chosenProfiles = (role: Role, { profiles, chosenProfiles: ids }: Declared): Profile[] =>
  profiles.filter((profile) => profile.role === role && ids.includes(profile.id));

/** Header and sample of a file, and whose export it is: what is decided before any column is. */
export interface Header {
  /** Null for Parquet. */
  readonly dialect: Dialect | null;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly profile: Profile | null;
}

/** Reads the header of a prepared file as one of a role's, and finds its profile. */
export const readHeader = (
  role: Role,
  file: PreparedFile,
  columns: Columns | null,
  declared: Declared,
): Header => {
  const name = file.original.name;
  const chosen = chosenProfiles(role, declared);
  const known =
    chosen.length > 0
      ? chosen
      : declared.chosenProfiles.includes('none')
        ? []
        : declared.profiles.filter((profile) => profile.role === role);
  const rules = declared.rules.filter((rule) => rule.role === role);
  const expected = { fields: fields[role], needed: needed[role], rules, profiles: known };
  const delimiter = file.selfClosing ? ',' : declared.delimiter;
  const dialect =
    columns === null ? readDialect(name, file.head, file.complete, file.start, expected, delimiter) : null;
  const { header, sample } = dialect ?? columns!;
  return {
    dialect,
    header,
    sample,
    profile: chosen.length === 1 ? chosen[0]! : profileOf(known, role, name, header),
  };
};

/** Where a status says that all was given back, what was given back is the amount. */
const withStatusRefunds = (mapping: Mapping): Mapping => ({
  ...mapping,
  fields: new Map([...mapping.fields, ['refunded', mapping.fields.get('amount')!]]),
});

/** Understands a prepared file of a role: dialect, profile, columns, and the format of every date and number column. */
export const inspect = (
  role: Role,
  file: PreparedFile,
  columns: Columns | null,
  declared: Declared,
): Source => {
  const name = file.original.name;
  const { dialect, header, sample, profile } = readHeader(role, file, columns, declared);
  const rules = declared.rules.filter((rule) => rule.role === role);
  const columnsFound = mapColumns(
    role,
    name,
    header,
    rules,
    profile === null ? null : { profile, titles: dialect?.titles ?? [], sample },
  );
  const ruled = new Set(rules.map(({ field }) => field));
  const applied = profile === null ? null : applyProfile(profile, header, columnsFound.fields, ruled);
  const mapping = applied?.refundsByStatus ? withStatusRefunds(columnsFound) : columnsFound;
  const valuesOf = (index: number): string[] => sample.map((row) => row[index] ?? '');
  const timesOf = (index: number): string[] =>
    sample.map((row) =>
      `${row[index] ?? ''} ${applied?.time == null ? '' : (row[applied.time] ?? '')}`.trim(),
    );
  const usual = profile?.dates?.order ?? null;
  const dates = new Map<string, Exclude<DateReading, null>>();
  const amounts = new Map<number, AmountFormat>();
  for (const { name: field, kind } of fields[role]) {
    const expression = mapping.fields.get(field);
    if (expression === undefined) continue;
    for (const index of columnsOf(expression)) {
      const column = header[index]!;
      if (kind === 'amount')
        amounts.set(
          index,
          readAmountFormat(name, column, valuesOf(index), declared.decimal ?? profile?.decimal ?? null),
        );
      if (kind === 'date') {
        const reading = readDateFormat(name, column, timesOf(index), declared.dateOrder, usual);
        dates.set(field, reading ?? { order: 'ymd', offset: false });
      }
    }
  }
  return {
    role,
    file,
    dialect,
    footerLines: 0,
    applied,
    mapping,
    zones: new Map(),
    dates,
    amounts: shareNotation(amounts),
  };
};
