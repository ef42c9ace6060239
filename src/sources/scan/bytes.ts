import { readSync } from 'node:fs';
import { fault } from '../../errors.ts';
import type { ScanRequest } from './contract.ts';

/** What is read: an open descriptor, and the file's name for messages. */
type Readable = Pick<ScanRequest, 'fd' | 'file'>;

/**
 * Fills `target` with the file's bytes from `position` on. Throws `file_changed` when the file ends before, for then it
 * is no longer the one whose size was taken.
 */
export const readInto = (request: Readable, target: Uint8Array, position: number): void => {
  for (let filled = 0; filled < target.length; ) {
    const count = readSync(request.fd, target, filled, target.length - filled, position + filled);
    if (count === 0) throw fault('file_changed', [request.file]);
    filled += count;
  }
};

/** The file's bytes from `from` up to `to`, which it does not include. */
export const readRange = (request: Readable, from: number, to: number): Uint8Array => {
  const target = new Uint8Array(to - from);
  readInto(request, target, from);
  return target;
};
