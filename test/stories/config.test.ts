import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ended, loyalty, root } from './binary.ts';

const base = mkdtempSync(join(tmpdir(), 'story-config-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let number = 0;

/** A repository with the orders of the small shop at its root and some files. */
const repository = (files: Readonly<Record<string, string>>, git = true): string => {
  const folder = join(base, `repository-${number++}`);
  mkdirSync(folder);
  if (git) mkdirSync(join(folder, '.git'));
  cpSync(`${root}fixtures/small/orders.csv`, join(folder, 'orders.csv'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};

const kpi = (cwd: string, ...flags: string[]): Promise<Ended> =>
  loyalty(['kpi', ...flags, '--only', 'orders', '--format', 'json', '--as-of', '2022-01-01'], { cwd });

const periodOf = ({ code, stdout, stderr }: Ended): string => {
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return JSON.parse(stdout).period.label;
};

const yaml = 'sources:\n  - role: orders\n    path: orders.csv\nperiod: 2021\n';

describe('a configuration is found', () => {
  it.each([
    ['loyalty.config.yaml', yaml],
    ['loyalty.config.yml', yaml],
    ['loyalty.config.json', '{"sources": [{"role": "orders", "path": "orders.csv"}], "period": "2021"}'],
    ['loyalty.config.toml', 'period = 2021\n[[sources]]\nrole = "orders"\npath = "orders.csv"\n'],
    ['package.json', '{"loyalty": {"sources": [{"role": "orders", "path": "orders.csv"}], "period": 2021}}'],
  ])('as %s, and that is said', async (name, content) => {
    const folder = repository({ [name]: content });
    const ended = await kpi(folder);
    expect(periodOf(ended)).toBe('2021');
    expect(ended.stderr).toContain(
      `loyalty: The configuration ${name} is taken; --no-config leaves it out.\n`,
    );
    expect((await kpi(folder, '--quiet')).stderr).toBe('');
  });

  it('from a folder below, its paths from where it lies; the nearest wins', async () => {
    const folder = repository({
      'loyalty.config.yaml': yaml,
      'a/b/note.txt': '',
      'a/near/loyalty.config.toml': 'period = "2020"\n',
      'a/near/package.json': '{"name": "loyalty", "dependencies": {"loyalty": "1"}}',
    });
    const below = await kpi(join(folder, 'a/b'));
    expect(periodOf(below)).toBe('2021');
    expect(below.stderr).toContain('../../loyalty.config.yaml is taken');
    expect(periodOf(await kpi(join(folder, 'a/near'), join(folder, 'orders.csv')))).toBe('2020');
  });

  it('but not above the root of the repository', async () => {
    const folder = repository({ 'loyalty.config.yaml': yaml, 'inner/.git/HEAD': '', 'inner/deep/x.txt': '' });
    for (const inside of ['inner', 'inner/deep']) {
      const { code, stderr } = await kpi(join(folder, inside));
      expect(code).toBe(2);
      expect(stderr).toContain('No file is given');
    }
  });

  it('without a repository, in the working directory alone', async () => {
    const folder = repository({ 'loyalty.config.yaml': yaml, 'below/x.txt': '' }, false);
    expect(periodOf(await kpi(folder))).toBe('2021');
    expect((await kpi(join(folder, 'below'))).stderr).toContain('No file is given');
  });

  it('and not above the home folder', async () => {
    const folder = repository({ 'loyalty.config.yaml': yaml, 'home/shop/x.txt': '' });
    const env = { HOME: join(folder, 'home') };
    const { stderr } = await loyalty(['kpi'], { cwd: join(folder, 'home/shop'), env });
    expect(stderr).toContain('No file is given');
  });

  it('but --no-config leaves it out, and --config takes another', async () => {
    const folder = repository({ 'loyalty.config.yaml': yaml, 'other.yml': yaml.replace('2021', '2020') });
    expect((await kpi(folder, '--no-config')).stderr).toContain('No file is given');
    const other = await kpi(folder, '--config', 'other.yml');
    expect(periodOf(other)).toBe('2020');
    expect(other.stderr).not.toContain('is taken');
    expect(periodOf(await kpi(folder, '--period', '2021-Q2'))).toBe('2021-Q2');
  });

  it('by commands that read exports alone', async () => {
    const folder = repository({ 'loyalty.config.yaml': 'perod: 2021\n' });
    for (const argv of [['--help'], ['kpi', '--help'], ['list'], ['explain', 'orders'], ['profiles']])
      expect((await loyalty(argv, { cwd: folder })).code).toBe(0);
    for (const argv of [
      ['kpi', 'orders.csv'],
      ['inspect', 'orders.csv'],
    ])
      expect((await loyalty(argv, { cwd: folder })).code).toBe(2);
  });

  it('beside it, an inspected file is inspected alone', async () => {
    const folder = repository({ 'loyalty.config.yaml': yaml });
    const { code, stdout } = await loyalty(['inspect', 'orders.csv', '--format', 'json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });

  it('flags win over what it says of the same thing', async () => {
    const folder = repository({
      'loyalty.config.yaml': `${yaml}indicators:\n  only: [revenue]\n  except: [orders]\nstrict: true\n`,
    });
    const { stdout } = await kpi(folder);
    expect(JSON.parse(stdout).figures.map(({ id }: { id: string }) => id)).toEqual(['orders']);
    const odd = 'order_id,customer_id,ordered_at,amount\n1,A,2021-01-05,5.00\n2,B,soon,5.00\n';
    writeFileSync(join(folder, 'orders.csv'), odd);
    expect((await kpi(folder)).code).toBe(3);
    expect((await kpi(folder, '--max-rejects', '50%')).code).toBe(0);
  });
});

/** What must not pass: each in a file that is found, with the beginning of what is said. */
const refusals: readonly (readonly [name: string, content: string, said: string])[] = [
  ['loyalty.config.yaml', '', 'loyalty.config.yaml config_empty: '],
  ['loyalty.config.yaml', '# period: 2021\n# checks:\n', 'loyalty.config.yaml config_empty: '],
  ['loyalty.config.yaml', '$schema: x\n', 'loyalty.config.yaml config_empty: '],
  ['loyalty.config.toml', '# period = 2021\n', 'loyalty.config.toml config_empty: '],
  ['loyalty.config.json', '{}', 'loyalty.config.json config_empty: '],
  ['loyalty.config.json', '', 'loyalty.config.json:1:1 config_not_whole: '],
  ['package.json', '{\n "loyalty": {}\n}', 'package.json config_empty: '],
  [
    'loyalty.config.yaml',
    'perod: 2021\n',
    'loyalty.config.yaml:1:1 bad_config: perod is no key I know (did you mean period?)',
  ],
  [
    'loyalty.config.yaml',
    'checks:\n',
    'loyalty.config.yaml:1:1 bad_config: checks must be there, and be a list',
  ],
  ['loyalty.config.yaml', 'checks: []\n', 'loyalty.config.yaml:1:1 bad_config: checks is empty'],
  [
    'loyalty.config.yaml',
    'checks:\n  - orders >= 1\n  - figure: orders\n    at_least: 1\n    level: fatal\n',
    'loyalty.config.yaml:5:5 bad_config: checks[1].level is one of "error", "warn".',
  ],
  [
    'loyalty.config.yaml',
    'checks:\n  - figure: orders\n    at_leest: 1\n',
    'loyalty.config.yaml:3:5 bad_config: checks[0].at_leest is no key I know (did you mean at_least?)',
  ],
  [
    'loyalty.config.yaml',
    'checks:\n  - orders > many\n',
    'loyalty.config.yaml:2:5 bad_config: checks[0] is no check: ',
  ],
  ['loyalty.config.yaml', 'period: 2021\nperiod: 2022\n', 'loyalty.config.yaml:2:1 config_not_whole: '],
  ['loyalty.config.yaml', 'period: 2021\n---\nperiod: 2022\n', 'loyalty.config.yaml:2:1 config_not_whole: '],
  ['loyalty.config.yaml', 'lang: !!js/function "fr"\n', 'loyalty.config.yaml:1:7 config_not_whole: '],
  [
    'loyalty.config.json',
    '{"checks": ["orders >= 1"],\n "checks": ["orders >= 0"]}',
    'loyalty.config.json:2:2 config_not_whole: loyalty.config.json is not whole JSON: the key checks is there twice',
  ],
  ['loyalty.config.json', '{"period": "2021",}', 'loyalty.config.json:1:19 config_not_whole: '],
  [
    'loyalty.config.json',
    '{\n  "outputs": [\n    {"format": "pdf", "path": "x"}]}',
    'loyalty.config.json:3:6 bad_config: outputs[0].format is one of "table"',
  ],
  ['loyalty.config.toml', 'period = "2021"\nperiod = "2022"\n', 'loyalty.config.toml:2:'],
  [
    'loyalty.config.toml',
    '[[sources]]\nrole = "orders"\npath = "a.csv"\n\n[[sources]]\nrole = "sales"\npath = "b.csv"\n',
    'loyalty.config.toml:6:1 bad_config: sources[1].role is one of "orders"',
  ],
  [
    'package.json',
    '{\n  "loyalty": {\n    "perid": "2021"\n  }\n}',
    'package.json:3:5 bad_config: loyalty.perid is no key I know (did you mean period?)',
  ],
  [
    'loyalty.config.yaml',
    '__proto__:\n  polluted: 1\n',
    'loyalty.config.yaml:1:1 bad_config: __proto__ is no key I know',
  ],
  [
    'loyalty.config.yaml',
    'timezone: Mars/Base\n',
    'loyalty.config.yaml:1:1 bad_config: timezone is refused: The time zone "Mars/Base"',
  ],
];

describe('what is no configuration does not pass', () => {
  it.each(refusals)('%s: %j', async (name, content, said) => {
    const { code, stdout, stderr } = await kpi(repository({ [name]: content }), 'orders.csv');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`loyalty: ${said}`) ? said : stderr).toBe(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('two in one folder are refused by both names', async () => {
    const files = { 'loyalty.config.yaml': yaml, 'package.json': '{"loyalty": {"period": "2021"}}' };
    const { code, stderr } = await kpi(repository(files));
    expect(code).toBe(2);
    expect(stderr).toContain('loyalty.config.yaml and package.json are both');
  });

  it('aliases that multiply are refused at once', async () => {
    const level = (name: string, of: string): string =>
      `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]\n`;
    const names = [...'abcdefghi'];
    const laughs = `z: &z [ha]\n${names.map((name, index) => level(name, names[index - 1] ?? 'z')).join('')}`;
    const before = Date.now();
    const { code, stderr } = await kpi(repository({ 'loyalty.config.yaml': laughs }), 'orders.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('too many aliases');
    expect(Date.now() - before).toBeLessThan(10_000);
  });

  it('neither does a link that leads nowhere, nor an ending nobody knows', async () => {
    const folder = repository({ 'settings.ini': 'period=2021' });
    expect((await kpi(folder, 'orders.csv', '--config', 'settings.ini')).stderr).toContain(
      'has no ending by which I know its format',
    );
    symlinkSync('gone.yaml', join(folder, 'loyalty.config.yaml'));
    const { code, stderr } = await kpi(folder, 'orders.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('The configuration loyalty.config.yaml cannot be read (ENOENT)');
  });
});

describe('the environment', () => {
  const withEnv = (cwd: string, env: Record<string, string>, ...flags: string[]): Promise<Ended> =>
    loyalty(['kpi', ...flags, '--format', 'json', '--as-of', '2022-01-01'], { cwd, env });

  it('wins over the file, and flags win over it', async () => {
    const folder = repository({ 'loyalty.config.yaml': `${yaml}timezone: Europe/Paris\n` });
    const env = { LOYALTY_PERIOD: '2020', LOYALTY_ONLY: 'orders,revenue', LOYALTY_STRICT: 'true' };
    const said = await withEnv(folder, env);
    expect(periodOf(said)).toBe('2020');
    const { period, figures } = JSON.parse(said.stdout);
    expect(period.timezone).toBe('Europe/Paris');
    expect(figures.map(({ id }: { id: string }) => id)).toEqual(['orders', 'revenue']);
    expect(said.stderr).not.toContain('No --period is given');
    const flagged = await withEnv(folder, env, '--period', '2021-Q2', '--group', 'nps');
    expect(periodOf(flagged)).toBe('2021-Q2');
    expect(JSON.parse(flagged.stdout).figures.map(({ id }: { id: string }) => id)).not.toContain('orders');
  });

  it('names a configuration, or none', async () => {
    const folder = repository({ 'loyalty.config.yaml': yaml, 'other.toml': 'period = "2020"\n' });
    const named = await withEnv(folder, { LOYALTY_CONFIG: 'other.toml' }, 'orders.csv');
    expect(periodOf(named)).toBe('2020');
    const none = await withEnv(folder, { LOYALTY_NO_CONFIG: '1' });
    expect(none.stderr).toContain('No file is given');
  });

  it('keeps the values of one rule together', async () => {
    const folder = repository({});
    const env = { LOYALTY_EXCLUDE: 'orders.channel=web,store,orders.order_id=1*' };
    const line = ['--exclude', 'orders.channel=web,store', '--exclude', 'orders.order_id=1*'];
    const { stdout } = await withEnv(folder, env, 'orders.csv', '--group', 'value');
    expect(stdout).toBe((await withEnv(folder, {}, 'orders.csv', '--group', 'value', ...line)).stdout);
  });

  it.each([
    ['LOYALTY_TIMEZONE', 'Mars/Base', 'is refused: The time zone "Mars/Base" is not one I know'],
    ['LOYALTY_PERIOD', '', 'is empty'],
    ['LOYALTY_PERIOD', 'last-moon', 'is refused: The period "last-moon"'],
    ['LOYALTY_MIN_GROUP', '0', 'is a whole number from 1'],
    ['LOYALTY_LANG', 'de', 'is one of en, fr'],
    ['LOYALTY_STRICT', 'perhaps', 'is true or false'],
    ['LOYALTY_ONLY', 'orders,revenu', 'is refused: There is no indicator "revenu"'],
    ['LOYALTY_BASE', 'active:0x', 'is previous, ever, contract or active:12m'],
    ['LOYALTY_EXCLUDE', 'nonsense', 'is refused: --exclude cannot read "nonsense"'],
  ])('%s=%s is refused by its name', async (name, value, said) => {
    const { code, stdout, stderr } = await withEnv(repository({}), { [name]: value }, 'orders.csv');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`loyalty: ${name} in the environment ${said}`);
  });

  it('says a slip of the pen, and nothing of other names', async () => {
    const folder = repository({});
    const env = { LOYALTY_PEROID: '2020', LOYALTY_RUNS: '5', LOYALTY_REAL_DATA: 'x' };
    const { code, stderr } = await withEnv(folder, env, 'orders.csv');
    expect(code).toBe(0);
    expect(stderr).toContain(
      'LOYALTY_PEROID in the environment is nothing I know; did you mean LOYALTY_PERIOD?',
    );
    expect(stderr).not.toMatch(/LOYALTY_R/);
  });

  it('speaks to every command that has the flag', async () => {
    const { stdout } = await loyalty(['explain', 'orders'], { env: { LOYALTY_LANG: 'fr' } });
    expect(stdout).toBe((await loyalty(['explain', 'orders', '--lang', 'fr'])).stdout);
  });
});
