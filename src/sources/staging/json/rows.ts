import { DOUBLED, IN_SCRATCH, QUOTED, type Slots } from './slots.ts';
import { COMMA, LINE_FEED, QUOTE, type Text } from './text.ts';

/** CSV rows waiting to be written. */
export interface Rows {
  readonly length: () => number;
  /** Appends the header. */
  readonly header: (names: readonly string[]) => void;
  /** Appends a record of so many columns; `bytes` is how long it was in the text. */
  readonly add: (text: Text, slots: Slots, width: number, bytes: number) => void;
  /** Gives the rows away; they stay valid until the next one is added. */
  readonly take: () => Uint8Array;
}

const field = (name: string, alone: boolean): string =>
  /[",\r\n]/.test(name) || (alone && name === '') ? `"${name.replaceAll('"', '""')}"` : name;

const copy = (from: Buffer, start: number, end: number, to: Buffer, at: number): number => {
  if (end - start > 64) return at + from.copy(to, at, start, end);
  let target = at;
  for (let index = start; index < end; index++) to[target++] = from[index]!;
  return target;
};

const copyDoubled = (from: Buffer, start: number, end: number, to: Buffer, at: number): number => {
  let target = at;
  for (let index = start; index < end; index++) {
    const byte = from[index]!;
    if (byte === QUOTE) to[target++] = QUOTE;
    to[target++] = byte;
  }
  return target;
};

/** Collects rows as RFC 4180 has them, except that lines end with a line feed; only what needs quotes has them. */
export const createRows = (): Rows => {
  let bytes = Buffer.allocUnsafeSlow(2 * 1024 * 1024);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (length + more));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  };
  const value = (text: Text, start: number, end: number, style: number): void => {
    const from = style & IN_SCRATCH ? text.scratch : text.bytes;
    if ((style & QUOTED) === 0) {
      length = copy(from, start, end, bytes, length);
      return;
    }
    bytes[length++] = QUOTE;
    length = (style & DOUBLED ? copyDoubled : copy)(from, start, end, bytes, length);
    bytes[length++] = QUOTE;
  };
  return {
    length: () => length,
    header: (names) => {
      const line = `${names.map((name) => field(name, names.length === 1)).join(',')}\n`;
      reserve(Buffer.byteLength(line));
      length += bytes.write(line, length);
    },
    add: (text, slots, width, size) => {
      reserve(2 * size + 3 * width + 3);
      const start = length;
      for (let column = 0; column < width; column++) {
        if (column > 0) bytes[length++] = COMMA;
        if (slots.records[column] !== slots.record) continue;
        value(text, slots.starts[column]!, slots.ends[column]!, slots.styles[column]!);
      }
      // A line with nothing on it would be no record.
      if (length === start) {
        bytes[length++] = QUOTE;
        bytes[length++] = QUOTE;
      }
      bytes[length++] = LINE_FEED;
    },
    take: () => {
      const taken = bytes.subarray(0, length);
      length = 0;
      return taken;
    },
  };
};
