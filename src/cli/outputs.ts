import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fault } from '../errors.ts';

/** A file to be written, with its whole content. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

const identity = (path: string): string | null => {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
};

/** Refuses outputs that are inputs, under whatever name or link, and two outputs of one name. */
export const assertWritable = (outputs: readonly string[], inputs: readonly string[]): void => {
  const read = new Set(inputs.map(identity));
  const seen = new Set<string>();
  for (const path of outputs) {
    const found = identity(path);
    if (found !== null && read.has(found)) throw fault('output_is_input', [path]);
    const full = resolve(path);
    if (seen.has(full)) throw fault('output_twice', [path]);
    seen.add(full);
  }
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

const writeTemporary = (path: string, content: string): string => {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
  const fd = openSync(temporary, 'wx', 0o644);
  try {
    writeAll(fd, content);
    fsyncSync(fd);
    closeSync(fd);
  } catch (error) {
    discard(temporary);
    throw error;
  }
  return temporary;
};

/**
 * Writes files whole or not at all: all of them beside their targets first, durable, then each renamed into place. A
 * failure removes what was begun and leaves the old files as they were.
 */
export const writeOutputs = (outputs: readonly Output[]): void => {
  const begun: { path: string; temporary: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of outputs) {
      current = path;
      begun.push({ path, temporary: writeTemporary(path, content) });
    }
    while (begun.length > 0) {
      const { path, temporary } = begun[0]!;
      current = path;
      renameSync(temporary, path);
      begun.shift();
      syncFolder(dirname(path));
    }
  } catch (error) {
    for (const { temporary } of begun) discard(temporary);
    throw fault('not_written', [current, (error as NodeJS.ErrnoException).code ?? 'unknown']);
  }
};
