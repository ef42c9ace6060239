import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { loyalty, reportBy } from '../binary.ts';
import { scratch } from '../scratch.ts';
import { figuresIn, refusalOf, refused } from './shown.ts';

const { file, refusal, value } = makeBench();
const { make } = scratch();

const shop = (amount: number): string => `customer_id,ordered_at,amount\nA,2021-01-05,${amount}\n`;

describe('M10 a file name that looks like a pattern', () => {
  it.each([
    ['a[1].csv', 'a1.csv'],
    ['q?.csv', 'q1.csv'],
    ['all*.csv', 'all1.csv'],
    ['{x,y}.csv', 'x.csv'],
    ["it's; --.csv", 'its.csv'],
    ['%20 é\u00a0.csv', '  é\u00a0.csv'],
  ])('M10 is a name: %s is read, and not %s beside it', async (name, other) => {
    file(other, shop(999));
    const path = file(name, shop(5));
    const said = await reportBy([name], { cwd: dirname(path) });
    expect(said.inputs).toMatchObject([{ path: name, records: 1 }]);
    expect(await figuresIn(path)).toEqual({ orders: 1, cents: 500, customers: 1 });
  });

  it('M10 leads the engine alone to the other file', async () => {
    file('a1.csv', shop(999));
    expect(await value(`SELECT amount FROM read_csv('${file('a[1].csv', shop(5))}')`)).toBe('999');
  });

  it('M10 that names no file is missing, though files would match it', async () => {
    const path = file('missing1.csv', shop(5)).replace('1.csv', '*.csv');
    expect(await refused(path)).toBe(
      'There is no file missing*.csv; check the path and the folder you run in.',
    );
  });

  it('M10 and a folder is refused: the engine would read every file in it', async () => {
    const folder = make('folder');
    const ended = await loyalty(['kpi', '.'], { cwd: folder });
    expect(refusalOf(ended)).toBe('. is a folder; give a regular file, or - to read standard input.');
  });
});

it('M11 the name of a folder is no column: the engine alone overwrites the amounts by it', async () => {
  const folder = dirname(file('place', ''));
  mkdirSync(`${folder}/amount=999/customer_id=Z`, { recursive: true });
  const path = file('amount=999/customer_id=Z/orders.csv', `${shop(5)}B,2021-01-06,7\n`);
  expect(await value(`SELECT sum(amount) FROM read_csv('${path}')`)).toBe('1998');
  expect(await figuresIn(path)).toEqual({ orders: 2, cents: 1200, customers: 2 });
});

describe('M23 a file name that is an address', () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end(shop(5));
  });
  let address: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('M23 is refused, and nobody is asked: the engine alone would fetch it, and an extension for it', async () => {
    const home = make('home');
    const env = { HOME: home, http_proxy: `http://${address}`, https_proxy: `http://${address}` };
    for (const path of [
      `http://${address}/o.csv`,
      `HTTPS://${address}/o.csv`,
      's3://shop/o.csv',
      'hf://shop/o.csv',
    ]) {
      const ended = await loyalty(['kpi', path], { env });
      expect(refusalOf(ended)).toBe(
        `${path} is an address, not a file; download it first and give the local path.`,
      );
    }
    expect(asked).toBe(0);
    expect(readdirSync(home)).toEqual([]);
    expect(await refusal(`SELECT * FROM read_csv('http://${address}/o.csv')`)).toContain('httpfs');
  });

  it('M23 is refused for every role', async () => {
    const orders = file('orders.csv', shop(5));
    for (const role of ['customers', 'surveys', 'content', 'spend'])
      expect(refusalOf(await loyalty(['kpi', orders, `--${role}`, `http://${address}/o.csv`]))).toContain(
        'is an address',
      );
    expect(asked).toBe(0);
  });
});
