import type { Place } from '../../../errors.ts';
import { blocksOf, type Source, startReading } from '../source.ts';

const LINE_FEED = 0x0a;
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Line and column (in characters) of a byte of a UTF-8 file, both counted from 1; reads the file up to there. */
export const placeAt = async (source: Source, offset: number): Promise<Place> => {
  const before = { ...source, bytes: Math.min(offset, source.bytes) };
  let line = 1;
  let column = 1;
  for await (const block of blocksOf(startReading(before, {}), 1024 * 1024)) {
    for (const byte of block) {
      if (byte === LINE_FEED) {
        line++;
        column = 1;
      } else if (!isContinuation(byte)) {
        column++;
      }
    }
  }
  return { file: source.file, line, column };
};
