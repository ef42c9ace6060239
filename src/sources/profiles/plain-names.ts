import type { Field } from '../fields.ts';

/** The names by which a plain file is known to hold any of some fields. */
export const plainNames = (fields: readonly Field[], ...names: readonly string[]): string[] =>
  fields.flatMap((field) => (names.includes(field.name) ? [field.name, ...field.aliases] : []));
