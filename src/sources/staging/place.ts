import { readSync } from 'node:fs';
import { fault, type Place } from '../../errors.ts';
import { sequenceLength } from '../scan/encoding.ts';
import type { Source } from './source.ts';

const BLOCK = 1024 * 1024;
const LONGEST = 4;
const FEED = 0x0a;
const MARK = 0xfeff;

/** A character of a text: how many bytes it takes (none where the bytes are no character), and what it is for a place. */
interface Character {
  readonly bytes: number;
  readonly kind: 'letter' | 'feed' | 'mark' | 'none';
}

type CharacterAt = (block: Buffer, at: number) => Character;

const letters: readonly Character[] = [0, 1, 2, 3, 4].map((bytes) => ({
  bytes,
  kind: bytes === 0 ? 'none' : 'letter',
}));

const utf8: CharacterAt = (block, at) => {
  const byte = block[at]!;
  if (byte === FEED) return { bytes: 1, kind: 'feed' };
  if (byte < 0x80) return letters[1]!;
  if (byte === 0xef && block[at + 1] === 0xbb && block[at + 2] === 0xbf) return { bytes: 3, kind: 'mark' };
  return letters[sequenceLength(block, at)]!;
};

const singleByte: CharacterAt = (block, at) =>
  block[at] === FEED ? { bytes: 1, kind: 'feed' } : letters[1]!;

const utf16 =
  (bigEndian: boolean): CharacterAt =>
  (block, at) => {
    if (at + 1 >= block.length) return letters[0]!;
    const unit = bigEndian ? block.readUInt16BE(at) : block.readUInt16LE(at);
    if (unit === FEED) return { bytes: 2, kind: 'feed' };
    if (unit === MARK) return { bytes: 2, kind: 'mark' };
    return letters[unit >= 0xd800 && unit <= 0xdbff ? 4 : 2]!;
  };

/** Walks over the characters of a file up to `end`, or to the first bytes that are none, and tells where that is. */
const walk = (source: Source, end: number, characterAt: CharacterAt, firstLine = 1): Place => {
  const buffer = Buffer.alloc(BLOCK);
  let line = firstLine;
  let column = 1;
  for (let offset = 0; offset < end; ) {
    const wanted = Math.min(BLOCK, end - offset);
    if (readSync(source.fd, buffer, 0, wanted, offset) < wanted) throw fault('file_changed', [source.file]);
    const block = buffer.subarray(0, wanted);
    const whole = offset + wanted === end ? wanted : wanted - LONGEST + 1;
    let at = 0;
    while (at < whole) {
      const { bytes, kind } = characterAt(block, at);
      if (kind === 'none') return { file: source.file, line, column };
      if (kind === 'feed') line++;
      if (kind === 'feed') column = 1;
      else if (kind === 'letter' || offset + at > 0) column++;
      at += bytes;
    }
    offset += at;
  }
  return { file: source.file, line, column };
};

/**
 * Where the first byte that is no part of valid UTF-8 stands: its line and column, both counted from 1, columns in
 * characters, a byte order mark at the head of the file being none. Reads the file up to there. `firstLine` is the
 * number of its first line, where that is a copy's.
 */
export const placeOfIllFormed = (source: Source, firstLine = 1): Place =>
  walk(source, source.bytes, utf8, firstLine);

/** Where the byte at an offset stands, in a text that is sound up to there; counted like the other. */
export const placeOfOffset = (
  source: Source,
  offset: number,
  encoding: 'windows-1252' | 'latin1' | 'utf-16le' | 'utf-16be',
): Place => {
  if (encoding === 'windows-1252' || encoding === 'latin1') return walk(source, offset, singleByte);
  return walk(source, offset, utf16(encoding === 'utf-16be'));
};
