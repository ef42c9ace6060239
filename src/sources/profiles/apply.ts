import type { Profile } from './profile.ts';
import { columnsNamed } from './recognise.ts';

/** A test of a row: whether any of the columns holds one of its values (`*` stands for any text). */
export type RowTest = readonly { readonly index: number; readonly patterns: readonly string[] }[];

/** A profile with its columns found in a file's header; a column the file lacks asks nothing of its rows. */
export interface AppliedProfile {
  readonly profile: Profile;
  /** Fields that only some rows hold. */
  readonly when: ReadonlyMap<string, RowTest>;
  readonly ignore: RowTest;
  readonly drop: RowTest;
  readonly keep: RowTest;
  /** Columns of the time of day and of its zone; null where the date's column says all. */
  readonly time: number | null;
  readonly zone: number | null;
}

type Values = Readonly<Record<string, readonly string[]>>;

const testOf = (values: Values | undefined, header: readonly string[]): RowTest =>
  Object.entries(values ?? {}).flatMap(([column, patterns]) =>
    columnsNamed([column], header).map((index) => ({ index, patterns })),
  );

/** Finds the columns of a profile in a header. */
export const applyProfile = (profile: Profile, header: readonly string[]): AppliedProfile => {
  const test = (values: Values | undefined): RowTest => testOf(values, header);
  const one = (names: readonly string[] | undefined): number | null =>
    names === undefined ? null : (columnsNamed(names, header)[0] ?? null);
  const when = Object.entries(profile.fields).flatMap(([field, columns]) =>
    'when' in columns ? [[field, test(columns.when)] as const] : [],
  );
  if (profile.refunds === 'status')
    for (const status of columnsNamed(columnsOfField(profile, 'status') ?? [], header))
      when.push(['refunded', [{ index: status, patterns: profile.statuses?.refunded ?? [] }]]);
  return {
    profile,
    when: new Map(when),
    ignore: test(profile.ignore),
    drop: test(profile.drop),
    keep: test(profile.keep),
    time: one(profile.dates?.time),
    zone: one(profile.dates?.zoneColumn),
  };
};

/** The columns by which a profile finds a field; null where it says nothing of the field. */
export const columnsOfField = (profile: Profile, field: string): readonly string[] | null => {
  const found = profile.fields[field];
  if (found === undefined || 'question' in found) return null;
  return 'columns' in found ? found.columns : found;
};
