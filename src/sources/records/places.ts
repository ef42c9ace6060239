import { setImmediate as turn } from 'node:timers/promises';
import { assertUnchanged, type OpenedFile } from '../open.ts';
import { readInto, readRange } from '../scan/bytes.ts';

/** Where a record of a text stands: the physical line, from 1, on which it begins, and its bytes without a line end. */
export interface RecordPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A piece of a text in hand: its bytes, the offset of the first of them, and how far they are read. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly offset: number;
  at: number;
}

/** Tells the records of a text apart, piece after piece; the text is known to be sound. */
export interface Splitter {
  /** Reads on up to the end of record `wanted` (from 1) and gives its place; null where the piece ends before. */
  readonly find: (piece: Piece, wanted: number) => RecordPlace | null;
  /** The place of record `wanted` where it is the last one and nothing closes it before the `end` of the text. */
  readonly last: (end: number, wanted: number) => RecordPlace | null;
}

/** Finds records in a text by their numbers, which are to be asked for in ascending order. */
export interface RecordFinder {
  readonly find: (record: number) => Promise<RecordPlace>;
  /** The bytes of a place, as text. */
  readonly text: (place: RecordPlace) => string;
  /** Refuses a text that changed while it was gone through. */
  readonly assertSame: () => void;
}

const pieceBytes = 1024 * 1024;

/** Goes through a file once, from `start` to the last record that is asked for; memory stays at one piece. */
export const findRecords = (
  file: OpenedFile,
  start: number,
  splitter: Splitter,
  signal: AbortSignal,
): RecordFinder => {
  const room = new Uint8Array(pieceBytes);
  const { fd, name, bytes: size } = file;
  let piece: Piece = { bytes: room.subarray(0, 0), offset: start, at: 0 };
  const advance = async (): Promise<boolean> => {
    const offset = piece.offset + piece.bytes.length;
    if (offset >= size) return false;
    await turn();
    signal.throwIfAborted();
    const bytes = room.subarray(0, Math.min(pieceBytes, size - offset));
    readInto({ fd, file: name }, bytes, offset);
    piece = { bytes, offset, at: 0 };
    return true;
  };
  return {
    find: async (record) => {
      for (;;) {
        const place = splitter.find(piece, record);
        if (place !== null) return place;
        if (await advance()) continue;
        const last = splitter.last(size, record);
        if (last === null) throw new Error(`there is no record ${record}`);
        return last;
      }
    },
    text: ({ start: from, end }) => Buffer.from(readRange({ fd, file: name }, from, end)).toString('utf8'),
    assertSame: () => assertUnchanged(file),
  };
};
