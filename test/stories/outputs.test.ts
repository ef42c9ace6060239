import { chmodSync, cpSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { execa } from 'execa';
import { beforeEach, describe, expect, it } from 'vitest';
import { loyalty, program, root, start } from './binary.ts';
import { scratch } from './scratch.ts';

const { write, make } = scratch();
const asked = [`${root}fixtures/small/orders.csv`, '--period', '2021-Q2', '--as-of', '2022-01-15', '--quiet'];

let folder: string;
let number = 0;

beforeEach(() => {
  folder = make(`run-${number++}`);
});

const run = (...argv: string[]) => loyalty(['kpi', ...asked, ...argv], { cwd: folder });
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

const printed = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(...argv);
  expect(code, stderr).toBe(0);
  return stdout;
};

describe('several outputs of one run', () => {
  it('are each what a run of its own prints, and nothing else is left in the folder', async () => {
    const outputs = ['json=a.json', 'csv=b.csv', 'markdown=c.md', 'table=d.txt'].flatMap((name) => [
      '--output',
      name,
    ]);
    expect(await run(...outputs)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'b.csv', 'c.md', 'd.txt']);
    expect(read('a.json')).toBe(await printed('--format', 'json'));
    expect(read('b.csv')).toBe(await printed('--format', 'csv'));
    expect(read('c.md')).toBe(await printed('--format', 'markdown', '--verbose'));
    expect(read('d.txt')).toBe(await printed('--format', 'table', '--verbose'));
  });

  it('may be one on standard output beside files', async () => {
    const stdout = await printed('-o', 'json=a.json', '-o', 'csv=-');
    expect(stdout).toBe(await printed('--format', 'csv'));
    expect(read('a.json')).toBe(await printed('--format', 'json'));
  });

  it.each([
    ['x.json', 'json'],
    ['x.csv', 'csv'],
    ['x.md', 'markdown'],
    ['x.JSON', 'json'],
  ])('%s is written as %s by its name', async (name, format) => {
    await printed('-o', name);
    expect(read(name)).toBe(await printed('--format', format, '--verbose'));
  });

  it('follows --format where that is given, whatever the name', async () => {
    await printed('-o', 'x.json', '--format', 'csv');
    expect(read('x.json')).toBe(await printed('--format', 'csv'));
  });
});

describe('a file that exists', () => {
  it('is replaced whole: whoever reads meanwhile sees the old one or the new one', async () => {
    cpSync(write('old.json', '{"old":true}\n'), `${folder}/a.json`);
    const running = start(['kpi', ...asked, '-o', 'a.json'], { cwd: folder });
    const ended = running.then(() => true);
    const seen = new Set<string>();
    while (!(await Promise.race([ended, wait(1, false)]))) seen.add(read('a.json'));
    const after = read('a.json');
    expect(after).toBe(await printed('--format', 'json'));
    expect([...seen].filter((content) => content !== after)).toEqual(['{"old":true}\n']);
  });

  it('keeps its permissions, and a new one follows the mask', async () => {
    cpSync(write('private.json', ''), `${folder}/a.json`);
    chmodSync(`${folder}/a.json`, 0o600);
    await printed('-o', 'a.json', '-o', 'b.csv');
    expect(statSync(`${folder}/a.json`).mode & 0o777).toBe(0o600);
    expect(statSync(`${folder}/b.csv`).mode & 0o777).toBe(0o666 & ~process.umask() & 0o644);
  });

  it('is replaced where a link leads, and the link stays', async () => {
    cpSync(write('target.json', ''), `${folder}/target.json`);
    symlinkSync('target.json', `${folder}/latest.json`);
    await printed('-o', 'latest.json');
    expect(lstatSync(`${folder}/latest.json`).isSymbolicLink()).toBe(true);
    expect(read('target.json')).toBe(await printed('--format', 'json'));
  });

  it.each([
    ['another output cannot be written', ['-o', 'a.json', '-o', 'nowhere/b.csv'], 5],
    ['the input is refused', ['nowhere.csv', '-o', 'a.json'], 3],
    ['a flag is wrong', ['-o', 'a.json', '--only', 'nothing'], 2],
  ])('stays as it is when %s', async (_, argv, exit) => {
    cpSync(write('kept.json', 'old\n'), `${folder}/a.json`);
    expect((await run(...argv)).code).toBe(exit);
    expect(read('a.json')).toBe('old\n');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('stays as it is when there is no room for the new one', async () => {
    cpSync(write('kept.json', 'old\n'), `${folder}/a.json`);
    const limited = [
      '-c',
      'ulimit -f 8; exec "$@"',
      'bash',
      process.execPath,
      program,
      'kpi',
      ...asked,
      '-o',
      'a.json',
    ];
    const ended = await execa('bash', limited, { cwd: folder, reject: false });
    expect(ended.exitCode, ended.stderr).toBe(5);
    expect(ended.stderr).toMatch(/^loyalty: a\.json could not be written \(EFBIG\); [^\n]+$/);
    expect(read('a.json')).toBe('old\n');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('is never a pipe or a device, which cannot be replaced', async () => {
    await execa('mkfifo', [`${folder}/pipe`]);
    const ended = await run('-o', 'json=pipe');
    expect(ended).toMatchObject({ code: 5, stdout: '' });
    expect(lstatSync(`${folder}/pipe`).isFIFO()).toBe(true);
  });
});

describe('--csv-dialect excel-fr', () => {
  it('says the same figures with semicolons, decimal commas, a mark and CRLF', async () => {
    await printed('-o', 'plain.csv');
    await printed('-o', 'excel.csv', '--csv-dialect', 'excel-fr');
    const excel = read('excel.csv');
    expect(excel.startsWith('\ufeff')).toBe(true);
    expect(excel.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows: string[][] = parse(excel, { delimiter: ';', bom: true });
    const plain: string[][] = parse(read('plain.csv'));
    const number = /^-?\d+,\d+$/;
    expect(rows.map((row) => row.map((cell) => (number.test(cell) ? cell.replace(',', '.') : cell)))).toEqual(
      plain,
    );
    expect(rows.flat().some((cell) => number.test(cell))).toBe(true);
  });
});
