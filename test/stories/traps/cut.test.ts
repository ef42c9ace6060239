import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { runTiny } from '../tiny-orders.ts';
import { figuresIn, inputOf, refused } from './shown.ts';

const { file, rows } = makeBench();

const header = 'customer_id,ordered_at,amount,note\n';
const columns = "columns = {a: 'VARCHAR', b: 'VARCHAR', c: 'VARCHAR', d: 'VARCHAR'}";

/** How many rows the engine counts, told everything but that the file may be cut; null where it refuses the file. */
const counted = async (path: string): Promise<number | null> => {
  const options = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true`;
  const read = `read_csv('${path}', ${options}, max_line_size = 2097152, ${columns})`;
  return rows(`SELECT max(a), max(b), max(c), max(d), count(*) AS n FROM ${read}`).then(
    ([row]) => Number(row!.n),
    () => null,
  );
};

describe('M6 a last row longer than what is read at once', () => {
  it('M6 of 40 MB is refused where it begins: the engine drops it without a word', async () => {
    const path = file(
      'vast.csv',
      `${header}A,2021-01-05,1.00,\nB,2021-01-06,2.00,${'x'.repeat(40_000_000)}\n`,
    );
    expect(await counted(path)).toBe(1);
    expect(await refused(path)).toMatch(
      /^vast\.csv:3:1 record_too_long: Record 3 begins here and is longer than 1 MiB;/,
    );
  });

  const buffer = 32 * 2 ** 20;
  const long = 1_000_000;

  it.each([0, 1, 500_000, long, long + 30])(
    'M6 of 1 MB that reaches %i bytes over the buffer of the engine is read, and counts',
    async (over) => {
      const filler = `A,2021-01-05,1.00,${'y'.repeat(99_980)}\n`;
      const last = `B,2021-01-06,2.00,${'x'.repeat(long)}\n`;
      const before = buffer + over - last.length - header.length;
      const whole = Math.floor(before / filler.length) - 1;
      const rest = before - whole * filler.length;
      const text = `${header}${filler.repeat(whole)}A,2021-01-05,1.00,${'z'.repeat(rest - 19)}\n${last}`;
      expect(text.length).toBe(buffer + over);
      expect(await figuresIn(file('near.csv', text))).toEqual({
        orders: whole + 2,
        cents: (whole + 1) * 100 + 200,
        customers: 2,
      });
    },
  );
});

describe('M7 a CSV file that was cut', () => {
  const records = Array.from({ length: 4 }, (_, row) => `K${row},2021-01-05,${row + 10}.25,"a, ""b"" é"\n`);
  const whole = Buffer.from(header + records.join(''));
  const ends = new Map(
    Array.from({ length: records.length + 1 }, (_, kept) => [
      Buffer.byteLength(header + records.slice(0, kept).join('')),
      kept,
    ]),
  );

  it('M7 at any byte is refused unless whole records are left, which are then counted: the engine takes many a cut', async () => {
    let taken = 0;
    for (let length = 1; length <= whole.length; length++) {
      const path = file('cut.csv', whole.subarray(0, length));
      const kept = ends.get(length);
      if (kept === undefined) {
        if ((await counted(path)) !== null) taken += 1;
        expect([length, await refused(path)]).toEqual([length, expect.stringMatching(/cut\.csv/)]);
      } else
        expect([length, await figuresIn(path)]).toEqual([
          length,
          { orders: kept, cents: kept * 1025 + (100 * kept * (kept - 1)) / 2, customers: kept },
        ]);
    }
    expect(taken).toBeGreaterThan(3);
  });
});

describe('M8 a gzip file', () => {
  const count = 20_000;
  const text = `${header}${Array.from({ length: count }, (_, row) => `K${(row * 7919) % 20_011},2021-01-05,${(row * 37) % 1000},\n`).join('')}`;
  const cents =
    100 * Array.from({ length: count }, (_, row) => (row * 37) % 1000).reduce((sum, one) => sum + one);
  const packed = gzipSync(text);
  const damaged = (name: string, change: (bytes: Buffer) => Uint8Array): string =>
    file(name, change(Buffer.from(packed)));

  it('M8 that is whole is read', async () => {
    const path = file('whole.csv.gz', packed);
    expect(await figuresIn(path)).toEqual({ orders: count, cents, customers: count });
    expect((await inputOf(path)).encoding).toBe('utf-8, gzip');
  });

  it('M8 cut at any of 40 places is refused: the engine takes some of them for whole', async () => {
    let taken = 0;
    for (let part = 1; part <= 40; part++) {
      const path = file('cut.csv.gz', packed.subarray(0, Math.floor((packed.length * part) / 41)));
      if ((await counted(path)) !== null) taken += 1;
      expect(await refused(path)).toBe(
        'cut.csv.gz gzip_damaged: This gzip file is damaged (it ends too early); download or compress it again.',
      );
    }
    expect(taken).toBeGreaterThan(0);
  });

  it.each([1, 4, 5, 8])('M8 cut %i bytes before its end is refused', async (missing) => {
    const path = damaged('cut.csv.gz', (bytes) => bytes.subarray(0, -missing));
    expect(await refused(path)).toContain('cut.csv.gz gzip_damaged: ');
  });

  it.each([
    ['checksum', 8],
    ['length', 4],
  ])('M8 with a wrong %s is refused: the engine does not look at it', async (_, before) => {
    const path = damaged('wrong.csv.gz', (bytes) => {
      bytes[bytes.length - before]! ^= 1;
      return bytes;
    });
    expect(await counted(path)).toBe(count);
    expect(await refused(path)).toContain('wrong.csv.gz gzip_damaged: ');
  });

  it('M8 of two members is read to the end of the second, and refused where that is cut', async () => {
    const half = text.indexOf('\n', text.length / 2) + 1;
    const members = [gzipSync(text.slice(0, half)), gzipSync(text.slice(half))];
    const both = Buffer.concat(members);
    expect(await figuresIn(file('both.csv.gz', both))).toMatchObject({ orders: count, cents });
    expect(await refused(file('both.csv.gz', both.subarray(0, -20)))).toContain('gzip_damaged');
    const torn = Buffer.concat([gzipSync(text.slice(0, half - 3)), Buffer.from('more')]);
    expect((await runTiny(file('torn.csv.gz', torn))).code).toBe(3);
  });
});
