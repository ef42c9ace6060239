import { closeSync, lstatSync, mkdtempSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, systemCodeOf } from '../errors.ts';
import { markPattern, ownMark } from '../leftovers/owner.ts';
import { type Sort, sweep } from '../leftovers/sweep.ts';

/** A private folder (mode 0700) for staged copies and the engine's spill files; nothing of a run lies elsewhere. */
export interface Workspace {
  readonly folder: string;
  /** A path in the folder that no one has used yet. */
  readonly newPath: () => string;
  /** Has a descriptor closed with the workspace. */
  readonly keep: (fd: number) => void;
  /** Closes what was kept and removes the folder with all it holds; safe to call twice. */
  readonly remove: () => void;
}

const live = new Set<string>();

const removeTree = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** A file in a folder grows without a change of the folder itself. */
const lastTouched = (folder: string, stats: Stats): number =>
  Math.max(stats.mtimeMs, ...readdirSync(folder).map((name) => lstatSync(join(folder, name)).mtimeMs));

const workspaces: Sort = {
  pattern: new RegExp(`^loyalty-(${markPattern})-[A-Za-z0-9]{6}$`),
  fits: (stats) => stats.isDirectory(),
  touched: lastTouched,
  remove: removeTree,
};

const makeFolder = (): string => {
  const place = tmpdir();
  try {
    const folder = mkdtempSync(join(place, `loyalty-${ownMark()}-`));
    live.add(folder);
    sweep(place, workspaces, lstatSync(folder));
    return folder;
  } catch (error) {
    throw fault('no_room', [place, systemCodeOf(error)]);
  }
};

const removeFolder = (folder: string): void => {
  live.delete(folder);
  try {
    removeTree(folder);
  } catch (error) {
    throw fault('not_removed', [folder, systemCodeOf(error)]);
  }
};

const closeQuietly = (fd: number): void => {
  try {
    closeSync(fd);
  } catch {
    // It was opened to be read, so nothing is lost with it.
  }
};

/** Removes the folders of all workspaces, for a process that ends at once and not by its usual way out. */
export const removeWorkspaces = (): void => {
  for (const folder of live)
    try {
      removeTree(folder);
    } catch {
      // The next run removes it.
    }
};

/** Makes a workspace under the system's temporary folder, and removes there what killed runs left. */
export const makeWorkspace = (): Workspace => {
  const folder = makeFolder();
  let used = 0;
  const kept = new Set<number>();
  return {
    folder,
    newPath: () => join(folder, `staged-${used++}`),
    keep: (fd) => kept.add(fd),
    remove: () => {
      for (const fd of kept) closeQuietly(fd);
      kept.clear();
      removeFolder(folder);
    },
  };
};
