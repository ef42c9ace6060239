import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { published } from '../support/published.ts';
import { loyalty, reportBy, root } from './binary.ts';

const base = mkdtempSync(join(tmpdir(), 'story-written-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let number = 0;
const shop = (...roles: string[]): string => {
  const folder = join(base, `shop-${number++}`);
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const role of roles) cpSync(`${root}fixtures/small/${role}.csv`, join(folder, `${role}.csv`));
  return folder;
};

const asOf = ['--as-of', '2022-01-01'];
const configOf = (folder: string): string => readFileSync(join(folder, 'loyalty.config.yaml'), 'utf8');

describe('loyalty init', () => {
  it('writes what gives the figures of the files and flags', async () => {
    const folder = shop('orders', 'customers', 'surveys', 'content', 'spend');
    writeFileSync(join(folder, 'tsconfig.json'), '{"strict": true}');
    cpSync(`${root}fixtures/small/expected.json`, join(folder, 'expected.json'));
    const { code, stdout, stderr } = await loyalty(['init', ...asOf], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain(
      'loyalty.config.yaml is written, of content.csv (content), customers.csv (customers)',
    );
    expect(stderr).toContain('tsconfig.json is left out');
    expect(stderr).toContain('expected.json is left out');
    const found = await reportBy(['--period', '2021', ...asOf], { cwd: folder });
    const given = ['customers', 'surveys', 'content', 'spend'].flatMap((role) => [
      `--${role}`,
      `${role}.csv`,
    ]);
    const named = await reportBy(['orders.csv', ...given, '--period', '2021', '--no-config', ...asOf], {
      cwd: folder,
    });
    expect(found.figures).toEqual(named.figures);
  });

  it('names its schema where the program is installed there or above, and nowhere else', async () => {
    const schemaOf = async (folder: string): Promise<unknown> => {
      expect((await loyalty(['init', ...asOf, '--force'], { cwd: folder })).code).toBe(0);
      return parse(configOf(folder)).$schema;
    };
    const folder = shop('orders');
    expect(await schemaOf(folder)).toBeUndefined();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/loyalty'));
    const named = (await schemaOf(folder)) as string;
    expect(named).toBe('./node_modules/loyalty/dist/config.schema.json');
    const { stdout } = await loyalty(['config', 'schema'], { cwd: folder });
    expect(JSON.parse(readFileSync(join(folder, named), 'utf8'))).toEqual(JSON.parse(stdout));
    const below = join(folder, 'reports');
    mkdirSync(below);
    cpSync(join(folder, 'orders.csv'), join(below, 'orders.csv'));
    expect(await schemaOf(below)).toBe('../node_modules/loyalty/dist/config.schema.json');
  });

  it('writes checks that hold once they are enabled, and none before', async () => {
    const folder = shop('orders', 'surveys');
    expect((await loyalty(['init', ...asOf], { cwd: folder })).code).toBe(0);
    const written = configOf(folder);
    expect(parse(written).checks).toBeUndefined();
    const enabled = written.replace(/^# (checks:|( ) )/gm, '$1');
    writeFileSync(join(folder, 'loyalty.config.yaml'), enabled);
    expect(published('config', parse(enabled)).checks).toHaveLength(3);
    const { code, stderr } = await loyalty(['kpi', ...asOf], { cwd: folder });
    expect({ code, refused: stderr.includes('bad_config') }).toEqual({ code: 0, refused: false });
  });

  it('overwrites nothing without --force, whatever the format of what is there', async () => {
    const folder = shop('orders');
    writeFileSync(join(folder, 'loyalty.config.toml'), 'period = "2021"\n');
    const { code, stderr } = await loyalty(['init'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('loyalty.config.toml exists already');
  });

  it('refuses where it recognises nothing, and a file given that it does not know', async () => {
    const folder = shop();
    writeFileSync(join(folder, 'notes.csv'), 'a,b\n1,2\n');
    const none = await loyalty(['init'], { cwd: folder });
    expect(none.code).toBe(3);
    expect(none.stderr).toContain('No export was recognised here');
    const given = await loyalty(['init', 'notes.csv'], { cwd: folder });
    expect(given.code).toBe(3);
    expect(given.stderr).toContain('notes.csv');
    expect(() => configOf(folder)).toThrow('ENOENT');
  });
});

describe('loyalty config', () => {
  it('schema prints the schema that is shipped', async () => {
    const { stdout } = await loyalty(['config', 'schema']);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(`${root}dist/config.schema.json`, 'utf8')));
  });

  it('print says what holds and where it comes from, and is itself a configuration that says the same', async () => {
    const folder = shop('orders', 'surveys');
    const file = 'sources:\n  - role: orders\n    path: orders.csv\nperiod: 2021\nminGroup: 6\n';
    writeFileSync(join(folder, 'loyalty.config.yaml'), file);
    const env = { LOYALTY_TIMEZONE: 'Europe/Paris', LOYALTY_MIN_GROUP: '7' };
    const argv = ['config', 'print', '--surveys', 'surveys.csv', '--compare', 'year'];
    const json = await loyalty([...argv, '--format', 'json'], { cwd: folder, env });
    expect(JSON.parse(json.stdout)).toMatchObject({
      sources: {
        value: [
          { role: 'orders', path: 'orders.csv' },
          { role: 'surveys', path: 'surveys.csv' },
        ],
        from: ['loyalty.config.yaml:2:5', 'flag --surveys'],
      },
      period: { value: '2021', from: 'loyalty.config.yaml:4:1' },
      compare: { value: 'year', from: 'flag --compare' },
      timezone: { value: 'Europe/Paris', from: 'environment LOYALTY_TIMEZONE' },
      minGroup: { value: 7, from: 'environment LOYALTY_MIN_GROUP' },
      base: { value: 'previous', from: 'default' },
    });
    const yaml = await loyalty(argv, { cwd: folder, env });
    expect(yaml.stdout).toContain('minGroup: 7 # environment LOYALTY_MIN_GROUP\n');
    writeFileSync(join(folder, 'printed.yaml'), yaml.stdout);
    const again = await loyalty(['config', 'print', '--config', 'printed.yaml'], { cwd: folder });
    expect(parse(again.stdout)).toEqual(parse(yaml.stdout));
  });
});

describe('inspect --write-config', () => {
  it.each(['yaml', 'yml', 'toml', 'json'])('writes %s that is read again', async (ending) => {
    const folder = shop('orders');
    const name = `mine.${ending}`;
    const { code } = await loyalty(['inspect', 'orders.csv', '--write-config', name, ...asOf], {
      cwd: folder,
    });
    expect(code).toBe(0);
    const own = await reportBy(['--config', name, '--period', '2021', ...asOf], { cwd: folder });
    const named = await reportBy(['orders.csv', '--period', '2021', ...asOf], { cwd: folder });
    expect(own.figures).toEqual(named.figures);
  });

  it('refuses an ending it does not know', async () => {
    const { code, stderr } = await loyalty(['inspect', 'orders.csv', '--write-config', 'mine.ini'], {
      cwd: shop('orders'),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('mine.ini has no ending by which I know its format');
  });
});
