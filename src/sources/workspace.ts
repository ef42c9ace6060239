import { closeSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Makes a workspace under the system's temporary folder. */
export const makeWorkspace = (): Workspace => {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-'));
  let used = 0;
  const kept = new Set<number>();
  return {
    folder,
    newPath: () => join(folder, `staged-${used++}`),
    keep: (fd) => kept.add(fd),
    remove: () => {
      for (const fd of kept) closeSync(fd);
      kept.clear();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
