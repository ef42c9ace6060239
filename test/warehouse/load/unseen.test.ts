import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { figure, reportOf, run } from '../../support/cli.ts';

/** What the head of a file does not show: the rows that decide stand far behind the sample. */
const folder = mkdtempSync(join(tmpdir(), 'loyalty-unseen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const file = (...parts: (string | Buffer)[]): string => {
  const path = join(folder, `orders-${made++}.csv`);
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return path;
};
const many = (row: string, count = 30_000): string => row.repeat(count);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const orders = async (...argv: string[]) => figure(await reportOf(argv), 'orders').value;

describe('bytes that are not UTF-8, first in a column that is read', () => {
  const header = 'a,b,c,d,total,order date,customer_id\n';
  const row = '1,2,3,4,1.00,2021-01-01,c1\n';

  it('make the file Windows-1252, small enough to be scanned beside nobody', async () => {
    const path = file(header, many(row), latin('1,2,3,4,1.00,2021-05-05,c\xe9\n'), row);
    const report = await reportOf([path]);
    expect(figure(report, 'orders').value).toBe(30_002);
    expect(figure(report, 'active_customers').value).toBe(2);
    expect(report.inputs[0]!.encoding).toBe('windows-1252');
  });

  it('or large enough for a thread, where the engine meets them first and does not survive it', async () => {
    const path = file(
      header,
      many(row, 12_000),
      latin('1,2,3,4,1.00,2021-05-05,c\xe9\n'),
      many(row, 400_000),
    );
    expect(await orders(path)).toBe(412_001);
  });

  it('and the files read before it are read again, none twice', async () => {
    const first = file(header, many(row, 100));
    const second = file(
      header,
      many(row, 12_000),
      latin('1,2,3,4,1.00,2021-05-05,c\xe9\n'),
      many(row, 400_000),
    );
    const report = await reportOf([first, second]);
    expect(figure(report, 'orders').value).toBe(412_101);
    expect(report.inputs.map(({ records }) => records)).toEqual([100, 412_001]);
  });

  it('are refused where the encoding was declared', async () => {
    const path = file(header, many(row), latin('1,2,3,4,1.00,2021-05-05,c\xe9\n'));
    const { code, stderr, stdout } = await run(['kpi', path, '--encoding', 'utf-8']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/--encoding/);
  });
});

describe('dates that tell day from month behind the sample', () => {
  const header = 'total,customer_id,order date\n';
  const row = '1.00,c1,01/02/2021\n';

  it('settle the whole column', async () => {
    const report = await reportOf([file(header, many(row), '1.00,c1,13/05/2021\n')]);
    expect(report.period).toMatchObject({ start: '2021-02-01', stop: '2021-05-14' });
    const other = await reportOf([file(header, many(row), '1.00,c1,05/13/2021\n')]);
    expect(other.period).toMatchObject({ start: '2021-01-02', stop: '2021-05-14' });
  });

  it.each<[string, (string | Buffer)[], string]>([
    ['that never tell', [header, many(row)], 'ambiguous_dates|tells day from month'],
    [
      'that tell both',
      [header, many(row), '1.00,c1,13/05/2021\n1.00,c1,05/13/2021\n'],
      'day and a month above 12',
    ],
    ['behind a record that is too wide', [header, many(row), '1.00,c1,13/05/2021,x\n'], 'ragged_record'],
    ['behind a quote that is never closed', [header, many(row), '1.00,c1,"13/05/2021\n'], 'open_quote'],
    ['behind an unfinished record', [header, many(row), '1.00,c1,13/05/2021'], 'no line end'],
  ])('%s are refused, in one sentence', async (_, parts, sentence) => {
    const { code, stdout, stderr } = await run(['kpi', file(...parts)]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(new RegExp(sentence));
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('beside bytes that are not UTF-8 in that very column', async () => {
    const path = file(header, many(row), '1.00,c1,13/05/2021\n', latin('1.00,c1,\xe9\n'));
    const report = await reportOf([path]);
    expect(figure(report, 'orders').value).toBe(30_001);
    expect(report.inputs[0]!.reconciliation.rejected).toEqual({ bad_ordered_at: 1 });
  });

  it('with line ends in quotes, which the parallel reader may not take', async () => {
    const noted = 'total,customer_id,order date,note\n';
    const path = file(noted, many('1.00,c1,01/02/2021,"two\nlines"\n'), '1.00,c1,13/05/2021,x\n');
    expect(await orders(path)).toBe(30_001);
  });
});

describe('numbers that tell their decimal mark behind the sample', () => {
  const header = 'customer_id,order date,total\n';
  const row = 'c1,2021-01-01,5\n';
  const revenue = async (...rows: string[]) =>
    figure(await reportOf([file(header, many(row, 1000), ...rows)]), 'revenue').exact;

  it('are read where only one reading is left', async () => {
    expect(await revenue('c1,2021-01-01,12.50\n')).toBe('5012.50');
    expect(await revenue('c1,2021-01-01,1234.567\n')).toBe('6234.567');
  });

  it.each([
    ['a comma', '"12,50"'],
    ['three digits behind a dot', '1.234'],
    ['thousands in round numbers, which would be read as units', '1.000'],
    ['three digits behind a comma', '"1,234"'],
  ])('refuse the file where it may be either: %s', async (_, value) => {
    const path = file(header, many(row, 1000), `c1,2021-01-01,${value}\n`);
    const { code, stderr } = await run(['kpi', path]);
    expect(code).toBe(3);
    expect(stderr).toContain('--decimal');
    expect(stderr).not.toContain(value.replaceAll('"', ''));
  });

  it('are what was declared', async () => {
    const path = file(header, many(row, 1000), 'c1,2021-01-01,1.234\n');
    expect(figure(await reportOf([path, '--decimal', '.']), 'revenue').exact).toBe('5001.234');
    expect(figure(await reportOf([path, '--decimal', ',']), 'revenue').exact).toBe('6234.00');
  });

  it('follow the column of the file that tells', async () => {
    const path = file(
      'order_id;customer_id;order date;total;refunded\n',
      Array.from({ length: 1000 }, (_, index) => `o${index};c1;2021-01-01;10,00 €;\n`).join(''),
      'last;c1;2021-01-01;10,00 €;2,50 €\n',
    );
    expect(figure(await reportOf([path]), 'revenue').exact).toBe('10007.50');
  });

  it('may carry their thousands behind a sample of smaller ones', async () => {
    const path = file(header, many('c1,2021-01-01,5.00\n', 1000), 'c1,2021-01-01,"1,234.50"\n');
    expect(figure(await reportOf([path]), 'revenue').exact).toBe('6234.50');
  });
});
