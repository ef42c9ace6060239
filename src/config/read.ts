import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fault } from '../errors.ts';
import { isTimezone } from '../period/index.ts';
import { fields } from '../sources/fields.ts';
import { shownPath } from '../sources/open.ts';
import { issueText } from './issue.ts';
import { type Configuration, configuration } from './schema.ts';

const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw fault('config_unreadable', [shownPath(path), (error as NodeJS.ErrnoException).code ?? 'unknown']);
  }
};

const parsed = (path: string): unknown => {
  try {
    return JSON.parse(contentOf(path));
  } catch (error) {
    if (error instanceof SyntaxError) throw fault('config_not_json', [shownPath(path)]);
    throw error;
  }
};

/** What a profile must obey beside its form, as a key and what is wrong there; null where it does. */
const profileFault = (
  { id, role, fields: mapped, dates }: Configuration['profiles'][number],
  others: readonly string[],
): readonly [key: string, what: string] | null => {
  const known = fields[role].map(({ name }) => name);
  const strange = Object.keys(mapped).find((field) => !known.includes(field));
  if (strange !== undefined) return [`fields.${strange}`, `is no field of ${role}`];
  if (id === 'none') return ['id', 'is taken: none stands for no profile'];
  if (others.includes(id)) return ['id', 'is there twice'];
  const zone = dates?.zone;
  return zone === undefined || isTimezone(zone) ? null : ['dates.zone', 'is no time zone I know'];
};

/**
 * Reads a configuration file and resolves its paths from the folder it lies in. What it may not hold is refused in one
 * sentence with the path of the key.
 */
export const readConfiguration = (path: string): Configuration => {
  const name = shownPath(path);
  const result = configuration.safeParse(parsed(path));
  if (!result.success) throw fault('bad_config', [name, ...issueText(result.error.issues[0]!)]);
  const { sources, profiles, ...rest } = result.data;
  profiles.forEach((profile, index) => {
    const others = profiles.slice(0, index).map(({ id }) => id);
    const found = profileFault(profile, others);
    if (found !== null) throw fault('bad_config', [name, `profiles[${index}].${found[0]}`, found[1]]);
  });
  sources.forEach(({ role, map = {} }, index) => {
    const known = fields[role].map((field) => field.name);
    const strange = Object.keys(map).find((field) => !known.includes(field));
    if (strange !== undefined)
      throw fault('bad_config', [name, `sources[${index}].map.${strange}`, `is no field of ${role}`]);
  });
  const folder = dirname(path);
  const resolved = sources.map((source) => ({
    ...source,
    path: isAbsolute(source.path) ? source.path : join(folder, source.path),
  }));
  return { ...rest, profiles, sources: resolved };
};
