import { fault, type LoyaltyError } from '../errors.ts';
import type { Role } from '../report/schema.ts';
import { type Expression, parseExpression } from './expression.ts';
import { comparableName, type Field, fields, needed } from './fields.ts';
import { lacksNames, maybeRecord, seenColumns, uncertainColumns } from './header-names.ts';
import { columnsOfField } from './profiles/apply.ts';
import type { Profile } from './profiles/profile.ts';
import { columnsNamed } from './profiles/recognise.ts';
import { questionColumns } from './profiles/score-question.ts';

/** `--map role.field=Column`, as parsed from the command line. */
export interface MapRule {
  readonly role: Role;
  readonly field: string;
  readonly column: string;
}

/** Which columns of a file hold which fields; `guessed` are those found by name or by what they ask, `ignored` the columns nobody reads. */
export interface Mapping {
  readonly header: readonly string[];
  readonly fields: ReadonlyMap<string, Expression>;
  readonly guessed: readonly { readonly field: string; readonly column: string }[];
}

const arithmetic = new Set(['amount']);

const candidates = (field: Field, header: readonly string[]): number[] => {
  const canonical = comparableName(field.name);
  const names = header.map(comparableName);
  const exact = names.flatMap((name, index) => (name === canonical ? [index] : []));
  if (exact.length > 0) return exact;
  const aliases = new Set(field.aliases.map(comparableName));
  const byAlias = names.flatMap((name, index) => (aliases.has(name) ? [index] : []));
  if (byAlias.length > 0 || field.kind !== 'score') return byAlias;
  const long = [...aliases].filter((alias) => alias.length >= 16);
  return names.flatMap((name, index) => (long.some((alias) => name.includes(alias)) ? [index] : []));
};

const namesakes = (header: readonly string[], name: string): number[] => {
  const where = (same: (column: string) => boolean): number[] =>
    header.flatMap((column, index) => (same(column) ? [index] : []));
  const toTheLetter = where((column) => column === name);
  if (toTheLetter.length > 0) return toTheLetter;
  const wanted = comparableName(name);
  return wanted === '' ? [] : where((column) => comparableName(column) === wanted);
};

/**
 * Finds a column by the name a user typed: to the letter, else without case, accents and punctuation; null where there
 * is none, or more than one.
 */
export const findColumn = (header: readonly string[], name: string): number | null => {
  const found = namesakes(header, name);
  return found.length === 1 ? found[0]! : null;
};

const signs = /[-+*()]/;

/** A profile with what of the file it may look at beside the header. */
export interface ProfiledFile {
  readonly profile: Profile;
  readonly titles: readonly (readonly string[])[];
  readonly sample: readonly (readonly string[])[];
}

const byProfile = (
  { profile, titles, sample }: ProfiledFile,
  file: string,
  header: readonly string[],
  mapped: ReadonlyMap<string, Expression>,
): ((field: Field) => number[]) => {
  const settled = new Map(
    [...mapped].flatMap(([field, part]) => (part.kind === 'column' ? [[field, part.index] as const] : [])),
  );
  const questions = questionColumns(profile, header, sample, { name: file, titles, mapped: settled });
  return ({ name }) => {
    const question = questions.get(name);
    if (question !== undefined) return [question];
    return columnsNamed(columnsOfField(profile, name) ?? [], header);
  };
};

/** Whether nothing tells that a header is one: neither its words, nor a rule that names one of them, nor a profile. */
export const isUncertain = (
  header: readonly string[],
  rules: readonly MapRule[],
  profiled: Pick<ProfiledFile, 'profile'> | null,
): boolean => {
  const named = rules.some(({ column }) => findColumn(header, column) !== null);
  const fromProfile = Object.keys(profiled?.profile.fields ?? {}).flatMap(
    (field) => columnsOfField(profiled!.profile, field) ?? [],
  );
  return !named && maybeRecord(header, fromProfile);
};

/**
 * Maps the columns of a header to the fields of a role: the rules first, then what the profile names, or without a
 * profile canonical names and aliases. Two columns for one field, a rule naming no column, and a needed field without a
 * column are refused.
 */
export const mapColumns = (
  role: Role,
  file: string,
  header: readonly string[],
  rules: readonly MapRule[],
  profiled: ProfiledFile | null = null,
): Mapping => {
  const mapped = new Map<string, Expression>();
  const guessed: { field: string; column: string }[] = [];
  const shown = isUncertain(header, rules, profiled) ? uncertainColumns(header) : seenColumns(header);
  const missing = (code: 'unknown_column' | 'header_missing_field', details: string[]): LoyaltyError =>
    lacksNames(header) ? fault('header_absent', [file]) : fault(code, details);
  const columnOf = (field: string, name: string): number => {
    const found = namesakes(header, name);
    if (found.length > 1)
      throw fault('duplicate_column', [
        file,
        `${role}.${field}`,
        found.map((index) => header[index]!).join(', '),
      ]);
    if (found.length === 0) throw missing('unknown_column', [file, name, shown]);
    return found[0]!;
  };
  const wholeName = (name: string): number | null =>
    signs.test(name) && !header.includes(name) ? null : findColumn(header, name);
  for (const rule of rules) {
    const field = fields[role].find(({ name }) => name === rule.field)!;
    mapped.set(
      rule.field,
      arithmetic.has(field.kind)
        ? parseExpression(rule.column, wholeName, (name) => columnOf(rule.field, name))
        : { kind: 'column', index: columnOf(rule.field, rule.column) },
    );
  }
  const taken = new Set([...mapped.values()].flatMap((part) => (part.kind === 'column' ? [part.index] : [])));
  const find =
    profiled === null
      ? (field: Field) => candidates(field, header).filter((index) => !taken.has(index))
      : byProfile(profiled, file, header, mapped);
  for (const field of fields[role]) {
    if (mapped.has(field.name)) continue;
    const found = find(field);
    if (found.length === 0) continue;
    if (found.length > 1) {
      const names = found.map((index) => header[index]!);
      const twice = new Set(names.map(comparableName)).size < names.length;
      throw fault(twice ? 'duplicate_column' : 'ambiguous_column', [
        file,
        `${role}.${field.name}`,
        names.join(', '),
      ]);
    }
    mapped.set(field.name, { kind: 'column', index: found[0]! });
    taken.add(found[0]!);
    const isQuestion = 'question' in (profiled?.profile.fields[field.name] ?? {});
    if ((profiled === null || isQuestion) && header[found[0]!] !== field.name)
      guessed.push({ field: field.name, column: header[found[0]!]! });
  }
  for (const alternatives of needed[role])
    if (!alternatives.some((name) => mapped.has(name)))
      throw missing('header_missing_field', [
        file,
        alternatives.join(' or '),
        shown,
        `${role}.${alternatives[0]}`,
      ]);
  return { header, fields: mapped, guessed };
};
