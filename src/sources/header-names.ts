import { comparableName, fields } from './fields.ts';

const short = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name);

/** The names of the first columns of a header, as messages list them. */
export const seenColumns = (header: readonly string[]): string =>
  header.slice(0, 12).map(short).join(', ') + (header.length > 12 ? ', …' : '');

const valueLike = /@|^[-+]?(?:[€$£] ?)?[0-9][0-9\s.,:/'’TZ+-]*(?:[€$£]|EUR|USD|GBP|CHF)?$/i;

/** Whether a first record holds values where names should stand: it may be a customer's, and is never shown. */
export const lacksNames = (header: readonly string[]): boolean =>
  header.some((name) => valueLike.test(name.trim()));

const ownNames = (): string[] =>
  Object.values(fields).flatMap((ofRole) => ofRole.flatMap(({ name, aliases }) => [name, ...aliases]));

/**
 * Whether a first record may be a customer's, for all that its words tell: two of them, or half, are no name of a field
 * of ours, nor among `further` names.
 */
export const maybeRecord = (header: readonly string[], further: readonly string[]): boolean => {
  const known = new Set([...ownNames(), ...further].map(comparableName));
  const words = header.map(comparableName).filter((word) => word !== '');
  const found = words.filter((word) => known.has(word)).length;
  return found < 2 && 2 * found < words.length;
};

/** Stands for the columns of a header that may be none, which are told by number alone. */
export const uncertainColumns = (header: readonly string[]): string =>
  header.length === 1
    ? 'one, whose name I do not know, or a value (loyalty inspect --show-values prints it)'
    : `${header.length}, whose names I do not know, or values (loyalty inspect --show-values prints them)`;
