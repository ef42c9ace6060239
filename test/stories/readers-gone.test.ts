import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/render/checks/index.ts';
import { program, root } from './binary.ts';
import { nightFolder, readNight } from './night-shop.ts';
import { scratch } from './scratch.ts';

const { make } = scratch();
const env = { TMPDIR: make('temporary'), HOME: make('home'), GITHUB_ACTIONS: '' };

const full = join('/dev', 'full');
const shop = [`${root}fixtures/small/orders.csv`, '--period', '2021-Q2', '--as-of', '2022-01-15'];
const night = `outputs:\n  - {format: json, path: out/kpi.json}\nchecks: ['orders >= 1']\n`;

/** Runs the program with its streams as bash is told to set them; the code is the program's own. */
const within = async (streams: string, argv: readonly string[], cwd = root) => {
  const command = `"$@" ${streams}; exit "\${PIPESTATUS[0]}"`;
  const ended = await execa('bash', ['-c', command, 'bash', process.execPath, program, ...argv], {
    ...{ cwd, env },
    reject: false,
  });
  return { code: ended.exitCode, stdout: ended.stdout, stderr: ended.stderr };
};

const noRoom =
  'loyalty: The answer could not be written to standard output (ENOSPC); make room there, or write to a file with -o.';

const names = Object.keys(reporters);
const cases = names.map((name, index): [name: string, code: number, check: string] =>
  index % 2 === 0 ? [name, 0, 'orders >= 1'] : [name, 1, 'orders >= 999999'],
);

describe('a reader that went away', () => {
  it.each(cases)('leaves the verdict of check --reporter %s as it is: %i', async (name, code, check) => {
    const argv = ['check', ...shop, '--check', check, '--reporter', `${name}=-`, '--quiet'];
    const ended = await within('| head -1', argv);
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code, stderr: '' });
    expect(ended.stdout.split('\n')).toHaveLength(1);
  });

  it('leaves a night whole', async () => {
    const here = nightFolder(night);
    const ended = await within('| true', ['run', '--as-of', '2021-08-15', '--quiet'], here.folder);
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readNight(here.path('out'), 'manifest.json')).not.toBeNull();
    expect(here.made()).toEqual(['out', 'out/kpi.json', 'out/manifest.json']);
  });

  it('leaves the files of kpi --output whole', async () => {
    const here = nightFolder('');
    const argv = ['kpi', ...shop, '--no-config', '-o', 'kpi.json', '-o', 'csv=-', '-o', '-', '--quiet'];
    const ended = await within('| head -1', argv, here.folder);
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(here.read('kpi.json')!)).toHaveProperty('figures');
    expect(here.made()).toEqual(['kpi.json']);
  });
});

describe.skipIf(!existsSync(full))('no room on standard output (skipped where there is no /dev/full)', () => {
  it.each(cases)('is exit 5 and never a verdict of check --reporter %s', async (name, _, check) => {
    const argv = ['check', ...shop, '--check', check, '--reporter', `${name}=-`, '--quiet'];
    expect(await within(`> ${full}`, argv)).toEqual({ code: 5, stdout: '', stderr: noRoom });
  });

  it('is exit 5 of a night that stands in its files', async () => {
    const here = nightFolder(night);
    const ended = await within(`> ${full}`, ['run', '--as-of', '2021-08-15', '--quiet'], here.folder);
    expect(ended).toEqual({ code: 5, stdout: '', stderr: noRoom });
    expect(readNight(here.path('out'), 'manifest.json')).not.toBeNull();
    expect(here.made()).toEqual(['out', 'out/kpi.json', 'out/manifest.json']);
  });

  it('does not matter to kpi --output where nothing is printed, and is exit 5 where something is', async () => {
    const here = nightFolder('');
    const argv = ['kpi', ...shop, '--no-config', '--quiet', '-o', 'kpi.json'];
    expect(await within(`> ${full}`, argv, here.folder)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(here.made()).toEqual(['kpi.json']);
    expect(await within(`> ${full}`, [...argv, '-o', '-'], here.folder)).toMatchObject({
      code: 5,
      stderr: noRoom,
    });
    expect(JSON.parse(here.read('kpi.json')!)).toHaveProperty('figures');
  });

  it.each([
    ['kpi -o', ['kpi', ...shop, '--no-config', '-o', `json=${full}`]],
    [
      'check --reporter',
      ['check', ...shop, '--no-config', '--check', 'orders >= 1', '--reporter', `junit=${full}`],
    ],
  ])('is refused as the place of a file: %s', async (_, argv) => {
    const { code, stdout, stderr } = await within('', argv);
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(stderr).toMatch(/^loyalty: \/dev\/full could not be written \(it is no regular file\)[^\n]+$/);
  });
});
