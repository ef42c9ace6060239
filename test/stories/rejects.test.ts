import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { loyalty, root } from './binary.ts';
import { parquetOf } from './parquet.ts';
import { scratch } from './scratch.ts';

const { write, make } = scratch();
const broken = (name: string): string => `${root}fixtures/broken/${name}`;

let folder: string;
let number = 0;
beforeEach(() => {
  folder = make(`run-${number++}`);
});

const run = (...argv: string[]) => loyalty(['kpi', ...argv, '--as-of', '2022-01-01'], { cwd: folder });
const listed = (name = 'rejects.csv'): string => readFileSync(`${folder}/${name}`, 'utf8');
const mode = (name: string): number => statSync(`${folder}/${name}`).mode & 0o777;

const head = 'path,record,line,column,code\n';
const lines = (count: number, bad: number): string =>
  [
    'order_id,customer_id,ordered_at,amount',
    ...Array.from(
      { length: count },
      (_, index) => `o${index},c${index},2021-04-05,${index < bad ? 'n/a' : '9.50'}`,
    ),
    '',
  ].join('\n');

describe('a file that is refused for its rejects', () => {
  it('has them listed all the same, and nothing else is written', async () => {
    const { code, stdout, stderr } = await run(
      broken('unreadable-amount.csv'),
      '--rejects',
      'rejects.csv',
      '-o',
      'kpi.json',
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(
      /^loyalty: 1 of the 4 records of unreadable-amount\.csv cannot be read \(bad_amount: 1\), [^\n]+\n$/,
    );
    expect(readdirSync(folder)).toEqual(['rejects.csv']);
    expect(listed()).toBe(`${head}unreadable-amount.csv,2,3,amount,bad_amount\n`);
  });

  it('is followed by the other files, whose rejects are listed too', async () => {
    const orders = write('too-many.csv', lines(10, 2));
    const { code } = await run(orders, '--surveys', broken('score-11.csv'), '--rejects', 'rejects.csv');
    expect(code).toBe(3);
    const rows: Record<string, string>[] = parse(listed(), { columns: true });
    expect(rows.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'too-many.csv bad_amount',
      'too-many.csv bad_amount',
      'score-11.csv score_out_of_range',
    ]);
  });

  it('is refused all the same where the list cannot be written, and both is told', async () => {
    const ended = await loyalty(
      ['kpi', broken('unreadable-amount.csv'), '--rejects', '/proc/rejects.csv', '--as-of', '2022-01-01'],
      { cwd: folder },
    );
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(
      /^loyalty: \/proc\/rejects\.csv could not be written [^\n]+\nloyalty: 1 of the 4 records [^\n]+\n$/,
    );
  });
});

describe('the share of rejects that is allowed', () => {
  it.each([
    [200, 2, [], 0],
    [200, 3, [], 3],
    [199, 2, [], 3],
    [100, 29, ['--max-rejects', '29%'], 0],
    [100, 30, ['--max-rejects', '29%'], 3],
    [1000, 7, ['--max-rejects', '0.7%'], 0],
    [1000, 8, ['--max-rejects', '0.7%'], 3],
    [100, 1, ['--max-rejects', '0'], 3],
    [100, 0, ['--max-rejects', '0'], 0],
    [100, 1, ['--strict'], 3],
    [100, 1, ['--strict', '--max-rejects', '50%'], 3],
    [100, 0, ['--strict'], 0],
    [100, 100, ['--max-rejects', '100%'], 0],
    [0, 0, ['--strict'], 0],
  ])('of %i records %i are bad, with %j: exit %i', async (count, bad, flags, exit) => {
    const orders = write('orders.csv', lines(count, bad));
    const { code, stderr } = await run(orders, '--rejects', 'rejects.csv', ...flags);
    expect(code, stderr).toBe(exit);
    const expected = Array.from(
      { length: bad },
      (_, index) => `orders.csv,${index + 1},${index + 2},amount,bad_amount\n`,
    );
    expect(listed()).toBe(head + expected.join(''));
  });
});

