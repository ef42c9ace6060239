import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fault, systemCodeOf } from '../errors.ts';

/** The names a configuration is found by. */
export const configNames = ['yaml', 'yml', 'json', 'toml'].map((ending) => `loyalty.config.${ending}`);

/** Where the folders of a search begin and end. */
export interface Search {
  readonly from: string;
  /** The folder no search goes beyond. */
  readonly home: string;
}

const exists = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw fault('config_unreadable', [shownFrom('', path), systemCodeOf(error)]);
  }
};

/** A path as it is said: from the working directory. */
const shownFrom = (from: string, path: string): string => relative(resolve(from), path) || path;

const holdsKey = (path: string, from: string): boolean => {
  if (!exists(path)) return false;
  try {
    const text = readFileSync(path)
      .toString('utf8')
      .replace(/^\ufeff/, '');
    if (!text.includes('"loyalty"')) return false;
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && Object.hasOwn(content, 'loyalty');
  } catch (error) {
    if (error instanceof SyntaxError)
      throw fault('config_not_whole', [shownFrom(from, path), 'JSON', 'it cannot be parsed']);
    throw fault('config_unreadable', [shownFrom(from, path), systemCodeOf(error)]);
  }
};

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

const holdsRepository = (folder: string): boolean => {
  try {
    return lstatSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};

/** The folders that are looked through, the nearest first: up to the repository's root, alone where there is none. */
export const foldersOf = ({ from, home }: Search): string[] => {
  const last = real(home);
  const { dev } = statSync(from);
  const folders: string[] = [];
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (statSync(folder, { throwIfNoEntry: false })?.dev !== dev) break;
    folders.push(folder);
    if (holdsRepository(folder)) return folders;
    if (folder === last || folder === dirname(folder)) break;
  }
  return folders.slice(0, 1);
};

/**
 * Looks for the configuration of a working directory: `loyalty.config.*` or the key `loyalty` of a package.json, in the
 * nearest folder that has one, up to the root of the repository. Null where there is none; two in one folder are refused.
 */
export const findConfiguration = (search: Search = { from: '', home: homedir() }): string | null => {
  const from = resolve(search.from);
  for (const folder of foldersOf({ ...search, from })) {
    const found = configNames.map((name) => join(folder, name)).filter(exists);
    const manifest = join(folder, 'package.json');
    if (holdsKey(manifest, from)) found.push(manifest);
    if (found.length > 1)
      throw fault(
        'configs_twice',
        found.slice(0, 2).map((path) => shownFrom(from, path)),
      );
    if (found[0] !== undefined) return shownFrom(from, found[0]);
  }
  return null;
};
