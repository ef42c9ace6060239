import type { Role } from '../../../src/report/schema.ts';

/** A header to the letter, the one profile it is recognised as, and where it was seen. */
export interface Seen {
  readonly profile: string;
  readonly role: Role;
  readonly header: readonly string[];
  readonly from: string;
}

/** The headers of one profile, their names separated by commas, by where each was seen. */
export const seen = (profile: string, role: Role, places: Readonly<Record<string, string>>): Seen[] =>
  Object.entries(places).map(([from, names]) => ({ profile, role, header: names.split(','), from }));
