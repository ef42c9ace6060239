import { closeSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '../errors.ts';

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

const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  live.delete(folder);
};

const makeFolder = (): string => {
  try {
    return mkdtempSync(join(tmpdir(), 'loyalty-'));
  } catch (error) {
    throw fault('no_room', [tmpdir(), (error as NodeJS.ErrnoException).code ?? 'unknown']);
  }
};

/** Removes the folders of all workspaces, for a process that ends at once and not by its usual way out. */
export const removeWorkspaces = (): void => {
  for (const folder of live) removeFolder(folder);
};

/** Makes a workspace under the system's temporary folder. */
export const makeWorkspace = (): Workspace => {
  const folder = makeFolder();
  live.add(folder);
  let used = 0;
  const kept = new Set<number>();
  return {
    folder,
    newPath: () => join(folder, `staged-${used++}`),
    keep: (fd) => kept.add(fd),
    remove: () => {
      for (const fd of kept) closeSync(fd);
      kept.clear();
      removeFolder(folder);
    },
  };
};
