import { Flaw, Unfinished } from './flaw.ts';

export const COMMA = 0x2c;
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const LINE_FEED = 0x0a;

/** The bytes of a JSON text at hand; whoever reads moves `at` on. */
export interface Text {
  /** Holds a zero byte at `end`, where every reader of a token stops by itself. */
  bytes: Buffer;
  at: number;
  end: number;
  /** The offset of `bytes[0]` in the file. */
  base: number;
  /** Whether line feeds may stand inside a record. */
  readonly multiline: boolean;
  /** Unescaped strings and arrays of the record being read; as large as `bytes`, which a record never outgrows. */
  scratch: Buffer;
  scratchLength: number;
}

/** The flaw of an unexpected byte; where the bytes at hand end instead, `Unfinished`. */
export const damaged = (text: Text, at: number, what: string): Error =>
  at >= text.end ? new Unfinished() : new Flaw('json_damaged', what, text.base + at);

/** The flaw of something well-formed that no export needs. */
export const refused = (text: Text, at: number, what: string): Flaw =>
  new Flaw('json_refused', what, text.base + at);

const isBlank = (byte: number, multiline: boolean): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0d || (byte === LINE_FEED && multiline);

/** Passes over white space and returns the byte that follows, zero at the end of the bytes at hand. */
export const peek = (text: Text): number => {
  const { bytes } = text;
  let at = text.at;
  let byte = bytes[at]!;
  while (byte <= 0x20 && isBlank(byte, text.multiline)) byte = bytes[++at]!;
  text.at = at;
  return byte;
};

/** What `damaged` says of the byte `peek` has found: a record that a line feed breaks off says so. */
export const unexpected = (text: Text, wanted: string): Error =>
  damaged(
    text,
    text.at,
    text.bytes[text.at] === LINE_FEED
      ? 'the line ends inside a record, where newline-delimited JSON holds a whole record on each line'
      : `${wanted} is expected here`,
  );

const literal = (text: Text, word: string): void => {
  for (let index = 0; index < word.length; index++) {
    if (text.bytes[text.at + index] !== word.charCodeAt(index)) {
      throw damaged(text, text.at + index, 'a value is expected here');
    }
  }
  text.at += word.length;
};

const digits = (text: Text, from: number): number => {
  let at = from;
  let byte = text.bytes[at]!;
  while (byte >= 0x30 && byte <= 0x39) byte = text.bytes[++at]!;
  if (at === from) throw damaged(text, at, 'a digit is expected here');
  return at;
};

const number = (text: Text): void => {
  const { bytes } = text;
  const start = bytes[text.at] === 0x2d ? text.at + 1 : text.at;
  let at = digits(text, start);
  if (bytes[start] === 0x30 && at > start + 1)
    throw damaged(text, start, 'a number begins with a zero too many');
  if (bytes[at] === 0x2e) at = digits(text, at + 1);
  if ((bytes[at]! | 0x20) === 0x65) {
    const sign = bytes[at + 1] === 0x2b || bytes[at + 1] === 0x2d;
    at = digits(text, at + (sign ? 2 : 1));
  }
  text.at = at;
};

/** Passes over a number or one of the words true, false and null; `byte` is its first byte, at `text.at`. */
export const plainValue = (text: Text, byte: number): void => {
  if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) number(text);
  else if (byte === 0x6e) literal(text, 'null');
  else if (byte === 0x74) literal(text, 'true');
  else if (byte === 0x66) literal(text, 'false');
  else throw unexpected(text, 'a value');
};
