import { describe, expect, it } from 'vitest';
import { scratch } from './scratch.ts';
import { csvRecord, figuresOf, figuresSaid, header, readByPeer, runTiny, tinyOrders } from './tiny-orders.ts';

const { write } = scratch();

const text = [header, ...tinyOrders.map(csvRecord)].map((record) => `${record}\n`).join('');

/** Without and with a character beyond ASCII, beside which bytes of another encoding can be told. */
const shops = { ASCII: text.replace('é', 'e'), 'UTF-8': text };

/**
 * What is put in, and the files that can hold it somewhere: a note in quotes may have commas and line ends, and where the
 * only character of UTF-8 is torn by the byte put in, what is left is Windows-1252.
 */
const faults: readonly (readonly [name: string, bytes: Buffer, welcome: readonly (keyof typeof shops)[]])[] =
  [
    ['a quote', Buffer.from('"'), []],
    ['a NUL', Buffer.from([0]), []],
    ['a comma, which makes a ragged row', Buffer.from(','), ['ASCII', 'UTF-8']],
    ['a line end, which makes two ragged rows', Buffer.from('\n'), ['ASCII', 'UTF-8']],
    ['a carriage return', Buffer.from('\r'), ['ASCII', 'UTF-8']],
    ['a byte that is no UTF-8', Buffer.from([0xff]), ['ASCII', 'UTF-8']],
    ['the first byte of a character', Buffer.from([0xc3]), ['ASCII']],
  ];

const cases = faults.flatMap(([fault, bytes, welcome]) =>
  (['ASCII', 'UTF-8'] as const).map((shop) => ({
    fault,
    bytes,
    shop,
    content: shops[shop],
    welcome: welcome.includes(shop),
  })),
);

describe.each(cases)('$fault anywhere in a file of $shop', ({ bytes, content, welcome }) => {
  it('refuses the file, or reads it as a strict parser does', { timeout: 600_000 }, async () => {
    const whole = Buffer.from(content);
    let accepted = 0;
    for (let at = 0; at <= whole.length; at++) {
      const damaged = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)]);
      const ended = await runTiny(write('damaged.csv', damaged));
      if (ended.code === 3) {
        expect([at, ended.stdout]).toEqual([at, '']);
        continue;
      }
      const encoding = ended.stderr.includes('windows-1252') ? 'latin1' : 'utf8';
      expect([at, ended.code && ended.stderr]).toEqual([at, 0]);
      expect([at, figuresSaid(ended)]).toEqual([at, figuresOf(readByPeer(damaged, encoding))]);
      accepted += 1;
    }
    expect(accepted > 0).toBe(welcome);
  });
});
