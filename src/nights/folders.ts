import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fault, systemCodeOf } from '../errors.ts';

/** The folders from the first that was made down to one. */
const between = (first: string, last: string): string[] =>
  last === first || last.length <= first.length ? [first] : [...between(first, dirname(last)), last];

/** Makes the folders of files, or none; what it gives takes those away again in which nothing was put. */
export const makeFolders = (paths: readonly string[]): (() => void) => {
  const made: string[] = [];
  const remove = (): void => {
    for (const folder of made.toReversed())
      try {
        rmdirSync(folder);
      } catch {
        // Something is in it by now.
      }
  };
  for (const path of paths) {
    const folder = dirname(resolve(path));
    try {
      const first = mkdirSync(folder, { recursive: true });
      if (first !== undefined) made.push(...between(resolve(first), folder));
    } catch (error) {
      remove();
      throw fault('not_written', [path, systemCodeOf(error)]);
    }
  }
  return remove;
};
