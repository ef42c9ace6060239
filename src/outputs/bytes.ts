import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Output } from './output.ts';

/** Writes all of some bytes at a position of an open file, and gives the position after them. */
export const writeBytes = (fd: number, bytes: Uint8Array, position: number): number => {
  for (let written = 0; written < bytes.length; )
    written += writeSync(fd, bytes, written, bytes.length - written, position + written);
  return position + bytes.length;
};

const copyFrom = (path: string, fd: number): void => {
  const from = openSync(path, 'r');
  try {
    const room = Buffer.alloc(1024 * 1024);
    let position = 0;
    for (let got = readSync(from, room); got > 0; got = readSync(from, room))
      position = writeBytes(fd, room.subarray(0, got), position);
  } finally {
    closeSync(from);
  }
};

/** Writes the whole content of an output into an open file that is empty. */
export const writeContent = (fd: number, content: Output['content']): void => {
  if (typeof content === 'string') writeBytes(fd, Buffer.from(content, 'utf8'), 0);
  else copyFrom(content.spooled, fd);
};
