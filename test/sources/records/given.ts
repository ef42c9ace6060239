import type { RecordPlace, Splitter } from '../../../src/sources/records/places.ts';

/** The places of records of a text that is given in pieces of so many bytes, from an offset on. */
export const placesOf = (
  bytes: Uint8Array,
  splitter: Splitter,
  wanted: readonly number[],
  size: number,
  from = 0,
): RecordPlace[] => {
  let piece = { bytes: bytes.subarray(from, from), offset: from, at: 0 };
  return wanted.map((record) => {
    for (;;) {
      const place = splitter.find(piece, record);
      if (place !== null) return place;
      const offset = piece.offset + piece.bytes.length;
      if (offset >= bytes.length) {
        const last = splitter.last(bytes.length, record);
        if (last === null) throw new Error(`no record ${record}`);
        return last;
      }
      piece = { bytes: bytes.subarray(offset, offset + size), offset, at: 0 };
    }
  });
};
