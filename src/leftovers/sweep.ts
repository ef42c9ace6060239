import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { lifeOf } from './owner.ts';

/** One sort of thing that a run makes for itself and takes away again, unless it is killed. */
export interface Sort {
  /** Matches the whole name, with the mark of its process as the first group. */
  readonly pattern: RegExp;
  readonly fits: (stats: Stats) => boolean;
  /** When anything of it was last written, in milliseconds. */
  readonly touched: (path: string, stats: Stats) => number;
  readonly remove: (path: string) => void;
}

const week = 7 * 24 * 60 * 60 * 1000;

const removeOne = (path: string, mark: string, sort: Sort, fresh: Stats): void => {
  const stats = lstatSync(path);
  if (stats.uid !== fresh.uid || !sort.fits(stats)) return;
  const life = lifeOf(mark);
  if (life === 'running') return;
  if (life === 'unknown' && fresh.mtimeMs - sort.touched(path, stats) < week) return;
  sort.remove(path);
};

/**
 * Removes what killed runs left in a folder: things of this sort, of the owner of `fresh`, a thing made there just now,
 * whose process is gone. What was made on another machine or in another container goes after a week without a change,
 * by the clock of the folder's own disk. Nothing that fails here is told: it is another run's, and stays.
 */
export const sweep = (folder: string, sort: Sort, fresh: Stats): void => {
  const quietly = (work: () => void): void => {
    try {
      work();
    } catch {
      // Another run was quicker, or it is not ours to remove.
    }
  };
  quietly(() => {
    for (const name of readdirSync(folder)) {
      const mark = sort.pattern.exec(name)?.[1];
      if (mark !== undefined) quietly(() => removeOne(join(folder, name), mark, sort, fresh));
    }
  });
};
