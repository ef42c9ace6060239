import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readCells } from '../support/reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const file = (bytes: Uint8Array): string => {
  const path = join(folder, `file-${made++}.csv`);
  writeFileSync(path, bytes);
  return path;
};
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Lines of ten letters: more than the head from which the encoding is first concluded, and more than two blocks of a mebibyte. */
const lines = { head: 30_000, blocks: 200_000 };
const long = (count: number): string => 'é,1234567\n'.repeat(count);

describe('a file that is refused for its bytes says where they stand', () => {
  it.each<[string, Buffer, string, number, number]>([
    ['bytes of two encodings', latin('a,b\n1,\xc3\xa9\n2,caf\xe9\n'), 'mixed_encoding', 3, 6],
    ['after a mark of byte order', latin('\xef\xbb\xbfa,\xe9\n1,\xc3\xa9\n'), 'mixed_encoding', 1, 3],
    ['in the first line', latin('\xe2\x82\xac\xf0\x9f\x98\x80\xff,b\n'), 'mixed_encoding', 1, 3],
    ['at the very end', latin('a,b\n1,\xc3\xa9\n2,\xc3'), 'mixed_encoding', 3, 3],
    [
      'behind the head',
      Buffer.concat([Buffer.from(long(lines.head)), latin('1,\xe9\n')]),
      'mixed_encoding',
      lines.head + 1,
      3,
    ],
    [
      'behind many blocks',
      Buffer.concat([Buffer.from(long(lines.blocks)), latin('1,\xe9\n')]),
      'mixed_encoding',
      lines.blocks + 1,
      3,
    ],
    ['within gzip', gzipSync(latin('a,b\n1,\xc3\xa9\n2,caf\xe9\n')), 'mixed_encoding', 3, 6],
    ['a byte that is no letter', latin('a,\xe9t\xe9\n\xe9,2\n3,\x81\n'), 'encoding_unknown', 3, 3],
    ['half of a pair in UTF-16', utf16('a,b\n1,😀\n😀,\ud800x\n'), 'encoding_unknown', 3, 3],
    ['half a unit of UTF-16', utf16('a,b\n1,2\n').subarray(0, -1), 'encoding_unknown', 2, 4],
    [
      'a byte that is no letter behind many blocks',
      latin(`${long(lines.blocks)}12\x81\n`),
      'encoding_unknown',
      lines.blocks + 1,
      3,
    ],
    [
      'half of a pair behind many blocks',
      utf16(`${long(lines.blocks)}😀\ufeff\udc00`),
      'encoding_unknown',
      lines.blocks + 1,
      3,
    ],
    ['zeros of UTF-16 without its mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'encoding_unclear', 1, 2],
  ])('%s', async (_, bytes, code, line, column) => {
    await expect(readCells(file(bytes))).rejects.toMatchObject({ code, place: { line, column }, exit: 3 });
  });
});

describe('a header that cannot be read', () => {
  it.each<[string, string, string, number, number]>([
    ['a quote that is never closed', '"hello\n\n world\n', 'open_quote', 1, 1],
    ['a quote that is never closed, further on', '\n\n"a,b\n1,2\n', 'open_quote', 3, 1],
    ['a lonely quote', '"', 'open_quote', 1, 1],
    ['no name above values', ',,\n123,TEST3,text1\n', 'header_blank', 1, 1],
    ['no name above values, behind blank lines', '\n\n"",""\n1,2\n', 'header_blank', 3, 1],
    ['two ways to cut it', '\naaa;bbb,ccc\n', 'ambiguous_delimiter', 2, 1],
    ['more than the head', `${`${'n'.repeat(999)},`.repeat(300)}x\n`, 'header_too_long', 1, 1],
    ['a quote open to the end of the head', `"${'name\n'.repeat(60_000)}`, 'header_too_long', 1, 1],
  ])('is refused at its place: %s', async (_, text, code, line, column) => {
    await expect(readCells(file(Buffer.from(text)))).rejects.toMatchObject({ code, place: { line, column } });
  });

  it.each(['\n\n', ',,,\n', 'sep=;\n', '\ufeff'])('is missing in a file without any: %j', async (text) => {
    await expect(readCells(file(Buffer.from(text)))).rejects.toMatchObject({ code: 'empty_file' });
  });
});
