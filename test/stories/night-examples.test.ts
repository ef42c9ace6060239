import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa, execaSync } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { program, root } from './binary.ts';
import { readNight } from './night-shop.ts';

const page = readFileSync(`${root}README.md`, 'utf8');
const section = /^## Every night\n[\s\S]*?(?=^## )/m.exec(page)![0];

/** The blocks of the section in one language, as they stand there. */
const blocks = (language: string): string[] =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);

const named = (name: string): string => blocks('yaml').find((text) => text.startsWith(`# ${name}\n`))!;

const base = mkdtempSync(join(tmpdir(), 'night-examples-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let number = 0;

const script = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
};

/** A home with a shop in it, and the programs that the examples call. */
const makeHome = () => {
  const home = join(base, `home-${number++}`);
  const shop = join(home, 'shop');
  mkdirSync(join(shop, 'exports'), { recursive: true });
  for (const role of ['orders', 'customers'])
    cpSync(`${root}fixtures/small/${role}.csv`, join(shop, `exports/${role}.csv`));
  writeFileSync(join(shop, 'loyalty.config.yaml'), named('loyalty.config.yaml'));
  const programs = join(home, 'programs');
  script(join(programs, 'loyalty'), `exec '${process.execPath}' '${program}' "$@"`);
  script(join(programs, 'npm'), 'test "$*" = ci');
  script(join(programs, 'npx'), 'test "$1" = --no && shift && exec "$@"');
  const env = {
    HOME: home,
    PATH: `${programs}:/usr/bin:/bin`,
    TMPDIR: tmpdir(),
    LOYALTY_AS_OF: '2021-08-15',
  };
  return { home, shop, env };
};

type Home = ReturnType<typeof makeHome>;

const shell = (home: Home, which: 'sh' | 'bash', command: string, cwd: string, more = {}) =>
  execa(which, which === 'sh' ? ['-c', command] : ['-e', '-c', command], {
    cwd,
    env: { ...home.env, ...more },
    extendEnv: false,
    reject: false,
  });

const wrote = ({ shop }: Home): void => {
  const night = readNight(join(shop, 'out'), 'manifest.json')!;
  expect(night.manifest.period.label).toBe('2021-07');
  expect(night.manifest.outputs.map(({ path }) => path)).toEqual(
    ['kpi.json', 'kpi.csv', 'kpi.md', 'checks.xml'].map((name) => `2021-07/${name}`),
  );
  expect(night.manifest.checks).toEqual({ pass: 3, warn: 0, fail: 0, error: 0 });
};

const settings = (unit: string, key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)![1]!;

const has = (name: string): boolean =>
  execaSync('sh', ['-c', `command -v ${name}`], { reject: false }).exitCode === 0;

describe('the examples of the README', () => {
  it('by cron, and its manifest held to the files', async () => {
    const home = makeHome();
    const [crontab] = blocks('crontab');
    const [, command] = /^(?:[\d*]+ ){5}(.*)\n$/.exec(crontab!)!;
    expect(command).not.toContain('%');
    const ended = await shell(home, 'sh', command!, home.home);
    expect([ended.exitCode, ended.stderr, ended.stdout]).toEqual([0, '', '']);
    expect(readFileSync(join(home.shop, 'run.txt'), 'utf8')).toContain('Written for 2021-07');
    wrote(home);
    const [held] = blocks('bash');
    if (!has('jq') || !has('sha256sum')) return;
    const verify = () => shell(home, 'bash', `set -o pipefail; ${held}`, home.shop);
    expect((await verify()).exitCode).toBe(0);
    writeFileSync(join(home.shop, 'out/2021-07/kpi.csv'), 'other');
    expect((await verify()).exitCode).not.toBe(0);
  });

  it('by systemd', async () => {
    const home = makeHome();
    const [service, timer] = blocks('ini') as [string, string];
    const directory = settings(service, 'WorkingDirectory').replace('%h', home.home);
    const ended = await shell(home, 'sh', settings(service, 'ExecStart'), directory);
    expect([ended.exitCode, ended.stderr]).toEqual([0, '']);
    wrote(home);
    if (!has('systemd-analyze')) return;
    const units = [join(home.home, 'loyalty.service'), join(home.home, 'loyalty.timer')];
    writeFileSync(units[0]!, service);
    writeFileSync(units[1]!, timer);
    const verified = await execa('systemd-analyze', ['verify', '--man=no', ...units], {
      reject: false,
      env: { HOME: home.home },
    });
    expect(`${verified.stdout}${verified.stderr}`).not.toMatch(/loyalty\.(service|timer)/);
    const calendar = await execa('systemd-analyze', ['calendar', settings(timer, 'OnCalendar')], {
      reject: false,
    });
    expect(calendar.exitCode).toBe(0);
  });

  it('in GitHub Actions', async () => {
    const home = makeHome();
    const { jobs, on } = parse(named('.github/workflows/figures.yml'));
    expect(on.schedule).toHaveLength(1);
    const summary = join(home.home, 'summary.md');
    const commands = jobs.figures.steps.flatMap(({ run }: { run?: string }) =>
      run === undefined ? [] : [run],
    );
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const ended = await shell(home, 'bash', command, home.shop, {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: home.shop,
      });
      expect([ended.exitCode, ended.stderr.includes('bug')]).toEqual([0, false]);
    }
    expect(readFileSync(summary, 'utf8')).toContain('3 passed');
    wrote(home);
  });

  it('in GitLab CI', async () => {
    const home = makeHome();
    const { figures } = parse(named('.gitlab-ci.yml'));
    const { junit, metrics } = figures.artifacts.reports;
    const ended = await shell(home, 'bash', figures.script.join('\n'), home.shop, {
      CI: 'true',
      GITLAB_CI: 'true',
    });
    expect(ended.exitCode).toBe(0);
    expect(readFileSync(join(home.shop, junit), 'utf8')).toContain('<testsuite');
    expect(readFileSync(join(home.shop, metrics), 'utf8')).toMatch(/# EOF\n$/);
    expect(readNight(join(home.shop, 'out'), 'manifest.json')!.manifest.outputs).toHaveLength(6);
  });
});
