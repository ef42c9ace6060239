import { type Expression, isProduct } from '../expression.ts';
import type { Profile } from './profile.ts';
import { columnsNamed } from './recognise.ts';

/** A test of a row: whether any of the columns holds one of its values (`*` stands for any text). */
export type RowTest = readonly { readonly index: number; readonly patterns: readonly string[] }[];

/** A profile with its columns found in a file's header; a column the file lacks asks nothing of its rows. */
export interface AppliedProfile {
  readonly profile: Profile;
  /** The profile's, unless a user mapped the amount to a product of columns, as lines have one. */
  readonly amountOf: Profile['amountOf'];
  /** Whether an order under some statuses counts as wholly given back. */
  readonly refundsByStatus: boolean;
  /** What cannot be known from this file. */
  readonly warnings: readonly ProfileWarning[];
  /** Fields that only some rows hold. */
  readonly when: ReadonlyMap<string, RowTest>;
  readonly ignore: RowTest;
  readonly drop: RowTest;
  readonly keep: RowTest;
  /** Columns of the time of day and of its zone; null where the date's column says all. */
  readonly time: number | null;
  readonly zone: number | null;
}

type ProfileWarning = Profile['warnings'][number];

type Values = Readonly<Record<string, readonly string[]>>;

const testOf = (values: Values | undefined, header: readonly string[]): RowTest =>
  Object.entries(values ?? {}).flatMap(([column, patterns]) =>
    columnsNamed([column], header).map((index) => ({ index, patterns })),
  );

/**
 * Finds the columns of a profile in a header. `mapped` are the columns of the fields, `ruled` the fields a user mapped:
 * what the profile knows of their rows is not asked of them.
 */
export const applyProfile = (
  profile: Profile,
  header: readonly string[],
  mapped: ReadonlyMap<string, Expression>,
  ruled: ReadonlySet<string>,
): AppliedProfile => {
  const test = (values: Values | undefined): RowTest => testOf(values, header);
  const one = (names: readonly string[] | undefined): number | null =>
    names === undefined ? null : (columnsNamed(names, header)[0] ?? null);
  const when = Object.entries(profile.fields).flatMap(([field, columns]) =>
    'when' in columns && !ruled.has(field) ? [[field, test(columns.when)] as const] : [],
  );
  const status = mapped.get('status');
  const refunded = profile.statuses?.refunded ?? [];
  const byStatus = profile.refunds === 'status' || (profile.refunds === 'column' && !mapped.has('refunded'));
  const refundsByStatus =
    byStatus && !ruled.has('refunded') && refunded.length > 0 && status?.kind === 'column';
  if (refundsByStatus) when.push(['refunded', [{ index: status.index, patterns: refunded }]]);
  return {
    profile,
    amountOf: ruled.has('amount') && isProduct(mapped.get('amount')!) ? 'line' : profile.amountOf,
    refundsByStatus,
    warnings: warningsOf(profile, mapped, refundsByStatus),
    when: new Map(when),
    ignore: test(profile.ignore),
    drop: test(profile.drop),
    keep: test(profile.keep),
    time: one(profile.dates?.time),
    zone: one(profile.dates?.zoneColumn),
  };
};

/** What cannot be known from this file: what its profile says, and what a column would tell that is not there. */
const warningsOf = (
  profile: Profile,
  mapped: ReadonlyMap<string, Expression>,
  refundsByStatus: boolean,
): ProfileWarning[] => {
  const ofStatuses = ['refunds_by_status', 'partial_refunds_unknown'];
  const own = profile.warnings.filter(
    (code) =>
      (!code.startsWith('refunds_') || refundsTold(profile, mapped, refundsByStatus)) &&
      (refundsByStatus ||
        profile.refunds !== 'status' ||
        !mapped.has('refunded') ||
        !ofStatuses.includes(code)),
  );
  const missing: ProfileWarning[] = [];
  if (profile.role === 'orders') {
    if (profile.statuses !== undefined && !mapped.has('status')) missing.push('statuses_unknown');
    if (profile.refunds === 'column' && refundsByStatus)
      missing.push('refunds_by_status', 'partial_refunds_unknown');
    if (!refundsTold(profile, mapped, refundsByStatus)) missing.push('refunds_unknown');
  }
  return [...new Set([...own, ...missing])];
};

/** Whether the file tells refunds in the way its profile reads them. */
const refundsTold = (
  { refunds }: Profile,
  mapped: ReadonlyMap<string, Expression>,
  refundsByStatus: boolean,
): boolean => refunds === 'rows' || refunds === 'none' || refundsByStatus || mapped.has('refunded');

/** The columns by which a profile finds a field; null where it says nothing of the field. */
export const columnsOfField = (profile: Profile, field: string): readonly string[] | null => {
  const found = profile.fields[field];
  if (found === undefined || 'question' in found) return null;
  return 'columns' in found ? found.columns : found;
};
