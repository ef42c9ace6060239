import type { Profile } from '../../src/sources/profiles/profile.ts';

const withoutAccents = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

const plain = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Ways to write the names of a header that leave its letters and figures as they are. */
export const spellings: Readonly<Record<string, (name: string) => string>> = {
  'in capitals without accents, hyphens for blanks': (name) =>
    withoutAccents(name).toUpperCase().replaceAll(' ', '-'),
  'in small letters with accents of their own, dots for blanks': (name) =>
    name.normalize('NFD').toLowerCase().replaceAll(' ', '. '),
};

/** Every list of names by which a profile finds a column; a name that stands alone is a list of one. */
const listsOf = ({ recognise, fields, ignore, drop, keep, dates, notQuestions }: Profile): string[][] => {
  const ofFields = Object.values(fields).flatMap((found) => {
    if ('question' in found) return [];
    return 'columns' in found ? [found.columns, ...Object.keys(found.when).map((name) => [name])] : [found];
  });
  const alone = [recognise.lacks, notQuestions, ...[ignore, drop, keep].map((of) => Object.keys(of ?? {}))];
  return [
    ...recognise.has,
    ...ofFields,
    ...[dates?.time, dates?.zoneColumn].flatMap((list) => (list === undefined ? [] : [list])),
    ...alone.flat().flatMap((name) => (name === undefined ? [] : [[name]])),
  ];
};

/** Which column of a header each list finds: that of its first name the header has. */
const found = (lists: readonly (readonly string[])[], header: readonly string[]): string => {
  const names = header.map(plain);
  return lists
    .map((list) => list.map((name) => names.indexOf(plain(name))).find((index) => index >= 0) ?? -1)
    .join(' ');
};

/**
 * The headers a profile knows beside the one given: each has another of the alternative names for one or more columns,
 * chosen so that every list of the profile finds the column it found before.
 */
export const otherHeaders = (profile: Profile, header: readonly string[]): readonly (readonly string[])[] => {
  const lists = listsOf(profile);
  const before = found(lists, header);
  const finds = (list: readonly string[], column: number): boolean =>
    found([list], header) === String(column);
  const others: (readonly string[])[] = [];
  const rename = (column: number, name: string): void => {
    const fits = (names: readonly string[]): boolean =>
      names[column] === header[column] &&
      !names.some((other) => plain(other) === plain(name)) &&
      found(lists, names.with(column, name)) === before;
    const open = others.findIndex(fits);
    if (open >= 0) others[open] = others[open]!.with(column, name);
    else if (fits(header)) others.push(header.with(column, name));
  };
  for (const column of header.keys())
    for (const list of lists.filter((list) => finds(list, column)))
      for (const other of list) if (!others.some((names) => names[column] === other)) rename(column, other);
  return others;
};
