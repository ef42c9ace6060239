import type { Columns } from './columns.ts';
import { Unfinished } from './flaw.ts';
import { readRecord } from './record.ts';
import type { Slots } from './slots.ts';
import type { Kind } from './sniff.ts';
import {
  CLOSE_BRACKET,
  COMMA,
  damaged,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  peek,
  refused,
  type Text,
} from './text.ts';

/** Goes through a text from record to record. */
export interface Records {
  /**
   * Reads the next record and returns true; false where the bytes at hand end before it does. It goes on from there
   * once there are more.
   */
  readonly next: () => boolean;
  /** What is missing if the file ends where `next` has returned false, null when it is whole. */
  readonly missing: () => string | null;
}

type Attempt = (text: Text) => boolean;

const insideRecord = 'the file ends inside a record';
const beginsValue = /["[\-0-9tfn]/;

const attemptOf =
  (columns: Columns, slots: Slots): Attempt =>
  (text) => {
    const start = text.at;
    const byte = text.bytes[start]!;
    if (byte !== OPEN_BRACE) {
      if (!beginsValue.test(String.fromCharCode(byte)))
        throw damaged(text, start, 'a record is expected here');
      throw refused(text, start, 'a record is not an object; export a list of objects');
    }
    try {
      readRecord(text, columns, slots);
      return true;
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      text.at = start;
      return false;
    }
  };

const recordsOfArray = (text: Text, attempt: Attempt): Records => {
  let state: 'start' | 'first' | 'record' | 'after' | 'closed' = 'start';
  const punctuation = (byte: number): void => {
    if (state === 'start' && byte === OPEN_BRACKET) state = 'first';
    else if ((state === 'first' || state === 'after') && byte === CLOSE_BRACKET) state = 'closed';
    else if (state === 'after' && byte === COMMA) state = 'record';
    else if (state === 'closed') throw damaged(text, text.at, 'something follows the end of the array');
    else
      throw damaged(
        text,
        text.at,
        state === 'start' ? 'a [ is expected here' : 'a comma or ] is expected here',
      );
    text.at++;
  };
  return {
    next: () => {
      for (;;) {
        const byte = peek(text);
        if (text.at >= text.end) return false;
        if (state === 'record' || (state === 'first' && byte !== CLOSE_BRACKET)) {
          if (!attempt(text)) return false;
          state = 'after';
          return true;
        }
        punctuation(byte);
      }
    },
    missing: () => {
      if (state === 'closed') return null;
      return text.at < text.end ? insideRecord : 'the file ends before the ] of its array';
    },
  };
};

const recordsOfLines = (text: Text, attempt: Attempt): Records => {
  let lineEnded = true;
  let any = false;
  return {
    next: () => {
      while (peek(text) === LINE_FEED) {
        lineEnded = true;
        text.at++;
      }
      if (text.at >= text.end) return false;
      if (!lineEnded) throw damaged(text, text.at, 'something follows the record on its line');
      if (!attempt(text)) return false;
      lineEnded = false;
      any = true;
      return true;
    },
    missing: () => {
      if (text.at < text.end) return insideRecord;
      return any ? null : 'the file holds no record';
    },
  };
};

/** The records of a text from where it stands. */
export const recordsOf = (text: Text, kind: Kind, columns: Columns, slots: Slots): Records =>
  kind === 'array'
    ? recordsOfArray(text, attemptOf(columns, slots))
    : recordsOfLines(text, attemptOf(columns, slots));
