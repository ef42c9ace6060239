import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScanLimits } from '../../../src/sources/scan/contract.ts';
import { scanFile } from '../../../src/sources/scan/pass.ts';
import { ensureBuilt } from './built.ts';
import { damagedFile, type GeneratedFile, nastyFile, soundFile } from './files.ts';
import { referenceScan } from './reference.ts';
import { makeScratch, type Scratch } from './scratch.ts';

let scratch: Scratch;
beforeAll(async () => {
  await ensureBuilt();
  scratch = makeScratch();
});
afterAll(() => scratch.remove());

const wide: ScanLimits = { recordBytes: 1024 * 1024, columns: 1000 };
const tight = fc.record({
  recordBytes: fc.integer({ min: 1, max: 400 }),
  columns: fc.integer({ min: 1, max: 6 }),
});
const limits = fc.oneof({ arbitrary: fc.constant(wide), weight: 3 }, { arbitrary: tight, weight: 1 });
const chunkBytes = fc.constantFrom(64, 64, 128, 192, 256, 4096, 262_144);

const seen = new Map<string, number>();

const agree = (file: GeneratedFile, bounds: ScanLimits, chunk: number): void => {
  const { content, ...place } = file;
  const { sha256, ...found } = scanFile(scratch.holding(content, place), {
    limits: bounds,
    chunkBytes: chunk,
  });
  const wanted = referenceScan(content, place, bounds);
  expect(sha256).toBeNull();
  const { ascii, utf8, quotedLineEnds } = wanted;
  const unread = wanted.fault === null ? {} : { ascii, utf8, quotedLineEnds };
  expect({ ...found, ...unread }).toEqual(wanted);
  const kind = wanted.fault?.code ?? wanted.utf8;
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
};

describe('the scan and a slow reading of every character agree exactly', () => {
  it.each([
    ['on nasty tokens', nastyFile, 3000],
    ['on sound files with small damages', damagedFile, 5000],
    ['on sound files', soundFile, 1000],
  ] as const)(
    '%s',
    (_, files, numRuns) => {
      fc.assert(fc.property(files, limits, chunkBytes, agree), { numRuns });
    },
    120_000,
  );

  it('in files of every kind', () => {
    const codes = ['stray_quote', 'text_after_quote', 'nul_byte', 'bare_carriage_return', 'mixed_line_ends'];
    const more = [
      'ragged_record',
      'record_too_long',
      'too_many_columns',
      'open_quote',
      'valid',
      'invalid',
      'mixed',
    ];
    for (const kind of [...codes, ...more]) expect([kind, (seen.get(kind) ?? 0) > 20]).toEqual([kind, true]);
  });

  it.each([
    '"b"c,2',
    'b"c",2',
    '"b" ,2',
    '1,2\r',
    '1\r,2',
    '"\n",""',
    '"a"",",2',
    '1,2,3',
    '1',
    '\0,2',
    '"b",2',
    '"",""""',
    '1,"2',
  ])('wherever the ends of blocks fall: %j', (record) => {
    for (const end of ['\n', '\r\n']) {
      for (let padding = 0; padding < 130; padding++) {
        const text = `a,b${end}${'p'.repeat(padding)},1${end}${end}${record}${end}3,4${end}5`;
        for (const cut of [0, 1, 1 + end.length, 4 + 2 * end.length]) {
          const content = Buffer.from(text.slice(0, text.length - cut));
          agree({ content, start: 0, startLine: 1, delimiter: ',' }, wide, padding % 2 === 0 ? 64 : 128);
        }
      }
    }
  });

  it('about the longest record, wherever the ends of blocks fall', () => {
    for (const end of ['\n', '\r\n']) {
      for (let padding = 0; padding < 66; padding++) {
        for (const length of [99, 100, 101, 102, 170]) {
          for (const record of [`${'x'.repeat(length - 2)},1`, `"${'\n'.repeat(length - 4)}",1`]) {
            for (const after of ['', end, `${end}1,2${end}`, `${end}1,2`]) {
              const content = Buffer.from(`a,b${end}${'p'.repeat(padding)},1${end}${record}${after}`);
              agree(
                { content, start: 0, startLine: 1, delimiter: ',' },
                { recordBytes: 100, columns: 2 },
                64,
              );
            }
          }
        }
      }
    }
  });

  it('when a file is cut at any byte, and only ends at records pass for whole', () => {
    const text = 'id,"na ""m"" e",é\r\n1,"a\r\nb",😀\r\n\r\n"2",,""\r\n3,x,"é,é"\r\n';
    const whole = Buffer.from(text);
    const ends = new Set(['', 'id,"na ""m"" e",é\r\n']);
    for (const end of ['1,"a\r\nb",😀\r\n', '\r\n', '"2",,""\r\n', '3,x,"é,é"\r\n'])
      ends.add([...ends].at(-1) + end);
    expect(ends.has(text)).toBe(true);
    for (const padding of [0, 10, 40, 55]) {
      for (let cut = 0; cut <= whole.length; cut++) {
        const before = `${'p'.repeat(padding)}\n`;
        const bytes = Buffer.concat([Buffer.from(before), whole.subarray(0, cut)]);
        agree({ content: bytes, start: before.length, startLine: 2, delimiter: ',' }, wide, 64);
        const { fault, terminated } = scanFile(scratch.holding(bytes, { start: before.length }), {
          chunkBytes: 64,
        });
        const atEnd = [...ends].some((end) => Buffer.byteLength(end) === cut);
        expect([cut, fault === null && terminated]).toEqual([cut, atEnd]);
      }
    }
  });
});
