import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fault, LoyaltyError, systemCodeOf } from '../errors.ts';

/** What stands at a path, links followed; null for nothing. */
export const found = (path: string): Stats | null => statSync(path, { throwIfNoEntry: false }) ?? null;

/** Does some work on an output; whatever the system refuses is told as a fault that names it. */
export const told = <T>(
  path: string,
  work: () => T,
  code: 'not_written' | 'not_durable' = 'not_written',
): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof LoyaltyError) throw error;
    throw fault(code, [path, systemCodeOf(error)]);
  }
};

/** Where a path leads, links followed: a link stays a link, and what it leads to is replaced. */
export const destination = (path: string): string => {
  if (found(path) !== null) return realpathSync(path);
  return join(realpathSync(dirname(resolve(path))), basename(path));
};

/** Refuses a place where no file can stand, and what is there and no file. */
export const assertReplaceable = (path: string): void => {
  if (found(dirname(resolve(path))) === null) throw fault('not_written', [path, 'its folder does not exist']);
  const stats = found(path);
  if (stats?.isDirectory()) throw fault('not_written', [path, 'it is a folder']);
  if (stats !== null && !stats.isFile()) throw fault('not_written', [path, 'it is no regular file']);
  if (stats === null && lstatSync(path, { throwIfNoEntry: false }) !== undefined)
    throw fault('not_written', [path, 'it is a link that leads nowhere']);
};

const orNull = <T>(work: () => T | null): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

const identity = (path: string): string | null =>
  orNull(() => {
    const stats = found(path);
    return stats === null ? null : `${stats.dev}:${stats.ino}`;
  });

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
    const full = same ?? orNull(() => destination(path)) ?? resolve(path);
    if (seen.has(full)) throw fault('output_twice', [path]);
    seen.add(full);
  }
  for (const path of outputs) told(path, () => assertReplaceable(path));
};
