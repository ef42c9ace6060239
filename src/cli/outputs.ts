import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fault, LoyaltyError } from '../errors.ts';

/** A file to be written, with its whole content. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

const found = (path: string): Stats | null => statSync(path, { throwIfNoEntry: false }) ?? null;

const told = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof LoyaltyError) throw error;
    throw fault('not_written', [path, (error as NodeJS.ErrnoException).code ?? 'unknown']);
  }
};

const identity = (path: string): string | null => {
  try {
    const stats = found(path);
    return stats === null ? null : `${stats.dev}:${stats.ino}`;
  } catch {
    return null;
  }
};

/** Where a path leads, links followed: a link stays a link, and what it leads to is replaced. */
const destination = (path: string): string => {
  if (found(path) !== null) return realpathSync(path);
  return join(realpathSync(dirname(resolve(path))), basename(path));
};

const assertReplaceable = (path: string): void => {
  if (found(dirname(resolve(path))) === null) throw fault('not_written', [path, 'its folder does not exist']);
  const stats = found(path);
  if (stats?.isDirectory()) throw fault('not_written', [path, 'it is a folder']);
  if (stats !== null && !stats.isFile()) throw fault('not_written', [path, 'it is no regular file']);
};

/**
 * Refuses, before anything is read, outputs that are inputs under whatever name or link, two of one name, and places
 * where no file can stand.
 */
export const assertWritable = (outputs: readonly string[], inputs: readonly string[]): void => {
  const read = new Set(inputs.map(identity).filter((input) => input !== null));
  const seen = new Set<string>();
  for (const path of outputs) {
    const same = identity(path);
    if (same !== null && read.has(same)) throw fault('output_is_input', [path]);
    const full = same ?? resolve(path);
    if (seen.has(full)) throw fault('output_twice', [path]);
    seen.add(full);
  }
  for (const path of outputs) told(path, () => assertReplaceable(path));
};

const writeAll = (fd: number, content: string): void => {
  const bytes = Buffer.from(content, 'utf8');
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
};

const syncFolder = (folder: string): void => {
  const fd = openSync(folder, 'r');
  try {
    if (fstatSync(fd).isDirectory()) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

const discard = (path: string): void => {
  try {
    unlinkSync(path);
  } catch {
    // The first failure is the one that is told.
  }
};

/** A new file beside its target, with the permissions of the file it is to replace. */
const writeTemporary = (target: string, content: string): string => {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(9).toString('hex')}.tmp`);
  const before = found(target);
  const fd = openSync(temporary, 'wx', before === null ? 0o644 : 0o600);
  try {
    writeAll(fd, content);
    if (before !== null) fchmodSync(fd, before.mode & 0o777);
    fsyncSync(fd);
  } catch (error) {
    discard(temporary);
    throw error;
  } finally {
    closeSync(fd);
  }
  return temporary;
};

/**
 * Writes files whole or not at all: all of them beside their targets first, durable, then each renamed into place. A
 * failure removes what was begun and leaves the old files as they were.
 */
export const writeOutputs = (outputs: readonly Output[]): void => {
  const begun: { path: string; target: string; temporary: string }[] = [];
  try {
    for (const { path, content } of outputs)
      told(path, () => {
        assertReplaceable(path);
        const target = destination(path);
        begun.push({ path, target, temporary: writeTemporary(target, content) });
      });
    for (let next = begun[0]; next !== undefined; next = begun[0]) {
      const { path, target, temporary } = next;
      told(path, () => renameSync(temporary, target));
      begun.shift();
      told(path, () => syncFolder(dirname(target)));
    }
  } catch (error) {
    for (const { temporary } of begun) discard(temporary);
    throw error;
  }
};
