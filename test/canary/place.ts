import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from '../stories/scratch.ts';
import { canary } from './token.ts';

/** Folders in which whatever a run leaves is looked for; the exports lie in one of their own. */
export interface Place {
  readonly exports: string;
  readonly cwd: string;
  readonly home: string;
  readonly temporary: string;
  /** Where canaries stand: `name: excerpt` for each file, and each name, that holds one. */
  readonly hits: () => string[];
  /** All that lies in the folders but the exports. */
  readonly left: () => string[];
  /** Empties the folders but that of the exports. */
  readonly clear: () => void;
}

const below = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? [`${join(folder, entry.name)}/`, ...below(join(folder, entry.name))]
      : [join(folder, entry.name)],
  );

/** What stands around the first canary of a text, null where it holds none. */
export const hitIn = (text: string): string | null => {
  const at = text.search(canary);
  return at < 0 ? null : text.slice(Math.max(0, at - 80), at + 40);
};

/** A text may be written in two bytes a sign. */
const hitOf = (path: string): string | null => {
  if (!lstatSync(path).isFile()) return null;
  const bytes = readFileSync(path);
  return hitIn(bytes.toString('latin1')) ?? hitIn(bytes.toString('latin1').replaceAll('\0', ''));
};

/** Makes such folders, removed after the tests of the file. */
export const makePlace = (): Place => {
  const { folder, make } = scratch();
  const watched = ['cwd', 'home', 'temporary'].map((name) => make(name));
  const [cwd, home, temporary] = watched as [string, string, string];
  const left = (): string[] => watched.flatMap(below);
  return {
    exports: make('exports'),
    cwd,
    home,
    temporary,
    left,
    hits: () =>
      left().flatMap((path) => {
        const hit = path.endsWith('/') ? null : hitOf(path);
        const named = hitIn(path.slice(folder.length));
        return [hit, named].flatMap((found) => (found === null ? [] : [`${path}: ${found}`]));
      }),
    clear: () => {
      for (const path of watched)
        for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true });
      mkdirSync(cwd, { recursive: true });
    },
  };
};
