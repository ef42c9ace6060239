import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { inspection } from '../../src/inspection/schema.ts';
import { loyalty, reportBy } from './binary.ts';
import { scratch } from './scratch.ts';

const { folder, write } = scratch();
const small = (role: string): string => readFileSync(`fixtures/small/${role}.csv`, 'utf8');

it('understands a shop, saves that, and makes the same figures of it again', async () => {
  write('orders.csv', small('orders'));
  write('people.csv', small('customers'));
  const inFolder = { cwd: folder };
  const asOf = ['--as-of', '2022-01-01'];
  const inspected = await loyalty(
    [
      'inspect',
      'orders.csv',
      'people.csv',
      ...asOf,
      '--format',
      'json',
      '--write-config',
      'loyalty.config.json',
    ],
    inFolder,
  );
  expect({ code: inspected.code, stderr: inspected.stderr }).toEqual({ code: 0, stderr: '' });
  const found = inspection.parse(JSON.parse(inspected.stdout));
  expect(found.files.map(({ path, role }) => [path, role])).toEqual([
    ['orders.csv', 'orders'],
    ['people.csv', 'customers'],
  ]);
  const period = ['--period', '2021-Q2', ...asOf];
  const again = await reportBy(['--config', 'loyalty.config.json', ...period], inFolder);
  expect(again).toEqual(await reportBy(['orders.csv', '--customers', 'people.csv', ...period], inFolder));
  const kept = readFileSync(`${folder}/loyalty.config.json`, 'utf8');
  const twice = await loyalty(
    ['inspect', 'orders.csv', ...asOf, '--write-config', 'loyalty.config.json'],
    inFolder,
  );
  expect(twice.code).toBe(2);
  expect(readFileSync(`${folder}/loyalty.config.json`, 'utf8')).toBe(kept);
});

it('tells an export by its profile, and prints that profile', async () => {
  const { code, stdout } = await loyalty(['inspect', 'fixtures/profiles/shopify-orders/orders.csv']);
  expect(code).toBe(0);
  expect(stdout).toContain('shopify-orders (Shopify, orders)');
  const profile = await loyalty(['profiles', 'shopify-orders']);
  expect(JSON.parse(profile.stdout)).toMatchObject({ id: 'shopify-orders', role: 'orders' });
  expect((await loyalty(['profiles'])).stdout).toContain('shopify-orders');
});

it('answers for a file it refuses, exit 3', async () => {
  const { code, stdout, stderr } = await loyalty(['inspect', 'fixtures/broken/ragged-long.csv']);
  expect(code).toBe(3);
  expect(stderr).toBe('');
  expect(stdout).toContain('ragged_record');
  expect(stdout).toContain('customer_id');
});

test('no file, an unknown format and a missing id are told in a sentence, exit 2', async () => {
  for (const [argv, sentence] of [
    [['inspect'], 'No file is given'],
    [['inspect', 'orders.csv', '--format', 'csv'], '--format is one of table, json.'],
    [['profiles', 'nobody'], 'There is no profile "nobody"'],
  ] as const) {
    const { code, stdout, stderr } = await loyalty([...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  }
});

test('what is inspected is removed again: gzip, other encodings, standard input', async () => {
  const temporary = `${folder}/temporary`;
  const { mkdirSync, readdirSync } = await import('node:fs');
  mkdirSync(temporary);
  const { code } = await loyalty(
    ['inspect', '-', 'fixtures/broken/windows-1252.csv', 'fixtures/broken/cut.csv.gz'],
    {
      input: 'order_id,date,amount\n1,2021-01-01,5.00\n',
      env: { TMPDIR: temporary },
    },
  );
  expect(code).toBe(3);
  expect(readdirSync(temporary)).toEqual([]);
});
