import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { execa, execaSync } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../src/errors.ts';
import { run } from './support/cli.ts';
import { holdToSchemas } from './support/held.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script]) => script!);

/** A shell command with the lines it is continued on, without the comments between commands. */
const commands = scripts
  .filter((script) => !script.includes('npm ci'))
  .flatMap((script) =>
    script.includes('python3')
      ? [script]
      : script
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .join('\n')
          .split(/(?<!\\|\|)\n/),
  )
  .filter((command) => command.trim() !== '');

const has = (program: string): boolean => execaSync(program, ['--version'], { reject: false }).exitCode === 0;

const french = [
  'N° commande;client;date de commande;montant TTC',
  'A1;C1;03/01/2021;1 234,50',
  'A2;C2;25/01/2021;20,00',
  'A3;C1;14/02/2021;15,90',
  '',
].join('\r\n');

const lines = [
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
  '536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom',
  '536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom',
  'C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527,United Kingdom',
  'A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom',
  '',
].join('\n');

describe('the README', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'loyalty-readme-'));
    cpSync(join(root, 'fixtures/small'), folder, { recursive: true });
    cpSync(join(root, 'fixtures/small'), join(folder, 'shop'), { recursive: true });
    writeFileSync(join(folder, 'ventes.csv'), Buffer.from(french, 'latin1'));
    writeFileSync(join(folder, 'online_retail.csv.gz'), gzipSync(lines));
    mkdirSync(join(folder, 'path'));
    const shim = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/loyalty.js')}' "$@"\n`;
    writeFileSync(join(folder, 'path/loyalty'), shim, { mode: 0o755 });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('says the two commands, and the second is what the continuous checks run', () => {
    expect(readme).toContain(
      'npm ci && npm run build && node bin/loyalty.js kpi fixtures/small/orders.csv --customers fixtures/small/customers.csv --surveys fixtures/small/surveys.csv --period 2021-Q2\n',
    );
    expect(scripts).toContain('npm ci && npm test\n');
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('(npm ci && npm test)');
  });

  test('is what the program says now', async () => {
    const { exitCode, stderr } = await execa('node', ['build/readme.mjs', '--check'], {
      cwd: root,
      reject: false,
    });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  test.each(commands)('%s', async (command) => {
    if ((command.includes('jq ') && !has('jq')) || (command.includes('python3') && !has('python3'))) return;
    const { exitCode, stdout, stderr } = await execa('bash', ['-euo', 'pipefail', '-c', command], {
      cwd: folder,
      reject: false,
      env: { PATH: `${join(folder, 'path')}${delimiter}${process.env.PATH}` },
    });
    expect(stderr).not.toContain('bug');
    expect(exitCode).toBe(0);
    const [program, ...argv] = command.split(/\s+/);
    if (program === 'loyalty' && !argv.includes('|')) holdToSchemas(argv, { code: exitCode, stdout }, folder);
    expect(stdout !== '' || command.includes('-o ')).toBe(true);
  });

  test('names only flags that exist', async () => {
    const help = (
      await Promise.all(
        [['--help'], ['kpi', '--help'], ['inspect', '--help'], ['run', '--help']].map((argv) => run(argv)),
      )
    )
      .map(({ stdout }) => stdout)
      .join('\n');
    const ours = new Set([...help.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag));
    const others = new Set(['--write', '--check', '--no']);
    for (const [flag] of readme.matchAll(/(?<![\w-])--[a-z][a-z-]*/g))
      if (!others.has(flag)) expect([...ours]).toContain(flag);
  });

  test('lists every exit code', () => {
    const rows = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(rows).toEqual(Object.values(EXIT));
  });
});
