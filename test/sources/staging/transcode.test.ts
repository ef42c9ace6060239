import { createHash } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import { type Encoding, type Source, transcode } from '../../../src/sources/staging/index.ts';
import { doneWith, faultOf } from './given.ts';

vi.setConfig({ testTimeout: 60_000 });

const from =
  (encoding: Encoding) =>
  (source: Source, target: string): ReturnType<typeof transcode> =>
    transcode(source, encoding, target);

const MEBIBYTE = 1024 * 1024;
const iconvNames = {
  'windows-1252': 'win1252',
  latin1: 'latin1',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
};

/** The letters of windows-1252 between 0x80 and 0x9F: unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT */
const upperHalf = new Map<number, number>([
  [0x80, 0x20ac],
  [0x82, 0x201a],
  [0x83, 0x0192],
  [0x84, 0x201e],
  [0x85, 0x2026],
  [0x86, 0x2020],
  [0x87, 0x2021],
  [0x88, 0x02c6],
  [0x89, 0x2030],
  [0x8a, 0x0160],
  [0x8b, 0x2039],
  [0x8c, 0x0152],
  [0x8e, 0x017d],
  [0x91, 0x2018],
  [0x92, 0x2019],
  [0x93, 0x201c],
  [0x94, 0x201d],
  [0x95, 0x2022],
  [0x96, 0x2013],
  [0x97, 0x2014],
  [0x98, 0x02dc],
  [0x99, 0x2122],
  [0x9a, 0x0161],
  [0x9b, 0x203a],
  [0x9c, 0x0153],
  [0x9e, 0x017e],
  [0x9f, 0x0178],
]);

describe('transcode from windows-1252', () => {
  it('reads the letters French files are full of', async () => {
    const bytes = Buffer.of(0x80, 0x20, 0x9c, 0x20, 0x92, 0x20, 0x85, 0x20, 0x8c, 0x20, 0xe9, 0x0a);
    const { result, written } = await doneWith(bytes, from('windows-1252'));
    expect(written.toString('utf8')).toBe('€ œ ’ … Œ é\n');
    expect(result).toEqual({
      bytes: written.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mixed: false,
    });
  });

  it('reads every byte as the published table has it, or refuses it at its offset', async () => {
    for (let byte = 0; byte < 256; byte++) {
      const bytes = Buffer.of(0x41, 0x42, byte, 0x43);
      const expected = byte >= 0x80 && byte <= 0x9f ? upperHalf.get(byte) : byte;
      if (expected === undefined) {
        const fault = await faultOf(bytes, from('windows-1252'));
        expect([byte, fault.code]).toEqual([byte, 'encoding_unknown']);
        expect(fault.message).toContain('offset 2 ');
      } else {
        const { written } = await doneWith(bytes, from('windows-1252'));
        expect(written.toString('utf8')).toBe(`AB${String.fromCodePoint(expected)}C`);
      }
    }
    expect([...Array(32).keys()].filter((low) => !upperHalf.has(0x80 + low))).toEqual([1, 13, 15, 16, 29]);
  });

  it('counts the offset over the whole file', async () => {
    const bytes = Buffer.alloc(2 * MEBIBYTE + 10, 0x61);
    bytes[0] = 0xe9;
    bytes[2 * MEBIBYTE + 3] = 0x9d;
    expect((await faultOf(bytes, from('windows-1252'))).message).toContain(`offset ${2 * MEBIBYTE + 3} `);
  });

  it.each(['é', 'œ', '€', '\u0800', '😀'])(
    'finds %s written in UTF-8, at any place of a block',
    async (letter) => {
      const spelled = Buffer.from(letter);
      for (const place of [0, 7, MEBIBYTE - 3, MEBIBYTE - 2, MEBIBYTE - 1, MEBIBYTE]) {
        const bytes = Buffer.concat([Buffer.alloc(place, 0x61), spelled, Buffer.from('\n')]);
        expect((await doneWith(bytes, from('windows-1252'))).result.mixed).toBe(true);
      }
    },
  );

  it.each([
    ['text with lone accents', [0x63, 0x61, 0x66, 0xe9, 0x20, 0xe0, 0x0a]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an overlong three-byte form', [0xe0, 0x82, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['more than U+10FFFF', [0xf4, 0xa0, 0x80, 0x80]],
    ['a sequence cut short', [0xe2, 0x82, 0x20, 0xac]],
    ['continuation bytes alone', [0xa9, 0xa9, 0xbf]],
  ])('does not take %s for UTF-8', async (_, bytes) => {
    expect((await doneWith(Buffer.from(bytes), from('windows-1252'))).result.mixed).toBe(false);
  });

  it('calls a text mixed exactly when some stretch of it is a multi-byte character to a strict decoder', async () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const isCharacter = (bytes: Buffer): boolean => {
      try {
        return [...strict.decode(bytes)].length === 1;
      } catch {
        return false;
      }
    };
    const oracle = (bytes: Buffer): boolean =>
      [...bytes.keys()].some((at) =>
        [2, 3, 4].some((size) => at + size <= bytes.length && isCharacter(bytes.subarray(at, at + size))),
      );
    const defined = fc.constantFrom(
      0x41,
      0x80,
      0x82,
      0x8b,
      0x9f,
      0xa0,
      0xac,
      0xbf,
      0xc0,
      0xc2,
      0xc3,
      0xdf,
      0xe0,
      0xe2,
      0xed,
      0xf0,
      0xf4,
      0xf5,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(defined, { minLength: 1, maxLength: 6 }), async (units) => {
        const bytes = Buffer.from(units);
        const { result } = await doneWith(bytes, from('windows-1252'));
        expect(result.mixed).toBe(oracle(bytes));
      }),
      { numRuns: 300 },
    );
  });
});

