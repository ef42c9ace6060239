import { closeSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fault, systemCodeOf } from '../errors.ts';

/** A private file that grows by lines; what the system refuses is told as a fault of the folder it lies in. */
export interface Spool {
  readonly put: (text: string) => void;
  /** Writes what is held yet, and closes the file; once. */
  readonly close: () => void;
}

/** Makes such a file. */
export const spoolAt = (path: string): Spool => {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fault('no_room', [dirname(path), systemCodeOf(error)]);
    }
  };
  const fd = told(() => openSync(path, 'wx', 0o600));
  let held: string[] = [];
  const flush = (): void => {
    const bytes = Buffer.from(held.join(''), 'utf8');
    held = [];
    for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
  };
  return {
    put: (text) => {
      held.push(`${text}\n`);
      if (held.length === 1000) told(flush);
    },
    close: () =>
      told(() => {
        try {
          flush();
        } finally {
          closeSync(fd);
        }
      }),
  };
};
