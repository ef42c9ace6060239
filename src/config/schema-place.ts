import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { foldersOf } from './find.ts';

const installed = join('node_modules', 'loyalty', 'dist', 'config.schema.json');

/**
 * The path from a folder to the schema of configurations, where the program is installed in that folder or above it in
 * its repository; null where it is not, so that a configuration names no file that is not there.
 */
export const schemaPlace = (folder = ''): string | null => {
  const from = resolve(folder);
  const holder = foldersOf({ from, home: homedir() }).find((one) => existsSync(join(one, installed)));
  if (holder === undefined) return null;
  const path = relative(from, join(holder, installed)).replaceAll(sep, '/');
  return path.startsWith('../') ? path : `./${path}`;
};
