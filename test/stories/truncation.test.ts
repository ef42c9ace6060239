import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loyalty } from './binary.ts';
import { parquetOf } from './parquet.ts';
import { scratch } from './scratch.ts';
import {
  csvRecord,
  figuresOf,
  figuresSaid,
  header,
  readByPeer,
  runTiny,
  type TinyFigures,
  tinyOrders,
} from './tiny-orders.ts';

const { write } = scratch();

/** A file, and the figures of what stands before a cut after so many bytes where such a cut cannot be seen. */
interface Whole {
  readonly name: string;
  readonly bytes: Buffer;
  readonly unseen: ReadonlyMap<number, TinyFigures>;
}

/** Files whose records end where a cut leaves a whole file with fewer of them. */
const inRecords = (name: string, parts: readonly string[], firstRecord: number): Whole => {
  const unseen = new Map<number, TinyFigures>();
  let length = 0;
  parts.forEach((part, index) => {
    length += Buffer.byteLength(part);
    const figures = figuresOf(tinyOrders.slice(0, index + 1 - firstRecord));
    unseen.set(length, figures);
    if (name.endsWith('.ndjson')) unseen.set(length - 1, figures);
  });
  return { name, bytes: Buffer.from(parts.join('')), unseen };
};

const csv = (end: string): string[] => [header, ...tinyOrders.map(csvRecord)].map((record) => record + end);

/** A header whose column of customers is whole, or cut to a name that is known as well. */
const namesCustomers = /^[^\n]*,customer(?:_?$|_id(?:,|\n|$))/;

/** Files that say themselves where they end. */
const inOne = (name: string, bytes: Buffer, lineEnd = 0): Whole => {
  const all = figuresOf(tinyOrders);
  return {
    name,
    bytes,
    unseen: new Map([bytes.length, bytes.length - lineEnd].map((length) => [length, all])),
  };
};

const files: Whole[] = [
  inRecords('lf.csv', csv('\n'), 1),
  inRecords('crlf.csv', csv('\r\n'), 1),
  inRecords(
    'lines.ndjson',
    tinyOrders.map((order) => `${JSON.stringify(order)}\n`),
    0,
  ),
  inOne('array.json', Buffer.from(`${JSON.stringify(tinyOrders, null, 1)}\n`), 1),
  inOne('packed.csv.gz', gzipSync(csv('\n').join(''))),
  inOne('columns.parquet', await parquetOf(tinyOrders)),
];

describe.each(files)('$name cut after any of its bytes', ({ name, bytes, unseen }) => {
  it('is refused, or gives the figures of the whole records before the cut', {
    timeout: 600_000,
  }, async () => {
    for (let length = 0; length <= bytes.length; length++) {
      const ended = await runTiny(write(name, bytes.subarray(0, length)));
      const figures = unseen.get(length);
      if (figures === undefined) expect([length, ended.code, ended.stdout]).toEqual([length, 3, '']);
      else expect([length, ended.code && ended.stderr, figuresSaid(ended)]).toEqual([length, 0, figures]);
    }
  });
});

describe('--allow-unterminated', () => {
  it('accepts a file cut inside its last field, and reads what stands there; never anything else', {
    timeout: 600_000,
  }, async () => {
    const bytes = Buffer.from(csv('\n').join(''));
    let accepted = 0;
    for (let length = 1; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const ended = await runTiny(write('accepted.csv', cut), '--allow-unterminated');
      if (ended.code === 3) continue;
      expect([length, ended.code, figuresSaid(ended)]).toEqual([
        length,
        0,
        !namesCustomers.test(cut.toString())
          ? { ...figuresOf([]), customers: null }
          : figuresOf(readByPeer(cut, 'utf8')),
      ]);
      accepted += 1;
    }
    expect(accepted).toBeGreaterThan(tinyOrders.length);
  });
});

describe('the binary', () => {
  const bytes = Buffer.from(csv('\n').join(''));

  it.each([[header.length], [header.length + 20], [bytes.length - 1]])(
    'refuses a CSV file cut after %i bytes in one sentence',
    async (length) => {
      const path = write('binary.csv', bytes.subarray(0, length));
      const ended = await loyalty(['kpi', path, '--format', 'json']);
      expect(ended).toMatchObject({ code: 3, stdout: '' });
      expect(ended.stderr).toMatch(/^loyalty: [^\n]+\n$/);
    },
  );
});
