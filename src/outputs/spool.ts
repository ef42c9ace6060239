import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fault, systemCodeOf } from '../errors.ts';
import { writeBytes } from './bytes.ts';

/** A private file that grows by texts until it is the content of an output. */
export interface Spool {
  readonly write: (text: string) => void;
  readonly isOpen: () => boolean;
  /** Closes the file; safe to call twice. */
  readonly close: () => void;
}

/** Makes such a file where there is none; what the system refuses is told as a fault of the folder it lies in. */
export const makeSpool = (path: string): Spool => {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fault('no_room', [dirname(path), systemCodeOf(error)]);
    }
  };
  const fd = told(() => openSync(path, 'wx', 0o600));
  let open = true;
  let position = 0;
  return {
    write: (text) => {
      position = told(() => writeBytes(fd, Buffer.from(text, 'utf8'), position));
    },
    isOpen: () => open,
    close: () => {
      if (!open) return;
      open = false;
      told(() => closeSync(fd));
    },
  };
};
