import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { scratch } from '../stories/scratch.ts';
import { reportOf, run } from '../support/cli.ts';
import { expectedOf, filesOf, folders } from '../support/profile-fixtures.ts';

const { path, write } = scratch();
const asOf = ['--as-of', '2022-12-31'];

let number = 0;
const target = (): string => path(`config-${number++}.json`);

const said = (figures: Report) => ({
  figures: figures.figures,
  inputs: figures.inputs.map(({ path: _path, ...input }) => input),
  timezone: figures.period.timezone,
});

/** Inspects files into a configuration, and holds the figures with it against those with the files and flags. */
const roundTrip = async (
  files: readonly string[],
  reading: readonly string[],
  period: readonly string[],
): Promise<Record<string, unknown>> => {
  const config = target();
  const { code, stderr } = await run(['inspect', ...files, ...reading, ...asOf, '--write-config', config]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const own = await reportOf(['--config', config, ...period, ...asOf]);
  expect(said(own)).toEqual(said(await reportOf([...files, ...reading, ...period, ...asOf])));
  return JSON.parse(readFileSync(config, 'utf8')) as Record<string, unknown>;
};

const small = (role: string): string => `fixtures/small/${role}.csv`;
const smallShop = [
  small('orders'),
  ...['customers', 'surveys', 'content', 'spend'].flatMap((role) => [`--${role}`, small(role)]),
];

const french = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');

describe('a configuration that inspect has written', () => {
  it('gives the figures of the small shop again', async () => {
    const { sources, timezone } = await roundTrip(smallShop, [], ['--period', '2021-Q2']);
    expect(timezone).toBe('UTC');
    expect(sources).toMatchObject([
      {
        role: 'orders',
        map: { order_id: 'order_id', amount: 'amount' },
        delimiter: ',',
        decimal: '.',
        grain: 'orders',
      },
      { role: 'customers', dateFormat: 'yyyy-mm-dd' },
      { role: 'surveys' },
      { role: 'content' },
      { role: 'spend' },
    ]);
  });

  it('gives files that are written each in its own way', async () => {
    const orders = write(
      'ventes.csv',
      french(
        'N° commande;client;date de commande;montant TTC\nA1;C1;03/01/2021;1 234,50\nA2;C2;25/01/2021;20,00\n',
      ),
    );
    const spend = write('spend.csv', 'spent_on,kind,amount\n2021-01-05,acquisition,1.50\n');
    const { sources } = await roundTrip([orders, '--spend', spend], [], ['--period', '2021-01']);
    expect(sources).toMatchObject([
      { delimiter: ';', encoding: 'windows-1252', decimal: ',', dateFormat: 'dd/mm/yyyy' },
      { delimiter: ',', encoding: 'utf-8', decimal: '.', dateFormat: 'yyyy-mm-dd' },
    ]);
  });

  it('keeps arithmetic of columns, filters, statuses, grain and zone', async () => {
    const lines = write(
      'lines.csv',
      [
        'InvoiceNo,Unit Price,Quantity,Ordered,CustomerID,State',
        '1,2.50,2,2021-01-31T23:30:00Z,7,paid',
        '1,1.25,4,2021-01-31T23:30:00Z,7,paid',
        'C2,9.99,1,2021-02-02T10:00:00Z,8,paid',
        '3,4.00,3,2021-02-03T10:00:00Z,9,odd',
        '4,a few,3,2021-02-03T10:00:00Z,9,paid',
        '',
      ].join('\n'),
    );
    const { sources, exclude, maxRejects } = await roundTrip(
      [lines],
      [
        ...['--map', 'orders.amount=[Unit Price]*Quantity', '--map', 'orders.ordered_at=Ordered'],
        ...['--exclude', 'orders.order_id=C*', '--count-status', 'paid', '--timezone', 'Europe/Paris'],
        ...['--max-rejects', '40%'],
      ],
      ['--period', '2021-02'],
    );
    expect(exclude).toEqual(['orders.order_id=C*']);
    expect(maxRejects).toBe('40%');
    expect(sources).toMatchObject([
      {
        grain: 'lines',
        countStatus: ['paid'],
        map: { amount: '[Unit Price] * Quantity', ordered_at: 'Ordered' },
      },
    ]);
  });

  it('keeps that no profile is to be used', async () => {
    const map = [
      'order_id=Name',
      'ordered_at=Created at',
      'amount=Lineitem price',
      'quantity=Lineitem quantity',
    ];
    const { sources } = await roundTrip(
      ['fixtures/profiles/shopify-orders/orders.csv'],
      ['--profile', 'none', '--grain', 'lines', ...map.flatMap((rule) => ['--map', `orders.${rule}`])],
      ['--period', 'all'],
    );
    expect(sources).toMatchObject([{ profile: 'none', map: { amount: 'Lineitem price' } }]);
  });

  const readingFlags = ['--timezone', '--date-format', '--decimal', '--currency', '--profile', '--map'];
  const read = folders.filter((folder) => expectedOf(folder).exit === 0);
  it.each(read)('gives the figures of %s again', async (folder) => {
    const { flags } = expectedOf(folder);
    const files = filesOf(folder).flatMap(({ role, path: of }) =>
      role === 'orders' ? [of] : [`--${role}`, of],
    );
    const reads = (index: number): boolean =>
      readingFlags.includes(flags[index]!) || readingFlags.includes(flags[index - 1]!);
    const reading = flags.filter((_, index) => reads(index));
    const others = flags.filter((_, index) => !reads(index));
    await roundTrip(files, reading, others);
  });

  it('stands beside its files, wherever they lie', async () => {
    const orders = write('near.csv', readFileSync(small('orders')));
    const config = join(dirname(orders), 'near.json');
    expect((await run(['inspect', orders, ...asOf, '--write-config', config])).code).toBe(0);
    expect(JSON.parse(readFileSync(config, 'utf8')).sources[0].path).toBe('near.csv');
  });

  it('is never written over a file that is there, unless --force says so', async () => {
    const config = write('taken.json', 'mine');
    const argv = ['inspect', small('orders'), ...asOf, '--write-config', config];
    const { code, stderr } = await run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain('exists already');
    expect(readFileSync(config, 'utf8')).toBe('mine');
    expect((await run([...argv, '--force'])).code).toBe(0);
    expect(JSON.parse(readFileSync(config, 'utf8')).sources).toHaveLength(1);
  });

  it('is not written of files that are refused, nor over an input', async () => {
    const config = target();
    const { code, stderr } = await run([
      'inspect',
      'fixtures/broken/open-quote.csv',
      '--write-config',
      config,
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('is not written, since a file is refused');
    expect((await run(['kpi', '--config', config])).code).toBe(2);
    const own = write('own.csv', 'order_id,ordered_at,amount\n1,2021-01-01,5.00\n');
    expect((await run(['inspect', own, '--write-config', own, '--force'])).stderr).toContain(
      'one of the inputs',
    );
  });
});

describe('beside a configuration', () => {
  const config = (of: unknown): string => {
    const file = target();
    writeFileSync(file, JSON.stringify(of));
    return file;
  };
  const other = 'a;b;c\n1;03/01/2021;5,00\n2;04/02/2021;6,00\n';
  const source = {
    role: 'orders',
    path: 'other.csv',
    map: { order_id: 'a', ordered_at: 'b', amount: 'c' },
    delimiter: ';',
    decimal: ',',
    dateFormat: 'dd/mm/yyyy',
  };
  const revenue = ({ figures }: Report): string | null => figures.find(({ id }) => id === 'revenue')!.exact;

  it('flags win: the order of day and month, and the files', async () => {
    write('other.csv', other);
    const file = config({ sources: [source] });
    expect(revenue(await reportOf(['--config', file, '--period', '2021-01']))).toBe('5.00');
    const swapped = ['--config', file, '--date-format', 'mm/dd/yyyy', '--period', '2021-03'];
    expect(revenue(await reportOf(swapped))).toBe('5.00');
    const next = write('next.csv', 'a;b;c\n3;05/01/2021;7,50\n');
    expect(revenue(await reportOf([next, '--config', file, '--period', '2021-01']))).toBe('7.50');
  });

  it('a profile of one’s own is recognised, and one of a shipped name takes its place', async () => {
    const orders = write('till.csv', 'Ticket,Jour,Net\nT1,2021-01-05,8.00\n');
    const profile = {
      id: 'my-till',
      title: 'Our till',
      role: 'orders',
      recognise: { has: [['Ticket'], ['Jour']] },
      fields: { order_id: ['Ticket'], ordered_at: ['Jour'], amount: ['Net'] },
    };
    const file = config({ profiles: [profile] });
    const found = await reportOf([orders, '--config', file, '--period', '2021-01']);
    expect(found.inputs[0]!.profile).toBe('my-till');
    expect(revenue(found)).toBe('8.00');
    const shipped = config({ profiles: [{ ...profile, id: 'shopify-orders' }] });
    const { stdout } = await run(['profiles', 'shopify-orders', '--config', shipped]);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'Our till' });
  });

  it.each([
    [{ source: [] }, 'source is no key I know'],
    [{ sources: [{ ...source, delimeter: ';' }] }, 'sources[0].delimeter is no key I know'],
    [{ sources: [{ role: 'orders' }] }, 'sources[0].path must be there, and be a text'],
    [{ sources: [{ ...source, role: 'sales' }] }, 'sources[0].role is one of "orders", "customers"'],
    [{ sources: [{ ...source, map: { total: 'c' } }] }, 'sources[0].map.total is no field of orders'],
    [{ currency: 'euro' }, 'currency is a code such as EUR'],
    [{ profiles: [{ id: 'x' }] }, 'profiles[0].title must be there, and be a text'],
    [[], 'the whole must be there, and be an object'],
  ])('%j is refused with the key that is wrong', async (content, sentence) => {
    const { code, stderr } = await run(['kpi', small('orders'), '--config', config(content)]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('an unknown profile, a zone that is none, and orders that disagree are refused', async () => {
    const of = async (content: unknown): Promise<string> => {
      const { code, stderr } = await run(['kpi', '--config', config(content)]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await of({ sources: [{ ...source, profile: 'shoppify' }] })).toContain('no profile "shoppify"');
    expect(await of({ sources: [source], timezone: 'Mars/Base' })).toContain('The time zone "Mars/Base"');
    const both = {
      sources: [
        { ...source, grain: 'lines' },
        { ...source, path: 'b.csv', grain: 'orders' },
      ],
    };
    expect(await of(both)).toContain('different things under grain');
  });

  test('what is no JSON, or not there, is refused', async () => {
    expect((await run(['kpi', '--config', write('broken.json', '{"sources": ['), ...asOf])).stderr).toContain(
      'broken.json is not whole JSON',
    );
    const { code, stderr } = await run(['kpi', '--config', 'nowhere.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('The configuration nowhere.json cannot be read (ENOENT)');
  });
});
