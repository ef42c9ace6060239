import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../src/sources/open.ts';
import { type Encoding, type PreparedFile, prepareFile } from '../../src/sources/prepare.ts';
import { makeWorkspace, type Workspace } from '../../src/sources/workspace.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = makeWorkspace();
});
afterEach(() => workspace.remove());

const prepare = (bytes: Uint8Array, encoding: Encoding | null = null): Promise<PreparedFile> => {
  const path = workspace.newPath();
  writeFileSync(path, bytes);
  return prepareFile(openFile(path, workspace), workspace, { encoding, concluded: false });
};
const content = ({ reading, start }: PreparedFile): string =>
  readFileSync(`/proc/self/fd/${reading.fd}`, 'utf8').slice(start === 3 ? 1 : 0);
const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : Buffer.from(bytes).swap16();
};

const table = 'id,name,price\n1,Éloïse,"12,50 €"\n';

describe.skipIf(process.platform !== 'linux')('a file is made ready', () => {
  it.each<[string, Buffer, string, boolean]>([
    ['UTF-8 stays where it is', Buffer.from(table), 'utf-8', false],
    ['a mark of byte order is passed over', Buffer.from(`\ufeff${table}`), 'utf-8', false],
    ['UTF-16, little end first', utf16(table, 'le'), 'utf-16le', true],
    ['UTF-16, big end first', utf16(table, 'be'), 'utf-16be', true],
    ['Windows-1252 with its euro', Buffer.from(table.replace('€', '\x80'), 'latin1'), 'windows-1252', true],
    ['gzip', gzipSync(table), 'utf-8, gzip', true],
    ['gzip of UTF-16', gzipSync(utf16(table, 'le')), 'utf-16le, gzip', true],
    [
      'gzip of Windows-1252',
      gzipSync(Buffer.from(table.replace('€', '\x80'), 'latin1')),
      'windows-1252, gzip',
      true,
    ],
  ])('%s', async (_, bytes, encoding, staged) => {
    const prepared = await prepare(bytes);
    expect(prepared).toMatchObject({ encoding, format: 'csv', complete: true, selfClosing: false });
    expect(content(prepared)).toBe(table);
    expect(prepared.reading.fd !== prepared.original.fd).toBe(staged);
    expect(prepared.sha256).toBe(staged ? createHash('sha256').update(bytes).digest('hex') : null);
    expect(prepared.head.toString('utf8', prepared.start)).toBe(table);
  });

  it.each<[string, string, string]>([
    ['an array of objects', '[{"id":1,"name":"Éloïse"}]', 'utf-8, json'],
    ['a line for each object', '{"id":1,"name":"Éloïse"}\n', 'utf-8, ndjson'],
  ])('JSON becomes CSV that closes itself: %s', async (_, text, encoding) => {
    const prepared = await prepare(Buffer.from(text));
    expect(prepared).toMatchObject({ encoding, format: 'csv', selfClosing: true });
    expect(content(prepared)).toContain('Éloïse');
    expect(content(await prepare(gzipSync(text)))).toContain('Éloïse');
  });

  it('Parquet stays Parquet', async () => {
    expect(await prepare(Buffer.from('PAR1....PAR1'))).toMatchObject({
      format: 'parquet',
      encoding: 'parquet',
      selfClosing: true,
    });
  });

  it('a letter cut at the end of the head is no sign of another encoding', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const text = `id,name\n${'x'.repeat(shift)}${'1,€€€\n'.repeat(40_000)}`;
      const prepared = await prepare(Buffer.from(text));
      expect(prepared).toMatchObject({ encoding: 'utf-8', complete: false, concluded: false });
    }
  });

  it('as what was declared', async () => {
    const latin = Buffer.from('id,name\n1,\xc9lo\xefse\n', 'latin1');
    const prepared = await prepare(latin, 'latin1');
    expect(prepared).toMatchObject({ encoding: 'latin1', concluded: false });
    expect(content(prepared)).toBe('id,name\n1,Éloïse\n');
    expect(await prepare(latin)).toMatchObject({ encoding: 'windows-1252', concluded: true });
  });
});

describe('a file is refused', () => {
  it.each<[string, Buffer, string]>([
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'foreign_container'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'foreign_container'],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2]), 'foreign_container'],
    ['bzip2', Buffer.from('BZh91AY'), 'foreign_container'],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'foreign_container'],
    ['a workbook in gzip', gzipSync(Buffer.from('PK\u0003\u0004rest')), 'foreign_container'],
    ['nothing in gzip', gzipSync(''), 'empty_file'],
    ['half of a gzip', gzipSync(Buffer.alloc(1000, table)).subarray(0, 40), 'gzip_damaged'],
    ['UTF-16 without its mark', Buffer.from(table.repeat(3), 'utf16le'), 'encoding_unclear'],
    [
      'two encodings in one file',
      Buffer.concat([Buffer.from(table), Buffer.from('2,\xe9,3\n', 'latin1')]),
      'mixed_encoding',
    ],
    ['JSON that is cut', Buffer.from('[{"id":1},{"id":'), 'json_damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(prepare(bytes)).rejects.toMatchObject({ code, exit: 3 });
  });
});
