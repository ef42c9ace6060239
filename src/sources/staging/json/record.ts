import { keepArray, MAX_DEPTH, repeatedName, tooDeep } from './array.ts';
import {
  type Branch,
  branchBelow,
  type Columns,
  type Entry,
  entryOf,
  giveNull,
  giveValue,
} from './columns.ts';
import { DOUBLED, IN_SCRATCH, MAX_NAMES, putValue, QUOTED, type Slots } from './slots.ts';
import { HAS_COMMA, HAS_ESCAPE, stringBetween, stringBody, withoutEscapes } from './strings.ts';
import {
  CLOSE_BRACE,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  peek,
  plainValue,
  QUOTE,
  refused,
  type Text,
  unexpected,
} from './text.ts';

const MAX_NAME_BYTES = 1024;

const isGuess = (text: Text, { spelling }: Entry): boolean => {
  const { bytes } = text;
  const from = text.at + 1;
  const { length } = spelling;
  for (let index = 0; index < length; index++) {
    if (bytes[from + index] !== spelling[index]) return false;
  }
  text.at = from + length;
  return true;
};

const nameAt = (text: Text, columns: Columns, branch: Branch): Entry => {
  const from = ++text.at;
  const found = stringBody(text);
  if (text.at - from > MAX_NAME_BYTES) {
    throw refused(text, from, `a field has a name of more than ${MAX_NAME_BYTES} bytes; export fixed fields`);
  }
  const name = stringBetween(text, from, text.at, (found & HAS_ESCAPE) !== 0);
  const spelling = Uint8Array.from(text.bytes.subarray(from, ++text.at));
  const entry = entryOf(columns, branch, name, spelling);
  if (columns.appeared.length > MAX_NAMES) {
    throw refused(
      text,
      from,
      `its records have more than ${MAX_NAMES} different fields; export fixed fields`,
    );
  }
  return entry;
};

const styleOf = (text: Text, from: number, end: number): number => {
  let style = IN_SCRATCH;
  for (let at = from; at < end; at++) {
    const byte = text.scratch[at]!;
    if (byte === QUOTE) return IN_SCRATCH | QUOTED | DOUBLED;
    if (byte === COMMA || byte === 0x0a || byte === 0x0d) style = IN_SCRATCH | QUOTED;
  }
  return style;
};

const textValue = (text: Text, slots: Slots, entry: Entry): void => {
  const from = ++text.at;
  const found = stringBody(text);
  const end = text.at++;
  if (found & HAS_ESCAPE) {
    const start = text.scratchLength;
    text.scratchLength = withoutEscapes(text, from, end);
    putValue(text, slots, entry, start, text.scratchLength, styleOf(text, start, text.scratchLength));
  } else {
    putValue(text, slots, entry, from, end, found & HAS_COMMA ? QUOTED : 0);
  }
};

const arrayValue = (text: Text, slots: Slots, entry: Entry, depth: number): void => {
  const start = text.scratchLength;
  keepArray(text, depth + 1);
  putValue(text, slots, entry, start, text.scratchLength, styleOf(text, start, text.scratchLength));
};

const plain = (text: Text, columns: Columns, slots: Slots, entry: Entry, byte: number): void => {
  const from = text.at;
  plainValue(text, byte);
  if (byte === 0x6e) giveNull(columns, entry);
  else {
    giveValue(columns, entry);
    putValue(text, slots, entry, from, text.at, 0);
  }
};

const readValue = (text: Text, columns: Columns, slots: Slots, entry: Entry, depth: number): void => {
  const byte = peek(text);
  if (byte === OPEN_BRACE) {
    members(text, columns, slots, branchBelow(columns, entry), depth + 1);
  } else if (byte === QUOTE) {
    giveValue(columns, entry);
    textValue(text, slots, entry);
  } else if (byte === OPEN_BRACKET) {
    giveValue(columns, entry);
    arrayValue(text, slots, entry, depth);
  } else {
    plain(text, columns, slots, entry, byte);
  }
};

const members = (text: Text, columns: Columns, slots: Slots, branch: Branch, depth: number): void => {
  if (depth > MAX_DEPTH) throw tooDeep(text);
  text.at++;
  let byte = peek(text);
  let previous: Entry | null = null;
  let guess = branch.first;
  while (byte !== CLOSE_BRACE) {
    if (byte !== QUOTE) throw unexpected(text, 'a name in double quotes');
    const from = text.at;
    const entry: Entry = guess !== null && isGuess(text, guess) ? guess : nameAt(text, columns, branch);
    if (entry.record === slots.record) throw repeatedName(text, from);
    entry.record = slots.record;
    if (previous === null) branch.first = entry;
    else previous.next = entry;
    if (peek(text) !== COLON) throw unexpected(text, 'a colon');
    text.at++;
    readValue(text, columns, slots, entry, depth);
    byte = peek(text);
    if (byte === COMMA) {
      text.at++;
      byte = peek(text);
      if (byte === CLOSE_BRACE) throw unexpected(text, 'a name in double quotes');
      previous = entry;
      guess = entry.next;
    } else if (byte !== CLOSE_BRACE) {
      throw unexpected(text, 'a comma or the end of the object');
    }
  }
  text.at++;
};

/**
 * Reads the object that begins at `text.at`: its values come to lie in `slots`, its names among `columns`. Throws a
 * `Flaw`, or `Unfinished` when it goes on beyond the bytes at hand; then it has to be read again from its start.
 */
export const readRecord = (text: Text, columns: Columns, slots: Slots): void => {
  text.scratchLength = 0;
  slots.record++;
  members(text, columns, slots, columns.root, 1);
};