describe('the list', () => {
  it('holds the records themselves only where they are asked for, defused', async () => {
    const orders = write(
      'orders.csv',
      'order_id,customer_id,ordered_at,amount\n=1+1,"Zoë, ""Z""\nK",2021-04-05,secret\n2,B,2021-04-05,5\n',
    );
    const { code, stdout, stderr } = await run(
      orders,
      '--rejects',
      'rejects.csv',
      '--show-values',
      '--max-rejects',
      '50%',
      '--only',
      'orders',
    );
    expect(code, stderr).toBe(0);
    expect(`${stdout}${stderr}`).not.toMatch(/secret|Zoë/);
    const rows: string[][] = parse(listed());
    expect(rows).toEqual([
      ['path', 'record', 'line', 'column', 'code', 'original'],
      ['orders.csv', '1', '2', 'amount', 'bad_amount', `'=1+1,"Zoë, ""Z""\nK",2021-04-05,secret`],
    ]);
    await run(orders, '--rejects', 'rejects.csv', '--max-rejects', '50%');
    expect(listed()).toBe(`${head}orders.csv,1,2,amount,bad_amount\n`);
  });

  it('is for its owner alone, also in the place of a file that all may read', async () => {
    const orders = write('orders.csv', lines(3, 0));
    await run(orders, '--rejects', 'rejects.csv');
    expect(mode('rejects.csv')).toBe(0o600);
    chmodSync(`${folder}/rejects.csv`, 0o644);
    await run(orders, '--rejects', 'rejects.csv');
    expect(mode('rejects.csv')).toBe(0o600);
  });

  it('names a column by the header, defused, and follows --csv-dialect', async () => {
    const orders = write('orders.csv', 'order_id,date,@total\n1,2021-04-05,x\n');
    await run(
      orders,
      '--map',
      'orders.amount=@total',
      '--rejects',
      'rejects.csv',
      '--csv-dialect',
      'excel-fr',
    );
    expect(listed()).toBe(`\ufeffpath;record;line;column;code\r\norders.csv;1;2;"'@total";bad_amount\r\n`);
  });

  it.each([
    ['gzip', (text: string) => gzipSync(text)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('has the lines of the text where the file is %s', async (_, bytes) => {
    const orders = write(
      'orders.data',
      bytes('Export of May\n\norder_id,ordered_at,amount\n"1","2021-04-05","9.50"\n2,2021-04-06,x\n'),
    );
    const { stderr } = await run(orders, '--rejects', 'rejects.csv');
    expect(stderr).toContain('1 of the 2 records');
    expect(listed()).toBe(`${head}orders.data,2,5,amount,bad_amount\n`);
  });

  it('has no lines where the file has none', async () => {
    const rows = [
      { order_id: '1', ordered_at: '2021-04-05', amount: 'x' },
      { order_id: '2', ordered_at: 'x', amount: '5' },
    ];
    const orders = write('orders.parquet', await parquetOf(rows));
    await run(orders, '--rejects', 'rejects.csv', '--date-format', 'yyyy-mm-dd');
    expect(listed()).toBe(
      `${head}orders.parquet,1,,amount,bad_amount\norders.parquet,2,,ordered_at,bad_ordered_at\n`,
    );
  });

  it('counts the records of standard input', async () => {
    const argv = ['kpi', '-', '--as-of', '2022-01-01', '--rejects', 'rejects.csv'];
    await loyalty(argv, { cwd: folder, input: lines(2, 1) });
    expect(listed()).toBe(`${head}-,1,2,amount,bad_amount\n`);
  });
});

describe('is not begun', () => {
  it.each([
    ['over an input', ['--rejects', 'orders.csv'], 'orders.csv is one of the inputs'],
    ['as another output', ['--rejects', 'a.csv', '-o', 'a.csv'], 'named as an output twice'],
    ['on standard output', ['--rejects', '-'], '--rejects is a file, not standard output'],
    ['without a name', ['--rejects', ''], '--rejects is a file, not standard output'],
    ['by --show-values alone', ['--show-values'], '--show-values needs --rejects FILE'],
  ])('%s', async (_, flags, says) => {
    const text = lines(2, 1);
    write(`run-${number - 1}/orders.csv`, text);
    const { code, stdout, stderr } = await run('orders.csv', ...flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(readdirSync(folder)).toEqual(['orders.csv']);
    expect(listed('orders.csv')).toBe(text);
  });

  it('where the file is refused for something else', async () => {
    const { code } = await run(broken('open-quote.csv'), '--rejects', 'rejects.csv');
    expect(code).toBe(3);
    expect(existsSync(`${folder}/rejects.csv`)).toBe(false);
  });
});

it('a list is written with the other outputs, or none of them is', async () => {
  const orders = write('orders.csv', lines(200, 1));
  const { code } = await run(orders, '--rejects', 'rejects.csv', '-o', 'kpi.json', '-o', 'nowhere/kpi.csv');
  expect(code).toBe(5);
  expect(readdirSync(folder)).toEqual([]);
  const temporary = make('temporary');
  await loyalty(['kpi', orders, '--as-of', '2022-01-01', '--rejects', 'rejects.csv', '-o', 'kpi.json'], {
    cwd: folder,
    env: { TMPDIR: temporary },
  });
  expect(readdirSync(folder).toSorted()).toEqual(['kpi.json', 'rejects.csv']);
  expect(readdirSync(temporary)).toEqual([]);
});
