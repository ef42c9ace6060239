import { existsSync, readdirSync } from 'node:fs';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { loyalty, program, root } from './binary.ts';
import { scratch } from './scratch.ts';

const { write, make } = scratch();
const temporary = make('temporary');
const home = make('home');
const env = { TMPDIR: temporary, HOME: home };

const shop = ['kpi', 'fixtures/small/orders.csv', '--period', '2021-Q2', '--as-of', '2022-01-15'];
const left = (): string[] => readdirSync(temporary);

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
