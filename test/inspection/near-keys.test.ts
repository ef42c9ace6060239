import { expect, it } from 'vitest';
import { reportOn, withFiles } from '../indicators/small-shop.ts';
import { figure, run } from '../support/cli.ts';
import { inspected } from './inspected.ts';

const asOf = '--as-of=2021-03-01';
const ordersOf = (...ids: string[]): string =>
  `order_id,customer_id,ordered_at,amount\n${ids.map((id, index) => `o${index},"${id}",2021-01-05,10\n`).join('')}`;

const nearKeys = (exports: { orders: string; customers?: string }): Promise<string[]> =>
  withFiles(exports, async (files) => {
    const { found } = await inspected([...files, asOf]);
    return found.warnings.filter(({ code }) => code === 'near_keys').map(({ details }) => details[1]!);
  });

it.each<[name: string, ids: readonly string[], count: string | null]>([
  ['the same key many times', ['A', 'A', ' A ', 'A\u00a0'], null],
  ['different keys', ['A', 'B', 'A1', 'A-1', '1', '01'], null],
  ['case', ['abc', 'ABC', 'Abc'], '2'],
  ['blanks within', ['a b', 'ab', 'a\u00a0b', 'a\u202fb', 'a\tb'], '4'],
  ['accents', ['Zoé', 'Zoe', 'ZOÉ'], '2'],
  ['accents written in two ways are one key', ['Zo\u00e9', 'Zoe\u0301'], null],
  ['signs of no width', ['ab', 'a\u200bb', 'a\u200db', '\u2060ab', 'ab\u00ad', 'a\ufeffb'], '5'],
  ['two pairs', ['a', 'A', 'b', 'B', 'c'], '2'],
])('customer keys that are almost the same are counted: %s', async (_, ids, count) => {
  expect(await nearKeys({ orders: ordersOf(...ids) })).toEqual(count === null ? [] : [count]);
});

it('also those of the orders and the customers file', async () => {
  const customers = 'customer_id,country\nab,FR\nC,FR\nD,FR\n';
  expect(await nearKeys({ orders: ordersOf('AB', 'C', 'd'), customers })).toEqual(['2']);
});

it('and never merged', async () => {
  const report = await reportOn({ orders: ordersOf('abc', 'ABC', 'Abc') }, [
    asOf,
    '--period=2021-01',
    '--compare=none',
  ]);
  expect(figure(report, 'active_customers').value).toBe(3);
});

it('and said in both languages, without a key', async () => {
  await withFiles({ orders: ordersOf('secret', 'SECRET') }, async (files) => {
    const english = await run(['inspect', ...files, asOf]);
    expect(english.stdout.replace(/\s+/g, ' ')).toContain('1 customer key repeats another but for case');
    const french = await run(['inspect', ...files, asOf, '--lang=fr']);
    expect(french.stdout.replace(/\s+/g, ' ')).toContain('1 clé de client en répète une autre');
    expect((english.stdout + french.stdout).toLowerCase()).not.toContain('secret');
  });
});
