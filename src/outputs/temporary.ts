import { closeSync, fchmodSync, fstatSync, fsyncSync, openSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sweep } from '../leftovers/sweep.ts';
import { quietly, temporaries, temporaryName } from '../leftovers/temporaries.ts';
import { writeContent } from './bytes.ts';
import { found } from './destination.ts';
import type { Output } from './output.ts';

/** Bytes of the target's name that the temporary one repeats, so that both fit wherever the target's does. */
const longestLabel = 60;

const labelOf = (name: string): string => {
  let label = '';
  for (const letter of name) {
    if (Buffer.byteLength(label + letter) > longestLabel) break;
    label += letter;
  }
  return label;
};

/** Removes a temporary file; one that cannot be removed is left to the next run. */
export const discard = (path: string): void => quietly(() => unlinkSync(path));

/**
 * Writes a new file beside its target, durable, with the permissions of the file it is to replace unless it is secret.
 * What killed runs left in that folder is removed before, unless the folder is among the `swept`, which it joins.
 */
export const writeTemporary = (
  target: string,
  { content, secret = false }: Output,
  swept: Set<string>,
): string => {
  const folder = dirname(target);
  const temporary = join(folder, temporaryName(labelOf(basename(target))));
  const before = found(target);
  const fd = openSync(temporary, 'wx', before === null && !secret ? 0o644 : 0o600);
  let open = true;
  try {
    if (!swept.has(folder)) sweep(folder, temporaries, fstatSync(fd));
    swept.add(folder);
    writeContent(fd, content);
    if (before !== null && !secret) fchmodSync(fd, before.mode & 0o777);
    fsyncSync(fd);
    open = false;
    closeSync(fd);
  } catch (error) {
    if (open) quietly(() => closeSync(fd));
    discard(temporary);
    throw error;
  }
  return temporary;
};
