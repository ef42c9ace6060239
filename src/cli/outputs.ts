import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fault, LoyaltyError } from '../errors.ts';

/** A file to be written, with its whole content: a text, or what stands in a file of ours. */
export interface Output {
  readonly path: string;
  readonly content: string | { readonly spooled: string };
  /** Whether nobody but the owner may read it, whatever the permissions of the file it replaces. */
  readonly secret?: boolean;
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

const writeBytes = (fd: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
};

const copyFrom = (path: string, fd: number): void => {
  const from = openSync(path, 'r');
  try {
    const room = Buffer.alloc(1024 * 1024);
    for (let got = readSync(from, room); got > 0; got = readSync(from, room))
      writeBytes(fd, room.subarray(0, got));
  } finally {
    closeSync(from);
  }
};

const writeAll = (fd: number, content: Output['content']): void => {
  if (typeof content === 'string') writeBytes(fd, Buffer.from(content, 'utf8'));
  else copyFrom(content.spooled, fd);
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

/** A new file beside its target, with the permissions of the file it is to replace unless it is secret. */
const writeTemporary = (target: string, { content, secret = false }: Output): string => {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(9).toString('hex')}.tmp`);
  const before = found(target);
  const fd = openSync(temporary, 'wx', before === null && !secret ? 0o644 : 0o600);
  try {
    writeAll(fd, content);
    if (before !== null && !secret) fchmodSync(fd, before.mode & 0o777);
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
    for (const output of outputs)
      told(output.path, () => {
        assertReplaceable(output.path);
        const target = destination(output.path);
        begun.push({ path: output.path, target, temporary: writeTemporary(target, output) });
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
