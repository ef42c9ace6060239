import { isUtf8 } from 'node:buffer';
import type { Reading } from '../source.ts';
import { Flaw } from './flaw.ts';
import type { Kind } from './sniff.ts';
import { refused, type Text } from './text.ts';

const BLOCK = 1024 * 1024;
const MAX_RECORD = 4 * BLOCK;

/** A text of which a stretch is at hand at a time. */
export interface Window {
  readonly text: Text;
  /** Drops what lies before `text.at` and reads on; false when the file has no more. */
  readonly advance: () => Promise<boolean>;
}

const asserted = (text: Text, end: number): void => {
  const seen = text.bytes.subarray(0, end);
  if (isUtf8(seen)) return;
  const replaced = Buffer.from(seen.toString('utf8'));
  const index = seen.findIndex((byte, at) => byte !== replaced[at]);
  throw new Flaw('json_damaged', 'a byte here is not UTF-8', text.base + Math.max(index, 0));
};

const grow = (text: Text): void => {
  if (text.end >= MAX_RECORD) {
    const size = `${MAX_RECORD / BLOCK} MiB`;
    throw refused(
      text,
      0,
      `a record is longer than ${size}; export a list of records, one for each order or person`,
    );
  }
  const larger = Buffer.allocUnsafeSlow(2 * text.bytes.length);
  text.bytes.copy(larger, 0, 0, text.end);
  text.bytes = larger;
  text.scratch = Buffer.allocUnsafeSlow(larger.length);
};

/** Opens a window on a reading; what it drops is verified to be UTF-8. A record is at most 4 MiB. */
export const openWindow = (reading: Reading, kind: Kind): Window => {
  const text: Text = {
    bytes: Buffer.allocUnsafeSlow(2 * BLOCK),
    at: 0,
    end: 0,
    base: 0,
    multiline: kind === 'array',
    scratch: Buffer.allocUnsafeSlow(2 * BLOCK),
    scratchLength: 0,
  };
  const advance = async (): Promise<boolean> => {
    asserted(text, text.at);
    text.bytes.copyWithin(0, text.at, text.end);
    text.base += text.at;
    text.end -= text.at;
    text.at = 0;
    if (text.end + BLOCK >= text.bytes.length) grow(text);
    const filled = await reading.next(text.bytes.subarray(text.end, text.end + BLOCK));
    text.end += filled;
    text.bytes[text.end] = 0;
    return filled > 0;
  };
  return { text, advance };
};
