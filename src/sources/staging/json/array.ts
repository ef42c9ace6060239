import { HAS_ESCAPE, stringBetween, stringBody, withoutEscapes } from './strings.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
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

/** Containers inside one another that are followed, the record included. */
export const MAX_DEPTH = 32;

export const tooDeep = (text: Text): Error =>
  refused(text, text.at, `values are nested more than ${MAX_DEPTH} deep; export a flatter file`);

export const repeatedName = (text: Text, at: number): Error =>
  refused(text, at, 'an object holds the same name twice; keep one of them and export again');

const put = (text: Text, byte: number): void => {
  text.scratch[text.scratchLength++] = byte;
};

const keep = (text: Text, from: number): void => {
  const { bytes, scratch } = text;
  let to = text.scratchLength;
  for (let at = from; at < text.at; at++) scratch[to++] = bytes[at]!;
  text.scratchLength = to;
};

/** Keeps the string that begins at `text.at` as it is written and returns what `stringBody` found in it. */
const keepString = (text: Text): number => {
  const from = text.at++;
  const found = stringBody(text);
  if (found & HAS_ESCAPE) withoutEscapes(text, from + 1, text.at);
  text.at++;
  keep(text, from);
  return found;
};

const member = (text: Text, names: Set<string>, depth: number): void => {
  if (peek(text) !== QUOTE) throw unexpected(text, 'a name in double quotes');
  const from = text.at;
  const found = keepString(text);
  const name = stringBetween(text, from + 1, text.at - 1, (found & HAS_ESCAPE) !== 0);
  if (names.has(name)) throw repeatedName(text, from);
  names.add(name);
  if (peek(text) !== COLON) throw unexpected(text, 'a colon');
  text.at++;
  put(text, COLON);
  value(text, depth);
};

const items = (text: Text, close: number, depth: number, item: () => void): void => {
  if (depth > MAX_DEPTH) throw tooDeep(text);
  put(text, text.bytes[text.at++]!);
  let byte = peek(text);
  while (byte !== close) {
    item();
    byte = peek(text);
    if (byte === COMMA) {
      text.at++;
      put(text, COMMA);
      if (peek(text) === close) throw unexpected(text, 'a value');
    } else if (byte !== close) {
      throw unexpected(text, 'a comma or the end of the list');
    }
  }
  text.at++;
  put(text, close);
};

const value = (text: Text, depth: number): void => {
  const byte = peek(text);
  if (byte === QUOTE) {
    keepString(text);
  } else if (byte === OPEN_BRACE) {
    const names = new Set<string>();
    items(text, CLOSE_BRACE, depth + 1, () => member(text, names, depth + 1));
  } else if (byte === OPEN_BRACKET) {
    items(text, CLOSE_BRACKET, depth + 1, () => value(text, depth + 1));
  } else {
    const from = text.at;
    plainValue(text, byte);
    keep(text, from);
  }
};

/** Keeps the array that begins at `text.at` in the scratch: its JSON text, each token as written, no white space. */
export const keepArray = (text: Text, depth: number): void =>
  items(text, CLOSE_BRACKET, depth, () => value(text, depth));
