import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { figure, reportOf } from '../support/cli.ts';
import { reportBy } from './binary.ts';
import { parquetOf } from './parquet.ts';
import { scratch } from './scratch.ts';
import { csvOf, frenchRows, shopRows } from './shop-files.ts';

const { write } = scratch();

const others = [
  ...['--customers', 'fixtures/small/customers.csv', '--surveys', 'fixtures/small/surveys.csv'],
  ...['--content', 'fixtures/small/content.csv', '--spend', 'fixtures/small/spend.csv'],
];
const asked = [
  ...others,
  '--period',
  '2021-Q2',
  '--as-of',
  '2022-01-15',
  '--by',
  'channel',
  '--min-group',
  '1',
];

const plain = csvOf(shopRows);
const typed = {
  ordered_at: 'TIMESTAMP',
  amount: 'DECIMAL(10, 2)',
  refunded: 'DECIMAL(10, 2)',
  discount: 'DECIMAL(10, 2)',
};
const dated = { ...typed, ordered_at: 'DATE', amount: 'DOUBLE', quantity: 'INTEGER', order_id: 'BIGINT' };
const ndjson = shopRows.map((row) => `${JSON.stringify(row)}\n`).join('');
const numbers = shopRows.map((row) => ({
  ...row,
  amount: Number(row.amount),
  quantity: Number(row.quantity),
}));
const reversed = shopRows.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
const nulls = shopRows.map((row) =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== '' || name !== 'customer_id')),
);

const parquet = await parquetOf(shopRows);

const notations: readonly (readonly [name: string, file: string, content: string | Uint8Array])[] = [
  ['semicolons', 'a.csv', csvOf(shopRows, { delimiter: ';' })],
  ['tabs', 'b.tsv', csvOf(shopRows, { delimiter: '\t' })],
  ['pipes', 'c.csv', csvOf(shopRows, { delimiter: '|' })],
  ['a byte order mark', 'd.csv', `\ufeff${plain}`],
  ['CRLF line ends', 'e.csv', csvOf(shopRows, { record_delimiter: '\r\n' })],
  ['quotes around every field', 'f.csv', csvOf(shopRows, { quoted: true })],
  ['columns in another order', 'g.csv', csvOf(reversed)],
  [
    'a French spreadsheet in Windows-1252',
    'h.csv',
    iconv.encode(csvOf(frenchRows, { delimiter: ';', record_delimiter: '\r\n' }), 'win1252'),
  ],
  [
    'a French spreadsheet in UTF-8',
    'h8.csv',
    `\ufeff${csvOf(frenchRows, { delimiter: ';', record_delimiter: '\r\n' })}`,
  ],
  [
    'UTF-16 with its mark and tabs',
    'i.txt',
    Buffer.from(`\ufeff${csvOf(shopRows, { delimiter: '\t' })}`, 'utf16le'),
  ],
  ['a JSON array', 'j.json', JSON.stringify(shopRows)],
  ['a JSON array with numbers, indented', 'k.json', JSON.stringify(numbers, null, 2)],
  ['NDJSON', 'l.ndjson', ndjson],
  [
    'NDJSON without the names of empty values',
    'm.jsonl',
    nulls.map((row) => `${JSON.stringify(row)}\n`).join(''),
  ],
  ['Parquet of text', 'n.parquet', parquet],
  ['Parquet with times and decimals', 'o.parquet', await parquetOf(shopRows, typed)],
  ['Parquet with days, doubles and integers', 'p.parquet', await parquetOf(shopRows, dated)],
  ['CSV in gzip', 'q.csv.gz', gzipSync(plain)],
  ['NDJSON in gzip', 'r.ndjson.gz', gzipSync(ndjson)],
  ['a name that says another format', 's.json', plain],
];

const { figures } = await reportOf(['fixtures/small/orders.csv', ...asked]);

