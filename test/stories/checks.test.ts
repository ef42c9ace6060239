import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Report, report } from '../../src/report/schema.ts';
import { published } from '../support/published.ts';
import { loyalty, root, start } from './binary.ts';
import { scratch } from './scratch.ts';

const { make } = scratch();
const orders = `${root}fixtures/small/orders.csv`;
const customers = `${root}fixtures/small/customers.csv`;
const asked = ['--period', '2021-Q2', '--as-of', '2022-01-15', '--quiet'];

let folder: string;
let number = 0;

beforeEach(() => {
  folder = make(`run-${number++}`);
});

const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const run = (argv: readonly string[], env: Record<string, string> = {}) =>
  loyalty([...argv, ...asked], { cwd: folder, env });
const check = (...argv: string[]) => run(['check', orders, ...argv]);

/** A report that keeps both its form and the form that is published. */
const reportIn = (text: string): Report => report.parse(published('report', JSON.parse(text)));

const passes = ['--check', 'retention_rate >= 0.4'];
const fails = ['--check', 'retention_rate >= 0.7'];
const cannotBeTold = ['--check', 'retention_rat >= 0.7'];
const warns = ['--check', 'retention_rate >= 0.7 level=warn'];

describe.each(['check', 'kpi'])('%s ends with', (command) => {
  const wrong = ['--check', 'retention_rate >= 70'];
  const nowhere = ['--reporter', 'junit=nowhere/a.xml'];
  const broken = `${root}fixtures/broken/ragged-short.csv`;

  it.each<[number, string, string[]]>([
    [0, 'where every check passes', passes],
    [0, 'where one fails at the warning level', [...passes, ...warns]],
    [0, 'where it is not enough to tell', ['--check', 'retention_rate >= 0.5 confidence']],
    [1, 'where one fails', [...passes, ...fails]],
    [
      1,
      'where it is not enough to tell and that is to fail',
      ['--check', 'retention_rate >= 0.5 confidence inconclusive=fail'],
    ],
    [4, 'where one cannot be evaluated', [...passes, ...cannotBeTold]],
    [4, 'where one fails and one cannot be evaluated', [...fails, ...cannotBeTold]],
    [4, 'where one cannot be evaluated and one fails', [...cannotBeTold, ...fails]],
    [2, 'where one is malformed', [...fails, ...wrong]],
    [2, 'where one is malformed and an input is broken', [...wrong, broken]],
    [3, 'where an input is broken and a check cannot be evaluated', [...cannotBeTold, broken]],
    [3, 'where an input is missing', [...passes, 'nowhere.csv']],
    [5, 'where a report cannot be written and a check passes', [...passes, ...nowhere]],
    [5, 'where a report cannot be written and a check fails', [...fails, ...nowhere]],
    [5, 'where a report cannot be written and a check cannot be evaluated', [...cannotBeTold, ...nowhere]],
  ])('%i %s', async (exit, _, argv) => {
    const { code, stderr } = await run([command, orders, ...argv]);
    expect(code, stderr).toBe(exit);
  });
});

describe('the checks of the configuration', () => {
  const config =
    'checks:\n  - retention_rate >= 0.7\n  - figure: churn_rate\n    at_most: 40%\n    name: Attrition\n';

  it('count beside those of the command line, before them', async () => {
    write('loyalty.config.yaml', config);
    const { code, stdout } = await check(...passes, '--reporter', 'json');
    expect(code).toBe(1);
    expect(reportIn(stdout).checks.map(({ check: text, name, verdict }) => [text, name, verdict])).toEqual([
      ['retention_rate >= 0.7', null, 'failed'],
      ['churn_rate <= 0.4', 'Attrition', 'passed'],
      ['retention_rate >= 0.4', null, 'passed'],
    ]);
  });

  it('are left to `check`', async () => {
    write('loyalty.config.yaml', config);
    expect((await run(['kpi', orders])).code).toBe(0);
    expect((await run(['kpi', orders, ...passes])).code).toBe(0);
    expect((await check('--no-config', ...passes)).code).toBe(0);
    expect((await check()).code).toBe(1);
  });
});

