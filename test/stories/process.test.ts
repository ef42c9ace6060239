import { appendFileSync, cpSync, existsSync, readdirSync, truncateSync, utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { loyalty, program, root, start } from './binary.ts';
import { scratch } from './scratch.ts';

const { path, write, make } = scratch();
const temporary = make('temporary');
const home = make('home');
const env = { TMPDIR: temporary, HOME: home };

const shop = ['kpi', 'fixtures/small/orders.csv', '--period', '2021-Q2', '--as-of', '2022-01-15'];
const large = path('large.csv');
const middling = path('middling.csv');

const generate = (orders: string, out: string) =>
  execa('node', ['bench/generate.mjs', '--orders', orders, '--seed', '3', '--out', out], { cwd: root });

beforeAll(async () => {
  await generate('1500000', large);
  await generate('300000', middling);
});

const left = (): string[] => readdirSync(temporary);

/** Waits until a run has made its temporary folder, and a little more, so that it is at work. */
const atWork = async (): Promise<void> => {
  while (left().length === 0) await wait(5);
  await wait(150);
};

describe('a run over 100 MB that is interrupted', () => {
  it.each([
    ['SIGINT', 130, 'a CSV file', [large], {}],
    ['SIGTERM', 143, 'a CSV file', [large], {}],
    ['SIGINT', 130, 'a standard input that is not over', ['-'], { stdin: 'pipe' }],
    ['SIGTERM', 143, 'a standard input under way', ['-'], { inputFile: large }],
  ] as const)(
    'by %s ends with %i within two seconds and leaves nothing: %s',
    async (signal, exit, _, files, options) => {
      const output = path('report.json');
      const running = start(['kpi', ...files, '--output', output], { env, ...options });
      await atWork();
      running.kill(signal);
      const sent = performance.now();
      const ended = await running;
      expect(performance.now() - sent).toBeLessThan(2000);
      expect(ended.exitCode, String(ended.stderr)).toBe(exit);
      expect(ended.stdout).toBe('');
      expect(ended.stderr).toBe('loyalty: interrupted; nothing was written.\n');
      expect(left()).toEqual([]);
      expect(existsSync(output)).toBe(false);
    },
  );

  it('at any time ends with 130 and without a word on standard output, or had ended before', {
    timeout: 300_000,
  }, async () => {
    const begun = performance.now();
    const whole = await loyalty(['kpi', middling, '--quiet'], { env });
    const lasts = performance.now() - begun;
    for (let part = 1; part <= 8; part++) {
      const running = start(['kpi', middling, '--quiet'], { env });
      await wait((lasts * part) / 8);
      running.kill('SIGINT');
      const { exitCode, signal, stdout } = await running;
      const code = signal === 'SIGINT' ? 130 : exitCode;
      expect([part, code, stdout]).toEqual([part, ...(code === 0 ? [0, whole.stdout] : [130, ''])]);
      expect(left()).toEqual([]);
    }
  });

  it('twice ends at once, without a word, and leaves nothing either', async () => {
    const running = start(['kpi', large], { env });
    await atWork();
    running.kill('SIGINT');
    running.kill('SIGTERM');
    const sent = performance.now();
    const ended = await running;
    expect(performance.now() - sent).toBeLessThan(2000);
    expect([130, 143]).toContain(ended.exitCode);
    expect(ended.stdout).toBe('');
    expect(left()).toEqual([]);
  });
});

describe('a file that changes while it is read', () => {
  it.each([
    [
      'grows',
      (file: string) => appendFileSync(file, 'O-1,C1,c1@a.test,2021-01-01 00:00:00,1.00,EUR,paid,web\n'),
    ],
    ['is cut', (file: string) => truncateSync(file, 50_000_000)],
    ['is written again', (file: string) => utimesSync(file, new Date(), new Date())],
  ])('and %s is refused', async (_, change) => {
    const file = path('changing.csv');
    cpSync(large, file);
    const running = start(['kpi', file, '--quiet'], { env });
    await atWork();
    change(file);
    const ended = await running;
    expect(ended.exitCode, String(ended.stderr)).toBe(3);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^loyalty: [^\n]+\n$/);
    expect(left()).toEqual([]);
  });
});

