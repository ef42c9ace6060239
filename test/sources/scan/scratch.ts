import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScanRequest } from '../../../src/sources/scan/contract.ts';

/** One file in a private folder whose content is replaced again and again. */
export interface Scratch {
  readonly path: string;
  /** Puts these bytes into the file and makes the request to scan them. */
  holding(bytes: Uint8Array, rest?: Partial<ScanRequest>): ScanRequest;
  remove(): void;
}

export const makeScratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-scan-'));
  const path = join(folder, 'file.csv');
  const fd = openSync(path, 'w+');
  return {
    path,
    holding: (bytes, rest = {}) => {
      ftruncateSync(fd, 0);
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, at);
      const file = { fd, file: 'file.csv', bytes: bytes.length };
      return { ...file, start: 0, startLine: 1, delimiter: ',', hash: false, ...rest };
    },
    remove: () => {
      closeSync(fd);
      rmSync(folder, { recursive: true });
    },
  };
};
