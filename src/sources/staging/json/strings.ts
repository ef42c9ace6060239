import { BACKSLASH, COMMA, damaged, QUOTE, refused, type Text } from './text.ts';

/** Found in a string: a comma; an escape. */
export const HAS_COMMA = 1;
export const HAS_ESCAPE = 2;

/**
 * Passes over a string, `text.at` being behind its opening quote; it is left on the closing one. Returns what was
 * found in it. Escapes are not looked into: `withoutEscapes` does.
 */
export const stringBody = (text: Text): number => {
  const { bytes } = text;
  let found = 0;
  let at = text.at;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) break;
    if (byte === BACKSLASH) {
      found |= HAS_ESCAPE;
      if (++at >= text.end) throw damaged(text, at, '');
    } else if (byte === COMMA) {
      found |= HAS_COMMA;
    } else if (byte < 0x20) {
      throw damaged(text, at, 'a control character or line break stands unescaped inside a text');
    }
    at++;
  }
  text.at = at;
  return found;
};

const escapes: Readonly<Record<number, number>> = {
  [QUOTE]: QUOTE,
  [BACKSLASH]: BACKSLASH,
  47: 47,
  98: 8,
  102: 12,
  110: 10,
  114: 13,
  116: 9,
};

const hexadecimal = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** The code unit of `\uXXXX` at `at`, else -1. */
const unitAt = (bytes: Buffer, at: number): number => {
  if (bytes[at] !== BACKSLASH || bytes[at + 1] !== 0x75) return -1;
  let unit = 0;
  for (let index = at + 2; index < at + 6; index++) {
    const digit = hexadecimal(bytes[index]!);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
};

const codePointAt = (text: Text, at: number): number => {
  const unit = unitAt(text.bytes, at);
  if (unit < 0) throw damaged(text, at, 'an escape is malformed');
  if (unit === 0) throw refused(text, at, 'a text holds the character NUL; leave it out and export again');
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const low = unitAt(text.bytes, at + 6);
  if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) {
    throw refused(text, at, 'a text holds half of a surrogate pair, which is no character; export it again');
  }
  return 0x10000 + (unit - 0xd800) * 0x400 + (low - 0xdc00);
};

const encode = (code: number, into: Buffer, to: number): number => {
  if (code < 0x80) {
    into[to] = code;
    return to + 1;
  }
  if (code < 0x800) {
    into[to] = 0xc0 | (code >> 6);
  } else if (code < 0x10000) {
    into[to++] = 0xe0 | (code >> 12);
    into[to] = 0x80 | ((code >> 6) & 0x3f);
  } else {
    into[to++] = 0xf0 | (code >> 18);
    into[to++] = 0x80 | ((code >> 12) & 0x3f);
    into[to] = 0x80 | ((code >> 6) & 0x3f);
  }
  into[to + 1] = 0x80 | (code & 0x3f);
  return to + 2;
};

/**
 * Writes the string of `bytes[from]` to `bytes[end]` without its escapes behind what the scratch holds and returns
 * where it ends there; it stays only when the caller moves `scratchLength` on. Halves of surrogate pairs and NUL are
 * refused.
 */
export const withoutEscapes = (text: Text, from: number, end: number): number => {
  const { bytes, scratch } = text;
  let to = text.scratchLength;
  let at = from;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte !== BACKSLASH) {
      scratch[to++] = byte;
      at++;
      continue;
    }
    const simple = escapes[bytes[at + 1]!];
    if (simple !== undefined) {
      scratch[to++] = simple;
      at += 2;
    } else {
      const code = codePointAt(text, at);
      to = encode(code, scratch, to);
      at += code > 0xffff ? 12 : 6;
    }
  }
  return to;
};

/** The characters of a string between two offsets, escapes resolved. */
export const stringBetween = (text: Text, from: number, end: number, escaped: boolean): string =>
  escaped
    ? text.scratch.toString('utf8', text.scratchLength, withoutEscapes(text, from, end))
    : text.bytes.toString('utf8', from, end);