describe('transcode from Latin-1', () => {
  it('reads every letter and refuses the upper control characters', async () => {
    for (let byte = 0; byte < 256; byte++) {
      if (byte >= 0x80 && byte <= 0x9f) {
        expect((await faultOf(Buffer.of(byte), from('latin1'))).code).toBe('encoding_unknown');
      } else {
        const { written } = await doneWith(Buffer.of(byte), from('latin1'));
        expect(written.toString('utf8')).toBe(String.fromCharCode(byte));
      }
    }
  });
});

describe('transcode from UTF-16', () => {
  it.each(['utf-16le', 'utf-16be'] as const)('leaves out the mark of %s', async (encoding) => {
    const bytes = iconv.encode('\ufeffidée;€\n', iconvNames[encoding], { addBOM: false });
    expect((await doneWith(bytes, from(encoding))).written.toString('utf8')).toBe('idée;€\n');
  });

  it.each(['utf-16le', 'utf-16be'] as const)('keeps pairs of %s across the blocks', async (encoding) => {
    for (const lead of ['', 'a']) {
      const text = lead + '😀'.repeat(MEBIBYTE / 4 + 50);
      const { written } = await doneWith(iconv.encode(text, iconvNames[encoding]), from(encoding));
      expect(written.equals(Buffer.from(text))).toBe(true);
    }
  });

  const unit = (encoding: Encoding, code: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (encoding === 'utf-16le') bytes.writeUInt16LE(code);
    else bytes.writeUInt16BE(code);
    return bytes;
  };

  it.each(['utf-16le', 'utf-16be'] as const)(
    'refuses halves of pairs in %s at their offset',
    async (encoding) => {
      const block = Buffer.concat(Array.from({ length: MEBIBYTE / 2 }, () => unit(encoding, 0x61)));
      const make = (...codes: number[]): Buffer => Buffer.concat(codes.map((code) => unit(encoding, code)));
      const cases: [Buffer, number][] = [
        [make(0x61, 0xdc00, 0x61), 2],
        [make(0x61, 0x62, 0xd800, 0x61), 4],
        [make(0xd800, 0xd800, 0xdc00), 0],
        [make(0xd83d, 0xde00, 0xde00), 4],
        [make(0x61, 0xd800), 2],
        [Buffer.concat([make(0x61), Buffer.of(0)]), 2],
        [Buffer.concat([block, make(0xdc00)]), MEBIBYTE],
        [Buffer.concat([block.subarray(2), make(0xd800, 0x61)]), MEBIBYTE - 2],
        [Buffer.concat([block, make(0x61, 0xd800, 0x61)]), MEBIBYTE + 2],
      ];
      for (const [bytes, offset] of cases) {
        const fault = await faultOf(bytes, from(encoding));
        expect(fault.code).toBe('encoding_unknown');
        expect(fault.message).toContain(`offset ${offset} `);
      }
    },
  );
});

describe('transcode', () => {
  it.each(['windows-1252', 'latin1', 'utf-16le', 'utf-16be'] as const)(
    'gives back what iconv-lite encoded in %s',
    async (encoding) => {
      const letters =
        encoding === 'latin1' || encoding === 'windows-1252'
          ? fc.constantFrom(...'ab,;"\n\r\t0 éàçÉÀÇ«»°ÿ', ...(encoding === 'latin1' ? '' : '€œ’…Œ–™'))
          : fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((letter) => letter !== '\ufeff');
      await fc.assert(
        fc.asyncProperty(fc.array(letters, { maxLength: 60 }), async (parts) => {
          const text = parts.join('');
          const { written } = await doneWith(
            iconv.encode(text, iconvNames[encoding], { addBOM: false }),
            from(encoding),
          );
          expect(written.toString('utf8')).toBe(text);
        }),
        { numRuns: 100 },
      );
    },
  );
});
