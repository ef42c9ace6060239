import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { assertReplaceable, destination, told } from './destination.ts';
import { holdFolder } from './folder.ts';
import type { Output } from './output.ts';
import { discard, writeTemporary } from './temporary.ts';

interface Begun {
  readonly path: string;
  readonly target: string;
  readonly temporary: string;
}

const begin = (output: Output, swept: Set<string>): Begun =>
  told(output.path, () => {
    assertReplaceable(output.path);
    const target = destination(output.path);
    return { path: output.path, target, temporary: writeTemporary(target, output, swept) };
  });

/** `renamed` is called as soon as the new file has its name, and before that is durable. */
const bringIntoPlace = ({ path, target, temporary }: Begun, renamed: () => void): void => {
  const folder = told(path, () => holdFolder(dirname(target)));
  try {
    told(path, () => renameSync(temporary, target));
    renamed();
    told(path, folder.sync, 'not_durable');
  } finally {
    folder.release();
  }
};

/**
 * Writes files whole or not at all: all of them beside their targets first, durable, then each renamed into place in
 * the order given, durable before the next one. A failure removes what was begun and leaves the old files as they were,
 * but for those renamed already. Two runs at once never mix in one file; of several files some may be of either run.
 */
export const writeOutputs = (outputs: readonly Output[]): void => {
  const begun: Begun[] = [];
  const swept = new Set<string>();
  try {
    for (const output of outputs) begun.push(begin(output, swept));
    for (let next = begun[0]; next !== undefined; next = begun[0]) bringIntoPlace(next, () => begun.shift());
  } catch (error) {
    for (const { temporary } of begun) discard(temporary);
    throw error;
  }
};
