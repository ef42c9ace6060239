import { DuckDBInstance } from '@duckdb/node-api';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { figure, reportOf } from '../../support/cli.ts';
import { loyalty, root } from '../binary.ts';
import { figuresIn, inputOf, refusalOf } from './shown.ts';

const { file } = makeBench();

describe('M13 one byte of Latin-1', () => {
  const order = (row: number): string => `K${row},2021-01-05,2.00,web\n`;
  const shop = (rows: number): Buffer =>
    Buffer.from(
      `customer_id,ordered_at,amount,channel\n${Array.from({ length: rows }, (_, row) => order(row)).join('')}Z,2021-01-06,5.00,Caf\u00e9\n`,
      'latin1',
    );

  it('M13 kills the engine alone for all that follows', async () => {
    const path = file('latin.csv', shop(3));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const columns = "columns = {a: 'VARCHAR', b: 'VARCHAR', c: 'VARCHAR', d: 'VARCHAR'}";
    const read = `SELECT d FROM read_csv('${path}', auto_detect = false, header = true, ${columns})`;
    await expect(connection.run(read)).rejects.toThrow(/^INTERNAL Error/);
    await expect(connection.run('SELECT 1')).rejects.toThrow(/^FATAL Error/);
    connection.closeSync();
    instance.closeSync();
  });

  it.each([
    ['in the head of the file', 3],
    ['far behind the head', 200_000],
  ])('M13 is read as Windows-1252 %s, said, and no harm to the next run', async (_, rows) => {
    const path = file('latin.csv', shop(rows));
    const said = await reportOf([path, '--by', 'channel', '--min-group', '1', '--only', 'revenue']);
    expect(said.inputs[0]).toMatchObject({ encoding: 'windows-1252', records: rows + 1 });
    expect(figure(said, 'revenue', { channel: 'Café' }).value).toBe(5);
    expect(figure(said, 'revenue').value).toBe(2 * rows + 5);
    expect(await figuresIn(path)).toEqual({ orders: rows + 1, cents: 200 * rows + 500, customers: rows + 1 });
  });
});

describe('M14 values nested without end', () => {
  const record = '{"ordered_at":"2021-01-05","amount":1,"note":';
  const objects = (deep: number): string => '{"a":'.repeat(deep) + 1 + '}'.repeat(deep);
  const arrays = (deep: number): string => '['.repeat(deep) + ']'.repeat(deep);
  const deepest = 31;

  it('M14 end the engine alone with a signal', async () => {
    const path = file('deep.json', `[${record}${objects(20_000)}}]`);
    const script = `import { DuckDBInstance } from '@duckdb/node-api';
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run("SELECT count(*) FROM read_json('${path}')");`;
    const ended = await execa(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      reject: false,
    });
    expect(ended.signal).toBe('SIGSEGV');
  });

  it.each([
    ['objects', `[${record}${objects(20_000)}}]`, 1 + record.length + 5 * deepest + 1],
    ['arrays', `[${record}${arrays(100_000)}}]`, 1 + record.length + deepest + 1],
    ['arrays never closed', `[${record}${'['.repeat(1_000_000)}`, 1 + record.length + deepest + 1],
    ['objects never closed', `[${record}${'{"a":'.repeat(1_000_000)}`, 1 + record.length + 5 * deepest + 1],
    ['objects, on lines', `${record}1}\n${record}${objects(20_000)}}\n`, record.length + 5 * deepest + 1],
  ])('M14 are refused where they grow too deep: %s', async (kind, text, column) => {
    const path = file('nested.json', text);
    const ended = await loyalty(['kpi', path, '--format', 'json']);
    const line = kind.endsWith('lines') ? 2 : 1;
    expect(refusalOf(ended)).toBe(
      `nested.json:${line}:${column} json_refused: This JSON is not taken as records: values are nested more than 32 deep; export a flatter file.`,
    );
  });

  it.each([
    ['[', '['.repeat(1_000_000)],
    ['[]', arrays(1_000_000)],
    ['{', '{"a":'.repeat(1_000_000)],
  ])('M14 are refused where the whole file is nothing else: %s', async (_, text) => {
    const ended = await loyalty(['kpi', file('nothing.json', text)]);
    expect(refusalOf(ended)).toMatch(/^nothing\.json:1:\d+ json_refused: /);
  });

  it('M14 are read as deep as an export may go', async () => {
    const path = file('allowed.json', `[${record}${arrays(deepest)}},${record}${objects(deepest)}}]`);
    expect(await figuresIn(path)).toEqual({ orders: 2, cents: 200, customers: null });
    expect((await inputOf(path)).encoding).toBe('utf-8, json');
  });
});
