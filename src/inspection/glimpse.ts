import type { Role } from '../report/schema.ts';
import { lacksNames } from '../sources/header-names.ts';
import { type Columns, type Declared, readHeader, type Source } from '../sources/inspect.ts';
import { isUncertain, mapColumns } from '../sources/mapping.ts';
import type { PreparedFile } from '../sources/prepare.ts';
import { applyProfile } from '../sources/profiles/apply.ts';
import { attempt } from './role.ts';

/** What is known of a file's columns, be it of one that is read or of one that is refused. */
export interface Understood
  extends Pick<Source, 'dialect' | 'applied' | 'dates' | 'amounts'>,
    Partial<Pick<Source, 'mapping'>> {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Whether values stand where names should: they may be a customer's. */
  readonly nameless: boolean;
}

/** What was understood of a file that is read. */
export const understoodOf = (source: Source, columns: Columns | null): Understood => ({
  dialect: source.dialect,
  applied: source.applied,
  dates: source.dates,
  amounts: source.amounts,
  mapping: source.mapping,
  header: source.mapping.header,
  sample: columns?.sample ?? source.dialect?.sample ?? [],
  nameless: false,
});

/** As much as can be understood of a file that is refused: its header, its profile, its columns; null where not even that. */
export const glimpse = (
  role: Role,
  prepared: PreparedFile,
  columns: Columns | null,
  declared: Declared,
): Understood | null => {
  if (prepared.format === 'parquet' && columns === null) return null;
  const plain = { ...declared, chosenProfiles: ['none'] };
  const found =
    attempt(() => readHeader(role, prepared, columns, declared)) ??
    attempt(() => readHeader(role, prepared, columns, plain));
  if (found === null) return null;
  const { dialect, header, sample, profile } = found;
  const rules = declared.rules.filter((rule) => rule.role === role);
  const profiled = profile === null ? null : { profile, titles: dialect?.titles ?? [], sample };
  const mapping = attempt(() => mapColumns(role, prepared.original.name, header, rules, profiled));
  return {
    dialect,
    applied: profile === null ? null : applyProfile(profile, header, mapping?.fields ?? new Map(), new Set()),
    dates: new Map(),
    amounts: new Map(),
    ...(mapping === null ? {} : { mapping }),
    header,
    sample,
    nameless: mapping === null && (lacksNames(header) || isUncertain(header, rules, profiled)),
  };
};
