import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { LoyaltyError } from '../../src/errors.ts';
import { differenceFromPeer } from '../real-data/csv-torture/differences.ts';
import { readCells } from '../support/reader.ts';
import { soundText } from './scan/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-agreement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const above = fc
  .tuple(fc.constantFrom('', '', 'sep=,\n', 'sep=,\r\n'), fc.constantFrom('', '', '\n', '\r\n', '\r\n\n'))
  .map((lines) => lines.join(''));
const damage = fc.constantFrom(
  '',
  '',
  '',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  ',',
  ';',
  '\ufeff',
  '#',
  '\\"',
  'sep=;\n',
);

/** Texts of many shapes as bytes in the encodings the program recognises, most of them sound. */
const files = fc
  .record({
    above,
    text: soundText(),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    damage,
    encoding: fc.constantFrom('utf8', 'utf8', 'utf8 mark', 'win1252', 'utf16le', 'utf16be'),
    gzip: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ above: lines, text, cut, damage: put, encoding, gzip }) => {
    const letters = Buffer.from(text, 'latin1').toString('utf8');
    const at = Math.floor(cut * letters.length);
    const whole = lines + letters.slice(0, at) + put + letters.slice(at);
    const [name, mark] = encoding.split(' ');
    const bytes = iconv.encode(whole, name!, { addBOM: mark !== undefined || name!.startsWith('utf16') });
    return gzip === 0 ? gzipSync(bytes) : bytes;
  })
  .filter((bytes) => bytes.length > 0);

describe('the reader, from the bytes to the cells', () => {
  it('gives every cell as csv-parse does, or refuses the file in words', async () => {
    let read = 0;
    let refused = 0;
    const agree = fc.asyncProperty(files, async (bytes) => {
      const path = join(folder, 'file.csv');
      writeFileSync(path, bytes);
      const cells = await readCells(path).catch((error) => {
        if (error instanceof LoyaltyError) return null;
        throw error;
      });
      if (cells === null) refused++;
      else read++;
      if (cells !== null) expect(differenceFromPeer(bytes, cells)).toBeNull();
    });
    await fc.assert(agree, { numRuns: 150 });
    expect(read).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(8);
  }, 120_000);
});
