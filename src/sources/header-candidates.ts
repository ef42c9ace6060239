import type { Delimiter } from './dialect.ts';
import { comparableName, type Field } from './fields.ts';
import { lacksNames } from './header-names.ts';
import type { MapRule } from './mapping.ts';
import type { Profile } from './profiles/profile.ts';
import { recognition } from './profiles/recognise.ts';

/** What a header is known by: the names of the role's fields, those it cannot do without, rules, and profiles. */
export interface Expected {
  readonly fields: readonly Field[];
  readonly needed: readonly (readonly string[])[];
  /** The rules of the role, each of which names a column. */
  readonly rules: readonly MapRule[];
  readonly profiles: readonly Profile[];
}

/** The first records of a file as one delimiter cuts them. */
export interface Readings {
  readonly delimiter: Delimiter;
  readonly records: readonly { readonly row: readonly string[] }[];
}

/** How well a record serves as header: profiles first, then all that is needed, then known names, then width. */
export interface Candidate {
  readonly delimiter: Delimiter;
  readonly index: number;
  readonly header: readonly string[];
  readonly profile: Profile | null;
  readonly rank: readonly [lists: number, needed: number, matches: number, width: number];
}

const namesOf = ({
  fields,
  needed,
  rules,
}: Expected): ((header: readonly string[]) => { matches: number; whole: boolean }) => {
  const known = new Map([
    ...fields.flatMap((field) =>
      [field.name, ...field.aliases].map((name) => [comparableName(name), field.name] as const),
    ),
    ...rules.map(({ field, column }) => [comparableName(column), field] as const),
  ]);
  return (header) => {
    const found = header.map((name) => known.get(comparableName(name))).filter((name) => name !== undefined);
    const has = new Set(found);
    const whole = needed.length > 0 && needed.every((any) => any.some((name) => has.has(name)));
    return { matches: found.length, whole };
  };
};

/** The candidates of one record of the head under each delimiter, the best first. */
export const candidatesAt = (
  index: number,
  readings: readonly Readings[],
  expected: Expected,
): Candidate[] => {
  const look = namesOf(expected);
  return readings
    .filter(({ records }) => index === 0 || records[index] !== undefined)
    .map(({ delimiter, records }) => {
      const header = (records[index]?.row ?? []).map((name) => name.trim().normalize('NFC'));
      const fits = expected.profiles
        .map((profile) => ({ profile, lists: recognition(profile, header) }))
        .toSorted((one, other) => other.lists - one.lists);
      const { matches, whole } = look(header);
      const lists = fits[0]?.lists ?? 0;
      const rank = [lists, Number(whole), matches, header.length] as const;
      return { delimiter, index, header, profile: lists > 0 ? fits[0]!.profile : null, rank };
    })
    .toSorted(better);
};

/** Orders two candidates, the better one first; 0 where they do equally well. */
export const better = (one: Candidate, other: Candidate): number => {
  const place = one.rank.findIndex((value, index) => value !== other.rank[index]);
  return place < 0 ? 0 : other.rank[place]! - one.rank[place]!;
};

/** Whether a rule names a column of the header, or is arithmetic with columns of it alone. */
const isNamedIn = ({ column }: MapRule, header: readonly string[]): boolean => {
  const names = new Set(header.map(comparableName));
  const parts = column.split(/[-+*()]/).map((part) => part.trim().replace(/^\[(.*)\]$/, '$1'));
  return (
    names.has(comparableName(column)) ||
    parts.every((part) => part === '' || /^[0-9.]+$/.test(part) || names.has(comparableName(part)))
  );
};

/** Whether the first record is the header: a profile's, with all that is needed, or with every column of the rules. */
export const isHeader = ({ header, rank: [lists, needed] }: Candidate, { rules }: Expected): boolean =>
  lists > 0 || needed > 0 || (rules.length > 0 && rules.every((rule) => isNamedIn(rule, header)));

const widthOf = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

/**
 * Whether a record below the first is the header: a profile's or one that names all that is needed, in more than one
 * column and without a value among the names, and wider than the first record, as lines above a header are not records.
 */
export const isHeaderBelow =
  (readings: readonly Readings[]) =>
  ({ delimiter, header, rank: [lists, needed, matches] }: Candidate): boolean => {
    const first = readings.find((reading) => reading.delimiter === delimiter)!.records[0]!.row;
    const known = lists > 1 || (needed > 0 && matches > 1 && !lacksNames(header));
    return known && widthOf(header) > widthOf(first);
  };
