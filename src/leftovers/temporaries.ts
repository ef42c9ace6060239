import { unlinkSync } from 'node:fs';
import { markPattern, ownMark } from './owner.ts';
import type { Sort } from './sweep.ts';

/** The files that are written beside what they are to become: of an output, or of a lock. */
export const temporaries: Sort = {
  pattern: new RegExp(`^\\..*\\.loyalty-(${markPattern})-[0-9a-f]{12}\\.tmp$`, 's'),
  fits: (stats) => stats.isFile(),
  touched: (_, stats) => stats.mtimeMs,
  remove: unlinkSync,
};

/** Twelve digits that nobody else has drawn. */
export const newWord = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex');

/** The name of such a file of this process, which tells what it is about. */
export const temporaryName = (label: string, word = newWord()): string =>
  `.${label}.loyalty-${ownMark()}-${word}.tmp`;

/** Tries to close or to take away what is made; where that fails, what stays is removed by a run that follows. */
export const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // Whatever went wrong before is what is told.
  }
};