describe('a reader of standard output', () => {
  const everything = [
    ...shop,
    ...['json', 'csv', 'markdown', 'json', 'csv'].flatMap((format) => ['-o', `${format}=-`]),
  ];
  const piped = (reader: string, argv: readonly string[]) =>
    execa(
      'bash',
      ['-c', `"$@" | ${reader}; exit "\${PIPESTATUS[0]}"`, 'bash', process.execPath, program, ...argv],
      {
        cwd: root,
        env,
        reject: false,
      },
    );

  it.each([
    ['head -1', '{'],
    ['true', ''],
  ])('%s may go away early', async (reader, seen) => {
    const ended = await piped(reader, [...everything, '--quiet']);
    expect(ended).toMatchObject({ exitCode: 0, stdout: seen, stderr: '' });
  });

  it.each([['--help'], ['list'], ['explain', 'churn_rate'], ['kpi', '--help']])(
    'may go away from %s %s',
    async (...argv) => {
      expect(await piped('true', argv)).toMatchObject({ exitCode: 0, stderr: '' });
    },
  );
});

describe.skipIf(!existsSync('/dev/full'))(
  'a standard output without room (skipped where there is no /dev/full)',
  () => {
    const full = (argv: readonly string[], stream: string) =>
      execa('bash', ['-c', `"$@" ${stream}/dev/full`, 'bash', process.execPath, program, ...argv], {
        cwd: root,
        env,
        reject: false,
      });

    it.each([
      [...shop, '--quiet'],
      [...shop, '--quiet', '--format', 'json'],
      ['list'],
      ['explain', 'churn_rate'],
      ['--help'],
      ['--version'],
    ])('ends %s with 5 and one sentence', async (...argv) => {
      const ended = await full(argv, '>');
      expect(ended.exitCode).toBe(5);
      expect(ended.stderr).toBe(
        'loyalty: The answer could not be written to standard output (ENOSPC); make room there, or write to a file with -o.',
      );
    });

    it('does not change the answer where it is the conversation that finds no room', async () => {
      const said = await loyalty([...shop, '--format', 'json'], { env });
      expect(await full([...shop, '--format', 'json'], '2>')).toMatchObject({
        exitCode: 0,
        stdout: said.stdout.trimEnd(),
      });
    });
  },
);

describe('a run', () => {
  it('prints nothing but the report with --format json', async () => {
    const ended = await loyalty([...shop, '--format', 'json'], { env });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toBe(`${JSON.stringify(JSON.parse(ended.stdout), null, 2)}\n`);
    expect(ended.stderr).toContain('loyalty: ');
  });

  it('says nothing with --quiet', async () => {
    expect((await loyalty([...shop, '--quiet'], { env })).stderr).toBe('');
  });

  it('takes a file without rows, and warns', async () => {
    const header = write('header.csv', 'order_id,customer_id,ordered_at,amount\n');
    const ended = await loyalty(['kpi', header, '--format', 'json'], { env });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('loyalty: header.csv has a header and no rows.\n');
    const report = JSON.parse(ended.stdout);
    expect(report.period.status).toBe('empty');
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'empty_file' }));
    expect(
      report.figures.filter(({ value }: { value: number | null }) => value !== null && value !== 0),
    ).toEqual([]);
  });

  it('leaves nothing in the home folder or the temporary one', async () => {
    expect((await loyalty(shop, { env })).code).toBe(0);
    expect(readdirSync(home)).toEqual([]);
    expect(left()).toEqual([]);
  });
});

const alone = ['unshare', ['--net', '--map-root-user']] as const;
const canBeAlone = (await execa(...alone, { reject: false, input: '' })).exitCode === 0;

describe.skipIf(!canBeAlone)('without a network (skipped where unshare may not be used)', () => {
  it('gives the same report', async () => {
    const argv = [...shop, '--format', 'json'];
    const ended = await execa(alone[0], [...alone[1], process.execPath, program, ...argv], {
      cwd: root,
      env,
    });
    expect(`${ended.stdout}\n`).toBe((await loyalty(argv, { env })).stdout);
  });
});
