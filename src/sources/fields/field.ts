/** How the values of a field are read: `key` and `text` as they stand, the others by the rules of `values/`. */
export type FieldKind = 'key' | 'email' | 'text' | 'date' | 'amount' | 'score' | 'flag';

/** A canonical field of a role, and the column names, English and French, by which it is found. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly aliases: readonly string[];
}

/** Makes a field from its name, its kind and its aliases. */
export const field = (name: string, kind: FieldKind, ...aliases: string[]): Field => ({
  name,
  kind,
  aliases,
});
