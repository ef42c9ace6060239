import { sequenceLength } from './encoding.ts';

const FEED = 0x0a;

/**
 * The line and column of the byte `at`, both counted from 1, when `from`, an index not behind it, begins the line
 * `line`. Columns count characters, and a byte that is no part of valid UTF-8 as one.
 */
export const placeOf = (
  bytes: Uint8Array,
  from: number,
  line: number,
  at: number,
): { line: number; column: number } => {
  let lineStart = from;
  let current = line;
  for (let feed = bytes.indexOf(FEED, from); feed !== -1 && feed < at; feed = bytes.indexOf(FEED, feed + 1)) {
    lineStart = feed + 1;
    current++;
  }
  let column = 1;
  for (let index = lineStart; index < at; index += sequenceLength(bytes, index) || 1) column++;
  return { line: current, column };
};
