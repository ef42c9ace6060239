import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScanFaultCode, ScanRequest } from '../../../src/sources/scan/contract.ts';
import { scanFile } from '../../../src/sources/scan/pass.ts';
import { startScan } from '../../../src/sources/scan/scan.ts';
import { ensureBuilt } from './built.ts';
import { makeScratch, type Scratch } from './scratch.ts';

const MIB = 1024 * 1024;

let scratch: Scratch;
beforeAll(async () => {
  await ensureBuilt();
  scratch = makeScratch();
});
afterAll(() => scratch.remove());

const scanText = (text: string | Buffer, rest: Partial<ScanRequest> = {}) =>
  scanFile(scratch.holding(Buffer.from(text), rest));

describe('each fault is named at its place', () => {
  it.each<[string, ScanFaultCode, number, number, number, number, number]>([
    // text, code, offset, record offset, record, line, column
    ['a,b\n1,é2"3\n', 'stray_quote', 9, 4, 2, 2, 5],
    ['a,b\n"é\n1" ,2\n', 'text_after_quote', 10, 4, 2, 3, 3],
    ['a,b\n\n1,"x\0"\n', 'nul_byte', 9, 5, 2, 3, 5],
    ['a,b\n1,2\n3,4\r5,6\n', 'bare_carriage_return', 11, 8, 3, 3, 4],
    ['a,b\r\n1,2\r', 'bare_carriage_return', 8, 5, 2, 2, 4],
    ['a,b\n1,2\r\n', 'mixed_line_ends', 7, 4, 2, 2, 4],
    ['a,b\r\n1,2\n', 'mixed_line_ends', 8, 5, 2, 2, 4],
    ['a,b\n1\n', 'ragged_record', 5, 4, 2, 2, 2],
    ['a,b\n1,2,3\n', 'ragged_record', 7, 4, 2, 2, 4],
    ['a,b\n1', 'ragged_record', 5, 4, 2, 2, 2],
    ['a,b\n1,"2\n3,4\n', 'open_quote', 6, 4, 2, 2, 3],
    ['"a', 'open_quote', 0, 0, 1, 1, 1],
  ])('%j: %s', (text, code, offset, recordOffset, record, line, column) => {
    expect(scanText(text).fault).toMatchObject({ code, offset, recordOffset, record, line, column });
  });

  it('in lines counted from the header line given', () => {
    const preamble = 'Export of 2021\n"\0\n';
    const found = scanText(`${preamble}a;b\n1;"x\ny"\n2\n`, { start: 18, startLine: 3, delimiter: ';' });
    expect(found.fault).toMatchObject({ code: 'ragged_record', line: 6, column: 2, record: 3, fields: 1 });
    expect(found).toMatchObject({ records: 1, columns: 2, quotedLineEnds: true });
  });
});

describe('limits', () => {
  const record = (bytes: number): string => `1,${'x'.repeat(bytes - 2)}`;

  it.each(['\n', '\r\n'])(
    'a record of 1 MiB passes, one byte more does not, wherever it stands (%j)',
    (end) => {
      for (const [before, after] of [
        ['', `${end}1,2${end}`],
        [`a,b${end}`, `${end}1,2${end}`],
        [`a,b${end}${`1,2${end}`.repeat(70_001)}`, end],
        [`a,b${end}`, ''],
      ] as const) {
        for (const quoted of [false, true]) {
          const long = (bytes: number) => (quoted ? `1,"${'\n'.repeat(bytes - 4)}"` : record(bytes));
          expect(scanText(before + long(MIB) + after).fault).toBeNull();
          for (const bytes of after === '' && !quoted ? [MIB + 1, 32 * MIB + 1] : [MIB + 1]) {
            const line = 1 + before.split(end).length - 1;
            const place = { offset: before.length, recordOffset: before.length, line, column: 1 };
            expect(scanText(before + long(bytes) + after).fault).toMatchObject({
              code: 'record_too_long',
              ...place,
            });
          }
        }
      }
    },
  );

  it('1,000 columns pass, 1,001 do not', () => {
    const header = (columns: number) => `${Array.from({ length: columns }, () => 'c').join(',')}\n`;
    expect(scanText(header(1000) + header(1000))).toMatchObject({ columns: 1000, records: 1, fault: null });
    expect(scanText(header(1001)).fault).toMatchObject({
      code: 'too_many_columns',
      offset: 1999,
      fields: 1001,
    });
  });
});