describe('what is told', () => {
  it('to people is a line for each check, what was wanted and found', async () => {
    expect((await check(...passes, ...fails, ...cannotBeTold)).stdout).toMatchInlineSnapshot(`
      "period    2021-Q2: 2021-04-01 to 2021-06-30, UTC
      compared  2021-Q1: 2021-01-01 to 2021-03-31
      data      through 2021-12-31, as of 2022-01-15

      ✔ Customer retention rate  66.7%  wanted ≥ 40%, n 6/9
      ✖ Customer retention rate  66.7%  wanted ≥ 70%, n 6/9
      ? retention_rat            n/a    wanted ≥ 0.7
          could not be evaluated: no figure has this id; did you mean retention_rate?

      1 passed, 1 failed, 1 could not be evaluated
      "
    `);
  });

  it('is the same in every report of one run, on standard output and in files', async () => {
    const names = ['people', 'json', 'junit', 'github', 'github-summary', 'openmetrics'];
    const { code, stdout } = await check(
      ...[...passes, ...fails],
      ...names.flatMap((name) => ['--reporter', `${name}=${name}.out`]),
    );
    expect(code).toBe(1);
    expect(stdout).toContain('1 passed, 1 failed');
    expect(read('people.out')).toContain('1 passed, 1 failed');
    for (const name of names.filter((one) => one !== 'people' && one !== 'github')) {
      const alone = await check(...passes, ...fails, '--reporter', name);
      expect(alone.stdout, name).toBe(read(`${name}.out`));
    }
    expect(read('github.out')).toMatch(/^::error title=[^\n]+\n$/);
    expect(read('junit.out')).toContain('<testsuites name="loyalty" tests="2" failures="1" errors="0"');
    expect(reportIn(read('json.out')).checks.map(({ verdict }) => verdict)).toEqual(['passed', 'failed']);
  });

  it('has the figures of `kpi` where that checks, and only those that were asked for', async () => {
    const { stdout } = await run(['kpi', orders, '--only', 'revenue', ...passes, '--format', 'json']);
    const told = reportIn(stdout);
    expect(told.figures.map(({ id }) => id)).toEqual(['revenue']);
    expect(told.checks).toHaveLength(1);
  });

  it('is one answer on standard output', async () => {
    const two = await check(...passes, '--reporter', 'json', '--reporter', 'junit');
    expect(two).toMatchObject({ code: 2, stdout: '' });
    const beside = await run(['kpi', orders, ...passes, '--reporter', 'json']);
    expect(beside).toMatchObject({ code: 2, stdout: '' });
  });

  it('is never a report of no tests', async () => {
    for (const name of ['junit', 'people', 'github', 'github-summary']) {
      const { code, stderr } = await run(['kpi', orders, '--reporter', `${name}=a.out`]);
      expect([code, stderr], name).toEqual([2, expect.stringContaining('There is nothing to check')]);
    }
    expect((await run(['kpi', orders, '--reporter', 'openmetrics=a.out'])).code).toBe(0);
    expect(read('a.out')).toContain('loyalty_figure{');
  });

  it('never overwrites an input or the baseline', async () => {
    write('last.json', (await run(['kpi', orders, '--format', 'json'])).stdout);
    const against = ['--check', 'orders max_drop 0 against=baseline', '--baseline', 'last.json'];
    expect((await check(...against, '--reporter', 'json=last.json')).code).toBe(2);
    expect((await check(...against)).code).toBe(0);
  });
});

