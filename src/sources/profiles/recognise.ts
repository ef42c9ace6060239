import { fault } from '../../errors.ts';
import type { Role } from '../../report/schema.ts';
import { comparableName } from '../fields.ts';
import type { Profile } from './profile.ts';

/** How many lists of names of a profile a header answers to; 0 where it is not that profile's. */
export const recognition = ({ recognise }: Profile, header: readonly string[]): number => {
  const names = new Set(header.map(comparableName));
  const holds = (name: string): boolean => names.has(comparableName(name));
  const whole = recognise.has.every((alternatives) => alternatives.some(holds));
  return whole && !recognise.lacks?.some(holds) ? recognise.has.length : 0;
};

/** The profiles that fit a header best, of all roles or of one. */
export const recognised = (
  profiles: readonly Profile[],
  role: Role | null,
  header: readonly string[],
): Profile[] => {
  const fitting = profiles
    .filter((profile) => role === null || profile.role === role)
    .map((profile) => ({ profile, lists: recognition(profile, header) }))
    .filter(({ lists }) => lists > 0);
  const most = Math.max(0, ...fitting.map(({ lists }) => lists));
  return fitting.flatMap(({ profile, lists }) => (lists === most ? [profile] : []));
};

/** The one profile of a header, null where none fits; two that fit as well are refused with the flag that settles it. */
export const profileOf = (
  profiles: readonly Profile[],
  role: Role,
  file: string,
  header: readonly string[],
): Profile | null => {
  const [first, ...others] = recognised(profiles, role, header);
  if (others.length > 0)
    throw fault('ambiguous_profile', [file, [first!, ...others].map(({ id }) => id).join(', '), first!.id]);
  return first ?? null;
};

/** The columns of a list of alternatives: those of the first alternative a header has. */
export const columnsNamed = (alternatives: readonly string[], header: readonly string[]): number[] => {
  const names = header.map(comparableName);
  for (const wanted of alternatives.map(comparableName)) {
    const found = names.flatMap((name, index) => (name === wanted ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
};
