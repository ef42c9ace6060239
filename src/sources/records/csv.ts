import type { RecordPlace, Splitter } from './places.ts';

const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Tells the records of a CSV text apart from its header record on, which begins at `start` on line `startLine`; the
 * scan has found the text sound, so that quotes come in pairs. Empty lines of several columns are no records.
 */
export const csvRecords = (start: number, startLine: number, columns: number): Splitter => {
  let recordStart = start;
  let recordLine = startLine;
  let line = startLine;
  let record = -1;
  let quoted = false;
  let before = 0;
  return {
    find: (piece, wanted): RecordPlace | null => {
      const { bytes, offset } = piece;
      const length = bytes.length;
      let inside = quoted;
      let feeds = 0;
      for (let at = piece.at; at < length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE) inside = !inside;
        if (byte !== FEED) continue;
        feeds++;
        if (inside) continue;
        const returned = (at === 0 ? before : bytes[at - 1]) === RETURN;
        const end = offset + at - Number(returned);
        if (end > recordStart || columns === 1) record++;
        const place = record === wanted ? { line: recordLine, start: recordStart, end } : null;
        recordStart = offset + at + 1;
        recordLine = line + feeds;
        if (place === null) continue;
        piece.at = at + 1;
        line += feeds;
        quoted = false;
        return place;
      }
      line += feeds;
      quoted = inside;
      before = length === 0 ? before : bytes[length - 1]!;
      piece.at = length;
      return null;
    },
    last: (end, wanted) =>
      recordStart < end && record + 1 === wanted ? { line: recordLine, start: recordStart, end } : null,
  };
};
