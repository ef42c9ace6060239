import { readFileSync } from 'node:fs';
import { builtFile } from '../../package.ts';
import type { LineEnd } from './contract.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly recordStart: WebAssembly.Global;
  readonly records: WebAssembly.Global;
  readonly blankLines: WebAssembly.Global;
  readonly lines: WebAssembly.Global;
  readonly quotedLineEnds: WebAssembly.Global;
  address(): number;
  begin(delimiter: number, columns: number, returns: boolean, recordBytes: number): void;
  scan(length: number): number;
}

/** Where the fast scan stands: everything before `recordStart` is sound. */
export interface BlocksState {
  /** Where the record being read begins, against the bytes just scanned; negative when in earlier ones. */
  readonly recordStart: number;
  readonly records: number;
  readonly blankLines: number;
  /** Line feeds before `recordStart`, quoted ones too. */
  readonly lines: number;
  readonly quotedLineEnds: boolean;
}

/** The scan of whole blocks of bytes in WebAssembly. */
export interface Blocks {
  /** The bytes to scan are put here. */
  readonly room: Uint8Array;
  begin(delimiter: number, columns: number, lineEnd: LineEnd, recordBytes: number): void;
  /**
   * Scans the first `length` bytes of `room`, which follow those of the call before; a multiple of 64 except at the end
   * of the file. False when a fault is near: then `state` stands before it.
   */
  scan(length: number): boolean;
  state(length: number): BlocksState;
}

let instance: WebAssembly.Instance | undefined;

/** Makes a scanner with room for `bytes` bytes at a time, at most 1 MiB; all of a thread share one memory, so that one scans at a time. */
export const makeBlocks = (bytes: number): Blocks => {
  instance ??= new WebAssembly.Instance(new WebAssembly.Module(readFileSync(builtFile('scan.wasm'))));
  const exported = instance.exports as Exports;
  let sound = true;
  return {
    room: new Uint8Array(exported.memory.buffer, exported.address(), bytes),
    begin: (delimiter, columns, lineEnd, recordBytes) =>
      exported.begin(delimiter, columns, lineEnd === '\r\n', recordBytes),
    scan: (length) => {
      sound = exported.scan(length) !== 0;
      return sound;
    },
    state: (length) => ({
      recordStart: exported.recordStart.value + (sound ? length : 0),
      records: exported.records.value,
      blankLines: exported.blankLines.value,
      lines: exported.lines.value,
      quotedLineEnds: exported.quotedLineEnds.value !== 0,
    }),
  };
};