describe('what is known of a sound file', () => {
  it.each([
    ['', { columns: 0, records: 0, lineEnd: null, terminated: true }],
    ['a,b', { columns: 2, records: 0, lineEnd: null, terminated: false }],
    ['a,b\n', { columns: 2, records: 0, lineEnd: '\n', terminated: true }],
    ['a,b\r\n1,2', { columns: 2, records: 1, lineEnd: '\r\n', terminated: false }],
    ['a,b\n1,2\n', { ascii: true, utf8: 'valid', quotedLineEnds: false }],
    ['a,"b\n"\n1,2\n', { quotedLineEnds: true, records: 1 }],
  ])('%j', (text, wanted) => {
    expect(scanText(text)).toMatchObject({ ...wanted, fault: null, bytes: text.length });
  });

  it.each([
    ['a\n\u{1f600}\n', 'valid'],
    [Buffer.from('a\n\xe9\n', 'latin1'), 'invalid'],
    [Buffer.from('a\n\xe9\xc3\xa9\n', 'latin1'), 'mixed'],
    [Buffer.from('\xef\xbb\xbfa\n\xe9\n', 'latin1'), 'invalid'],
  ] as const)('its encoding: %j', (text, utf8) => {
    expect(scanText(text, { start: text[0] === 0xef ? 3 : 0 })).toMatchObject({ ascii: false, utf8 });
  });

  it('its SHA-256, of the bytes before the header too', () => {
    // FIPS 180-2, appendix B.1: SHA-256 of "abc".
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(scanText('abc', { start: 1, hash: true }).sha256).toBe(abc);
    expect(scanText('abc').sha256).toBeNull();
  });
});

describe('a scan beside the caller', () => {
  const rows = (bytes: number): Buffer => {
    const row = 'A-1001,ann@example.com,2021-03-31,"12,50",é\n';
    return Buffer.from(`id,email,day,amount,name\n${row.repeat(Math.ceil(bytes / Buffer.byteLength(row)))}`);
  };

  it('finds what a scan here finds, hashes, and tells how far it is', async () => {
    const content = rows(36 * MIB);
    const request = scratch.holding(content, { hash: true });
    const progress: number[] = [];
    const found = await startScan(request, (bytes) => progress.push(bytes)).result;
    expect(found).toEqual(scanFile(request));
    expect(found.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(found.records).toBe(content.toString().split('\n').length - 2);
    expect(progress).toHaveLength(2);
    expect(progress[0]).toBeGreaterThanOrEqual(16 * MIB);
    expect(progress[0]).toBeLessThan(17 * MIB);
  });

  it('names a fault at the end of a long file', async () => {
    const content = rows(5 * MIB);
    const line = content.toString().split('\n').length;
    const found = await startScan(scratch.holding(Buffer.concat([content, Buffer.from('1,2,3,"4"5')])))
      .result;
    const place = {
      offset: content.length + 9,
      recordOffset: content.length,
      line,
      record: line,
      column: 10,
    };
    expect(found.fault).toMatchObject({ code: 'text_after_quote', ...place });
  });

  it.each([100, 5 * MIB])('refuses a file that is shorter than it was (%i bytes)', async (bytes) => {
    const content = rows(bytes);
    const request = { ...scratch.holding(content), bytes: content.length + 1 };
    await expect(startScan(request).result).rejects.toMatchObject({ code: 'file_changed' });
  });

  it.each([100, 36 * MIB])('can be cancelled (%i bytes)', async (bytes) => {
    const scan = startScan(scratch.holding(rows(bytes)));
    await scan.cancel();
    await expect(scan.result).rejects.toMatchObject({ name: 'AbortError' });
    await scan.cancel();
  });

  it('hands on what the system says of a descriptor it cannot read', async () => {
    for (const bytes of [100, 5 * MIB]) {
      const request = { ...scratch.holding(rows(bytes)), fd: 9999 };
      await expect(startScan(request).result).rejects.toMatchObject({ code: 'EBADF' });
    }
  });
});
