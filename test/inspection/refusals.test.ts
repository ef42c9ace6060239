import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';
import { inspected } from './inspected.ts';

const { write } = scratch();

interface Broken {
  readonly file: string;
  readonly role: string;
  readonly flags: readonly string[];
  readonly exit: number;
  readonly code: string | null;
}

const broken: readonly Broken[] = JSON.parse(readFileSync('fixtures/broken/expected.json', 'utf8'));
const asOf = ['--as-of', '2022-01-01'];
const path = (file: string): string => `fixtures/broken/${file}`;

/** Codes that refuse the files together, once all of them are read. */
const ofAll = [
  'conflicting_order',
  'two_customers_in_order',
  'several_currencies',
  'unknown_status',
  'not_an_nps_scale',
];

describe.each(broken)('$file $flags', ({ file, role, flags, exit, code }) => {
  const files = role === 'orders' ? [path(file)] : ['fixtures/small/orders.csv', `--${role}`, path(file)];

  it('is refused as kpi refuses it, as part of the answer', async () => {
    const { code: ended, found } = await inspected([...files, ...flags, ...asOf]);
    const entry = found.files.find((one) => one.path === path(file))!;
    expect(entry.role).toBe(role);
    expect(ended).toBe(exit);
    expect([entry.refusal?.code ?? null, found.refusal?.code ?? null]).toEqual(
      code !== null && ofAll.includes(code) ? [null, code] : [code, null],
    );
    const said = await run(['kpi', ...files, ...flags, ...asOf]);
    expect(said.code).toBe(exit);
    if (code !== null) expect(said.stderr).toContain((entry.refusal ?? found.refusal)!.message);
  });
});

test('what was understood before the refusal is told: the columns and their shapes', async () => {
  const { found } = await inspected([path('ambiguous-dates.csv'), ...asOf]);
  const [file] = found.files;
  expect(file).toMatchObject({ delimiter: ',', records: null, headerRows: 1 });
  expect(file!.columns.map(({ name, fields, shapes }) => [name, fields, shapes[0]?.shape])).toEqual([
    ['order_id', ['order_id'], '9999'],
    ['customer_id', ['customer_id'], 'a9'],
    ['ordered_at', ['ordered_at'], '99/99/9999'],
    ['amount', ['amount'], '99.99'],
  ]);
});

test('an unknown status is told with how often it stands there, and that it is not known', async () => {
  const { found } = await inspected([path('unknown-status.csv'), ...asOf]);
  expect(found.statuses).toEqual([
    { word: 'teleported', rows: 2, counts: null },
    { word: 'paid', rows: 1, counts: true },
  ]);
  expect(found.orders).toBeNull();
  expect(found.files[0]).toMatchObject({ records: 3, reconciliation: null });
});

test('what stands as a status but is no word is counted and never shown', async () => {
  const rows = [
    '1,2021-01-01,5.00,paid',
    '2,2021-01-02,5.00,ines@example.com',
    '3,2021-01-03,5.00,paid 12 times',
  ];
  const { code, found } = await inspected(
    ['-', ...asOf],
    ['order_id,date,amount,status', ...rows, ''].join('\n'),
  );
  expect(code).toBe(3);
  expect(found.statuses).toEqual([
    { word: 'paid', rows: 1, counts: true },
    { word: null, rows: 2, counts: null },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/ines|12 times/);
});

test('a currency beside the amounts is told where no column names one', async () => {
  const { found } = await inspected(
    ['-', ...asOf],
    'order_id,date,amount\n1,2021-01-01,5.00 €\n2,2021-01-02,4.00\n',
  );
  expect(found.currencies).toEqual([{ word: 'EUR', rows: 2 }]);
});

test('bytes far down that are no UTF-8 make a file Windows-1252, as kpi reads it', async () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => `${index},2021-01-01,5.00,maison`);
  const text = ['order_id,date,amount,category', ...rows, 'x,2021-01-02,5.00,bien-\u00eatre', ''].join('\n');
  const file = write('late.csv', Buffer.from(text, 'latin1'));
  const { found } = await inspected([file, ...asOf]);
  expect(found.files[0]).toMatchObject({
    encoding: { name: 'windows-1252', by: 'concluded' },
    records: 12_001,
  });
});

test('currencies that do not add up are told with how often they stand there', async () => {
  const { found } = await inspected([path('two-currencies.csv'), ...asOf]);
  expect(found.currencies.map(({ word }) => word)).toEqual(['EUR', 'CHF']);
});

test('of several files the others are inspected all the same', async () => {
  const { code, found } = await inspected([path('open-quote.csv'), 'fixtures/small/surveys.csv', ...asOf]);
  expect(code).toBe(3);
  expect(found.files.map(({ refusal, records }) => [refusal?.code ?? null, records])).toEqual([
    ['open_quote', null],
    [null, 25],
  ]);
  expect(found.others.map(({ role, rows }) => [role, rows])).toEqual([['surveys', 25]]);
});

test('a file that is not there is refused beside those that are', async () => {
  const { code, found } = await inspected(['nowhere.csv', 'fixtures/small/orders.csv', ...asOf]);
  expect(code).toBe(3);
  expect(found.files.map(({ refusal }) => refusal?.code ?? null)).toEqual(['file_missing', null]);
  expect(found.orders?.orders).toBe(56);
});

test('the same file twice is refused, whatever it is called', async () => {
  const { code, stderr } = await run(['inspect', path('header-only.csv'), `./${path('header-only.csv')}`]);
  expect(code).toBe(3);
  expect(stderr).toContain('are the same file');
});

test('a first line of values is shown by shapes alone', async () => {
  const { code, found } = await inspected(['-', ...asOf], 'A1,amelie@example.com,2021-03-04,10.50\n');
  expect(code).toBe(3);
  expect(found.files[0]!.refusal?.code).toBe('header_absent');
  expect(found.files[0]!.columns.map(({ name }) => name)).toEqual(['A9', 'a@a.a', '9999-99-99', '99.99']);
  expect(JSON.stringify(found)).not.toContain('amelie');
});
