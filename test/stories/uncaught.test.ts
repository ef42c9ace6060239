import { readdirSync } from 'node:fs';
import { execa } from 'execa';
import { afterEach, describe, expect, it } from 'vitest';
import { program, root } from './binary.ts';
import { scratch } from './scratch.ts';

const { write, make } = scratch();
const temporary = make('temporary');
const secret = 'the row of a customer';

afterEach(() => expect(readdirSync(temporary)).toEqual([]));

/** Runs the program with a script of somebody else loaded before it, and standard input left open. */
const beside = async (script: string, argv: readonly string[]) => {
  const preload = write('preload.cjs', script);
  const running = execa(process.execPath, ['--require', preload, program, ...argv], {
    cwd: root,
    env: { TMPDIR: temporary },
    reject: false,
    stdin: 'pipe',
  });
  const { exitCode, stdout, stderr } = await running;
  return { exitCode, stdout, stderr };
};

const atWork = `
  const { readdirSync } = require('node:fs');
  const whenAtWork = (work) => {
    const look = setInterval(() => {
      if (readdirSync(process.env.TMPDIR).length === 0) return;
      clearInterval(look);
      work();
    }, 10);
  };
`;

describe('an error that nobody waits for ends with 70, without its message, and leaves nothing', () => {
  it.each([
    [
      'thrown while the program begins',
      `setInterval(() => { if (process.exitCode === 70) throw new TypeError('${secret}'); }, 1);`,
    ],
    ['thrown while it is at work', `${atWork} whenAtWork(() => { throw new TypeError('${secret}'); });`],
    ['a promise refused', `${atWork} whenAtWork(() => { Promise.reject(new TypeError('${secret}')); });`],
    ['a text refused', `${atWork} whenAtWork(() => { Promise.reject('${secret}'); });`],
  ])('%s', async (_, script) => {
    const { exitCode, stdout, stderr } = await beside(script, ['kpi', '-']);
    expect(exitCode, stderr).toBe(70);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^loyalty: this is a bug; please report it with the lines below\.\n\w/);
    expect(stderr).not.toContain(secret);
  });
});

/** No more files may be opened: those whose path matches are refused as the system refuses them. */
const scarce = (path: string): string => `
  const fs = require('node:fs');
  const { openSync, open } = fs;
  const refused = () => Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE', syscall: 'open' });
  const meant = (path) => ${path}.test(String(path));
  fs.openSync = (path, ...rest) => { if (meant(path)) throw refused(); return openSync(path, ...rest); };
  fs.open = (path, ...rest) => meant(path) ? rest.at(-1)(refused()) : open(path, ...rest);
  require('node:module').syncBuiltinESMExports();
`;

describe('where no more files may be open', () => {
  it.each([
    ['an export', '/small\\/orders/', ['kpi', 'fixtures/small/orders.csv'], 'orders.csv'],
    ['a copy of ours', '/staged-/', ['kpi', 'fixtures/broken/utf-16le.csv'], 'utf-16le.csv'],
  ])('%s is refused in one sentence', async (_, path, argv, name) => {
    const { exitCode, stdout, stderr } = await beside(scarce(path), argv);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^loyalty: [^\n]+\(EMFILE\)[^\n]+$/);
    expect(stderr).toContain(name);
    expect(exitCode).toBe(3);
  });

  it.each([20, 24, 28, 40])(
    'a run that may open %i tells it, with 70 where it cannot begin',
    async (files) => {
      const argv = ['kpi', 'fixtures/small/orders.csv', '--quiet'];
      const ended = await execa(
        'bash',
        ['-c', `ulimit -n ${files}; "$@"`, 'bash', process.execPath, program, ...argv],
        { cwd: root, env: { TMPDIR: temporary }, reject: false },
      );
      expect(ended.stdout).toBe('');
      expect(ended.stderr).toMatch(/^loyalty: [^\n]+\(EMFILE\)[^\n]+$/);
      expect(ended.exitCode).toBe(70);
    },
  );
});

it('a program that is not whole says so, with 70', async () => {
  const alone = write('alone.js', 'placeholder');
  const copied = await execa('cp', [program, alone.replace('alone.js', 'alone.mjs')]);
  expect(copied.exitCode).toBe(0);
  const ended = await execa(process.execPath, [alone.replace('alone.js', 'alone.mjs'), 'list'], {
    reject: false,
  });
  expect(ended.exitCode).toBe(70);
  expect(ended.stderr).toMatch(/^loyalty: the program itself cannot be read \(ERR_MODULE_NOT_FOUND\)[^\n]+$/);
});