describe('in GitHub Actions', () => {
  const runner = (): Record<string, string> => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: join(folder, write('summary.md', 'before\n')),
  });

  it('the run is annotated and its summary appended by themselves', async () => {
    const env = runner();
    const { code, stdout, stderr } = await run(['check', orders, ...passes, ...fails], env);
    expect(code).toBe(1);
    expect(stdout).toContain('1 passed, 1 failed');
    expect(stderr).toMatch(/^::error title=[^\n]+::[^\n]+\n$/);
    expect(read('summary.md')).toMatch(/^before\n## Checks: 2021-Q2\n/);
    const once = read('summary.md');
    await run(['check', orders, ...passes], env);
    expect(read('summary.md').startsWith(once)).toBe(true);
    expect(read('summary.md').match(/^## Checks/gm)).toHaveLength(2);
  });

  it('a reporter that is named is not chosen again', async () => {
    const named = ['--reporter', 'github=a.txt', '--reporter', 'github-summary=b.md'];
    const { stderr } = await run(['check', orders, ...fails, ...named], runner());
    expect(stderr).toBe('');
    expect(read('a.txt')).toMatch(/^::error /);
    expect(read('summary.md')).toBe('before\n');
  });

  it('a run without checks is left alone', async () => {
    expect((await run(['kpi', orders], runner())).stderr).toBe('');
    await run(['kpi', orders, '--reporter', 'openmetrics=a.out'], runner());
    expect(read('summary.md')).toBe('before\n');
  });

  it('the summary tells of no run whose files could not be written', async () => {
    const env = runner();
    const { code } = await run(['check', orders, ...passes, '--reporter', 'junit=/dev/full'], env);
    expect(code).toBe(5);
    expect(read('summary.md')).toBe('before\n');
    expect((await run(['kpi', orders, ...passes, '-o', 'json=/dev/full'], env)).code).toBe(5);
    expect(read('summary.md')).toBe('before\n');
  });

  it('a summary that cannot be written is said', async () => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'nowhere/summary.md') };
    expect((await run(['check', orders, ...passes], env)).code).toBe(5);
  });
});

describe('one run', () => {
  const verdictsOf = ({ checks }: Report) =>
    checks.map(({ check: text, verdict, value }) => [text, verdict, value]);

  it('checks several attributes, each as a run broken down by it tells', async () => {
    const texts = [
      'orders[channel=web] >= 5',
      'orders[customer.country=FR] >= 5',
      'orders[first.channel=web] >= 5',
    ];
    const { code, stdout } = await run([
      ...['check', orders, '--customers', customers, '--min-group', '1', '--reporter', 'json'],
      ...texts.flatMap((text) => ['--check', text]),
    ]);
    expect(code).toBe(0);
    const expected: unknown[] = [];
    for (const text of texts) {
      const [, attribute, value] = /\[(.+)=(.+)\]/.exec(text)!;
      const alone = await run([
        ...['kpi', orders, '--customers', customers, '--min-group', '1', '--only', 'orders'],
        ...['--by', attribute!, '--format', 'json'],
      ]);
      const figure = reportIn(alone.stdout).figures.find(({ segment }) => segment?.[attribute!] === value);
      expected.push([text, 'passed', figure!.value]);
    }
    expect(verdictsOf(reportIn(stdout))).toEqual(expected);
  });

  it('checks changes since the previous period and since the year before', async () => {
    const { code, stdout } = await check(
      ...['previous', 'year'].flatMap((against) => ['--check', `orders max_drop 0 against=${against}`]),
      ...['--reporter', 'json'],
    );
    expect(code).toBe(0);
    const found = reportIn(stdout).checks.map(({ value, earlier, change, condition }) => [
      condition.against,
      value,
      earlier,
      change,
    ]);
    // fixtures/small: orders 1032…1050 but 1038, 1021…1031 in the quarter before, 1007…1012 in the year before
    expect(found).toEqual([
      ['previous', 18, 11, 7],
      ['year', 18, 6, 12],
    ]);
  });

  it('of standard input checks one attribute, and not several', async () => {
    const input = readFileSync(orders);
    const from = async (...checks: string[]) => {
      const ended = await start(['check', '-', ...asked, ...checks.flatMap((text) => ['--check', text])], {
        cwd: folder,
        input,
      });
      return [ended.exitCode, ended.stderr];
    };
    expect(await from('orders >= 18', 'orders < 19')).toEqual([0, '']);
    expect(await from('orders >= 1', 'orders[channel=web] >= 1')).toEqual([
      2,
      expect.stringContaining('can be read only once'),
    ]);
  });

  it('says exactly what it compared: never a number that contradicts the verdict', async () => {
    const { code, stdout } = await check('--check', 'retention_rate >= 0.6667', '--reporter', 'people');
    expect(code).toBe(1);
    expect(stdout.replaceAll('\u00a0', ' ')).toContain(
      '✖ Customer retention rate  66.667%  wanted ≥ 66.67%, n 6/9',
    );
  });
});