describe('the figures of the small shop are the same from', () => {
  it.each(notations)('%s', async (_, file, content) => {
    const report = await reportOf([write(file, content), ...asked]);
    expect(report.figures).toEqual(figures);
    expect(report.inputs.find(({ role }) => role === 'orders')?.records).toBe(shopRows.length);
  });

  it('three files, of which one is NDJSON and one Windows-1252', async () => {
    const third = Math.ceil(shopRows.length / 3);
    const part = (index: number) => shopRows.slice(index * third, (index + 1) * third);
    const paths = [
      write('part-1.csv', csvOf(part(0))),
      write(
        'part-2.ndjson',
        part(1)
          .map((row) => `${JSON.stringify(row)}\n`)
          .join(''),
      ),
      write('part-3.csv', iconv.encode(csvOf(part(2)), 'win1252')),
    ];
    expect((await reportOf([...paths, ...asked])).figures).toEqual(figures);
  });

  it.each([
    ['CSV', plain],
    ['NDJSON in gzip', gzipSync(ndjson)],
    ['Parquet', parquet],
  ])('%s on standard input', async (_, input) => {
    const report = await reportBy(['-', ...asked], { input });
    expect(report.figures).toEqual(figures);
    expect(report.inputs[0]?.path).toBe('-');
  });

  it('three hundred files of a day each', { timeout: 120_000 }, async () => {
    const rows = shopRows.filter(({ order_id }) => order_id !== '1037');
    const whole = await reportOf([
      write('whole.csv', csvOf(rows)),
      '--period',
      '2021-Q2',
      '--as-of',
      '2022-01-15',
    ]);
    const names = [...rows, ...Array.from({ length: 300 - rows.length }, () => null)].map((row, index) =>
      write(`day-${index}.csv`, row === null ? `${csvOf(rows).split('\n', 1)[0]}\n` : csvOf([row])),
    );
    const split = await reportOf([...names, '--period', '2021-Q2', '--as-of', '2022-01-15']);
    expect(split.figures).toEqual(whole.figures);
  });
});

/** The orders of a day in a zone, from a file with one order at this time. */
const ordersOn = async (day: string, timezone: string, file: string): Promise<number | null> => {
  const flags = ['--period', day, '--timezone', timezone, '--as-of', '2022-01-01', '--only', 'orders'];
  return figure(await reportOf([file, ...flags]), 'orders').value;
};

describe('a time with an offset from UTC', () => {
  it.each([
    ['2021-03-31 23:30:00 -0400', 'UTC', '2021-04-01'],
    ['2021-03-31 23:30:00 -0400', 'Europe/Paris', '2021-04-01'],
    ['2021-03-31 23:30:00 -0400', 'America/New_York', '2021-03-31'],
    ['2021-03-31T23:30:00Z', 'UTC', '2021-03-31'],
    ['2021-03-31T23:30:00Z', 'Europe/Paris', '2021-04-01'],
    ['2021-03-31T23:30:00Z', 'America/New_York', '2021-03-31'],
    ['2021-04-01T01:30:00+02:00', 'UTC', '2021-03-31'],
    ['2021-04-01T01:30:00+02:00', 'Europe/Paris', '2021-04-01'],
    ['2021-04-01T00:30:00.250+02:00', 'America/New_York', '2021-03-31'],
    ['2021-03-28T00:59:59Z', 'Europe/Paris', '2021-03-28'],
    ['2021-10-30T22:30:00Z', 'Europe/Paris', '2021-10-31'],
    ['2021-10-30T21:59:59Z', 'Europe/Paris', '2021-10-30'],
  ])('%s is in %s on %s', async (time, timezone, day) => {
    const record = { order_id: '1', customer_id: 'C1', ordered_at: time, amount: '10.00' };
    const file = write('time.csv', csvOf([record]));
    expect(await ordersOn(day, timezone, file)).toBe(1);
    const iso = time.replace(/^(\S+) (\S+) ([+-]\d\d)(\d\d)$/, '$1T$2$3:$4');
    const instants = write(
      'time.parquet',
      await parquetOf([{ ...record, ordered_at: iso }], { ordered_at: 'TIMESTAMPTZ' }),
    );
    expect(await ordersOn(day, timezone, instants)).toBe(1);
  });
});
