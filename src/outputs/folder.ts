import { closeSync, fsyncSync, openSync } from 'node:fs';
import { platform } from 'node:os';

/** What a system answers that cannot make folders durable one by one, and need not. */
const unknownThere = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', ...(platform() === 'win32' ? ['EPERM'] : [])]);

const sync = (fd: number): void => {
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!unknownThere.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
};

/** A folder held open while a name in it changes. */
export interface HeldFolder {
  /** Makes the names in it durable. */
  readonly sync: () => void;
  readonly release: () => void;
}

/** Opens a folder, so that what forbids to make its names durable is known before one changes. */
export const holdFolder = (path: string): HeldFolder => {
  const fd = openSync(path, 'r');
  return {
    sync: () => sync(fd),
    release: () => {
      try {
        closeSync(fd);
      } catch {
        // It was opened to be read, so nothing is lost with it.
      }
    },
  };
};
