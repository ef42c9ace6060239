import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { figure, reportOf, run } from '../support/cli.ts';
import { readCells } from '../support/reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-header-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const file = (bytes: Uint8Array | string): string => {
  const path = join(folder, `orders-${made++}.csv`);
  writeFileSync(path, bytes);
  return path;
};

const rows = [
  ['1', '2'],
  ['3', 'x\ny'],
];
const data = (end: string): string => `1,2${end}3,"x\ny"${end}`;

describe('lines that end otherwise than the records', () => {
  it.each<[string, string, string[]]>([
    ['above the header: sep= with CRLF', `sep=,\r\na,b\n${data('\n')}`, ['a', 'b']],
    ['above the header: sep= with LF', `sep=,\na,b\r\n${data('\r\n')}`, ['a', 'b']],
    ['above the header: empty ones', `\r\n\n\r\na,b\n${data('\n')}`, ['a', 'b']],
    ['above the header: like the records and not', `\r\n\na,b\r\n${data('\r\n')}`, ['a', 'b']],
    ['above the header, behind a mark of byte order', `\ufeff\na,b\r\n${data('\r\n')}`, ['a', 'b']],
    ['in the header: LF among CRLF', `a,"b\nc"\r\n${data('\r\n')}`, ['a', 'b\nc']],
    ['in the header: CRLF among LF', `a,"b\r\nc"\n${data('\n')}`, ['a', 'b\r\nc']],
    ['in the header: a lone carriage return', `a,"b\rc"\n${data('\n')}`, ['a', 'b\rc']],
    ['in the header, behind a mark of byte order', `\ufeff"a\nb",c\n${data('\n')}`, ['a\nb', 'c']],
    ['in the header, behind a mark: CRLF', `\ufeff"a\r\nb",c\r\n${data('\r\n')}`, ['a\r\nb', 'c']],
    ['in the header, of which nothing else is', 'a,"b\nc"\r\n', ['a', 'b\nc']],
  ])('do not mislead the reading: %s', async (_, text, header) => {
    const expected = text.includes('1,2') ? rows : [];
    expect(await readCells(file(text))).toMatchObject({ header, records: expected });
    expect(await readCells(file(gzipSync(text)))).toMatchObject({ header, records: expected });
    expect(await readCells(file(Buffer.from(`\ufeff${text}`, 'utf16le')))).toMatchObject({
      header,
      records: expected,
    });
  });

  it('of a single column, whose empty lines are records', async () => {
    const read = await readCells(file('\r\n"a\nb"\n1\n\n2\n'));
    expect(read).toMatchObject({ header: ['a\nb'], records: [['1'], [''], ['2']] });
  });
});

describe('orders under a header with another line end in it', () => {
  const header = 'customer_id,order date,total,"How was it?\nIn a word"\r\n';
  const row = 'c1,2021-01-05,10.00,good\r\n';

  it('are counted, and the file is named by its own bytes', async () => {
    const text = header + row.repeat(3);
    const report = await reportOf([file(text)]);
    expect(figure(report, 'orders').value).toBe(3);
    expect(report.inputs[0]).toMatchObject({
      records: 3,
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  it.each([
    ['with other line ends', 'Report, June\r\n\r\n'],
    ['without a word in its first line', ',,\n\nReport\n'],
  ])('are counted behind a preamble %s', async (_, preamble) => {
    const text = `${preamble}customer_id,order date,total\nc1,2021-01-05,10.00\nc1,2021-01-06,10.00\n`;
    expect(figure(await reportOf([file(text)]), 'orders').value).toBe(2);
  });

  it.each<[string, Buffer, string]>([
    ['a fault', Buffer.from(`${header}${row}c1,2021-01-05,10.00\r\n`), ':4:20 ragged_record'],
    [
      'bytes of two encodings far down',
      Buffer.concat([
        Buffer.from(header + row.repeat(30_000).replace('good', 'été')),
        Buffer.from('c\xe9,2021-01-05,10.00,good\r\n', 'latin1'),
      ]),
      ':30003:2 mixed_encoding',
    ],
  ])('are refused at the line where they stand in the file: %s', async (_, bytes, place) => {
    const { code, stderr } = await run(['kpi', file(bytes)]);
    expect(code).toBe(3);
    expect(stderr).toContain(`.csv${place}`);
  });

  it('are read as Windows-1252 where bytes far down are no UTF-8', async () => {
    const bytes = Buffer.from(`${header}${row.repeat(30_000)}c\xe9,2021-01-05,10.00,good\r\n`, 'latin1');
    const report = await reportOf([file(bytes)]);
    expect(figure(report, 'orders').value).toBe(30_001);
    expect(figure(report, 'active_customers').value).toBe(2);
    expect(report.inputs[0]).toMatchObject({
      encoding: 'windows-1252',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });
});
