import { closeSync, fstatSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { systemCodeOf } from '../errors.ts';
import { ownMark } from '../leftovers/owner.ts';
import { newWord, quietly, temporaryName } from '../leftovers/temporaries.ts';

/** A file with when it was last written; null where there is none. */
export const readAt = (path: string): { text: string; touched: number } | null => {
  try {
    return { text: readFileSync(path).toString('utf8'), touched: statSync(path).mtimeMs };
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

/** Makes a file with a text and leaves it open, or makes none. */
export const openNew = (path: string, text: string): number => {
  const fd = openSync(path, 'wx', 0o644);
  try {
    writeSync(fd, text, 0);
    return fd;
  } catch (error) {
    quietly(() => closeSync(fd));
    quietly(() => unlinkSync(path));
    throw error;
  }
};

/** A file with the mark of this process and a word nobody else has, beside the lock and open to be written again. */
export const makeMarked = (path: string) => {
  const word = newWord();
  const temporary = join(dirname(path), temporaryName('lock', word));
  const text = `${ownMark()} ${word} ${hostname()}\n`;
  const fd = openNew(temporary, text);
  return { temporary, text, fd, made: fstatSync(fd).mtimeMs };
};

export type Marked = ReturnType<typeof makeMarked>;
