import type { Kind } from '../staging/json/sniff.ts';
import type { RecordPlace, Splitter } from './places.ts';

const FEED = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Tells the records of a JSON array or of newline-delimited JSON apart; the staging has found the text sound. */
export const jsonRecords = (kind: Kind): Splitter => {
  const outside = kind === 'array' ? 1 : 0;
  let depth = 0;
  let line = 1;
  let recordLine = 1;
  let recordStart = 0;
  let record = 0;
  let quoted = false;
  let escaped = false;
  return {
    find: (piece, wanted): RecordPlace | null => {
      const { bytes, offset } = piece;
      for (let at = piece.at; at < bytes.length; at++) {
        const byte = bytes[at]!;
        if (byte === FEED) line++;
        if (quoted) {
          if (escaped) escaped = false;
          else if (byte === BACKSLASH) escaped = true;
          else if (byte === QUOTE) quoted = false;
        } else if (byte === QUOTE) quoted = true;
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
          if (depth === outside) {
            recordStart = offset + at;
            recordLine = line;
          }
          depth++;
        } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
          depth--;
          if (depth !== outside || byte !== CLOSE_BRACE) continue;
          record++;
          if (record < wanted) continue;
          piece.at = at + 1;
          return { line: recordLine, start: recordStart, end: offset + at + 1 };
        }
      }
      piece.at = bytes.length;
      return null;
    },
    last: () => null,
  };
};
