import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { loyalty, reportBy, root } from './binary.ts';
import { scratch } from './scratch.ts';

const { path } = scratch();

const inEveryFormat = ['json', 'csv', 'table', 'markdown'].flatMap((format) => ['--output', `${format}=-`]);

const shop = [
  ...['fixtures/small/orders.csv', '--customers', 'fixtures/small/customers.csv'],
  ...['--surveys', 'fixtures/small/surveys.csv', '--content', 'fixtures/small/content.csv'],
  ...['--spend', 'fixtures/small/spend.csv', '--period', '2021-Q2', '--as-of', '2022-01-15'],
  ...['--by', 'channel', '--min-group', '1', '--timezone', 'Europe/Paris'],
];

const said = async (argv: readonly string[], env: Record<string, string> = {}): Promise<string> => {
  const { code, stdout, stderr } = await loyalty(['kpi', ...argv, ...inEveryFormat], { env });
  expect(code, stderr).toBe(0);
  return stdout;
};

describe('the small shop in every format, byte for byte', () => {
  let first: string;

  beforeAll(async () => {
    first = await said(shop, { TZ: 'UTC', LC_ALL: 'C' });
  });

  it('is the same run again', async () => {
    expect(await said(shop, { TZ: 'UTC', LC_ALL: 'C' })).toBe(first);
  });

  it.each(['Asia/Tokyo', 'America/New_York', 'Pacific/Apia'])('is the same in the zone %s', async (TZ) => {
    expect(await said(shop, { TZ, LC_ALL: 'C' })).toBe(first);
  });

  it.each(['de_DE.UTF-8', 'tr_TR.UTF-8'])('is the same under the locale %s', async (locale) => {
    expect(await said(shop, { TZ: 'UTC', LC_ALL: locale, LANG: locale })).toBe(first);
  });

  it.each(['1', '2'])('is the same with --threads %s', async (threads) => {
    expect(await said([...shop, '--threads', threads])).toBe(first);
  });

  it('has the same figures in another folder, from absolute paths', async () => {
    const absolute = shop.map((word) => (word.startsWith('fixtures/') ? root + word : word));
    const elsewhere = await reportBy(absolute, { cwd: '/' });
    const here = await reportBy(shop);
    expect(elsewhere.figures).toEqual(here.figures);
    expect(elsewhere.inputs.map((input) => input.path)).toEqual(
      here.inputs.map((input) => input.path.replace('fixtures/small/', '')),
    );
  });
});

describe('300 000 orders, more than one row group of the engine', () => {
  const orders = path('many.csv');
  const asked = [orders, '--period', '2021-Q2', '--as-of', '2022-01-15', '--by', 'channel'];

  beforeAll(async () => {
    await execa('node', ['bench/generate.mjs', '--orders', '300000', '--seed', '7', '--out', orders], {
      cwd: root,
    });
  });

  it('give the same bytes with one thread, with two and with two again', async () => {
    const one = await said([...asked, '--threads', '1'], { TZ: 'Asia/Tokyo' });
    expect(await said([...asked, '--threads', '2'], { TZ: 'America/New_York' })).toBe(one);
    expect(await said([...asked, '--threads', '2'])).toBe(one);
  });
});
