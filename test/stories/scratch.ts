import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for the files of a story. */
export interface Scratch {
  readonly folder: string;
  readonly path: (name: string) => string;
  /** Writes a file and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Makes a folder and gives its path. */
  readonly make: (name: string) => string;
}

/** Makes a folder that is removed after the tests of the file. */
export const scratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), 'story-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
    make: (name) => {
      mkdirSync(path(name));
      return path(name);
    },
  };
};
