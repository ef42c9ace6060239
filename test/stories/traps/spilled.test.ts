import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { published } from '../../support/published.ts';
import { root, start } from '../binary.ts';
import { scratch } from '../scratch.ts';

const { value } = makeBench();
const { path, make } = scratch();
const orders = path('orders.csv');

beforeAll(async () => {
  const generator = ['bench/generate.mjs', '--orders', '600000', '--seed', '9', '--out', orders];
  await execa('node', generator, { cwd: root });
});

interface Place {
  readonly here: string;
  readonly temporary: string;
  readonly home: string;
}

const place = (name: string): Place => ({
  here: make(`${name}-here`),
  temporary: make(`${name}-temporary`),
  home: make(`${name}-home`),
});

const kpi = ({ here, temporary, home }: Place, ...flags: string[]) =>
  start(['kpi', orders, '--quiet', '--format', 'json', ...flags], {
    cwd: here,
    env: { TMPDIR: temporary, HOME: home },
  });

const little = ['--memory', '100MB', '--threads', '2'];

const spilled = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('duckdb_temp'));

/** What others than its owner can get at under a folder: nothing that lies in a folder closed to them. */
const exposed = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = lstatSync(path);
    if ((stats.mode & 0o077) === 0) return [];
    return stats.isDirectory() ? [path, ...exposed(path)] : [path];
  });

/** Waits until a run has spilled; it must not have ended before. */
const spilling = async (running: ReturnType<typeof kpi>, { temporary }: Place): Promise<void> => {
  let ended = false;
  void running.then(() => {
    ended = true;
  });
  while (!ended && spilled(temporary).length === 0) await wait(5);
  expect(ended).toBe(false);
};

describe('M21 a run that needs more memory than it has', () => {
  it('M21 would spill into the working directory, if the engine were left to itself', async () => {
    expect(await value("SELECT current_setting('temp_directory')")).toBe('.tmp');
  });

  it('M21 spills into a private folder, gives the figures of any other run, and leaves nothing', async () => {
    const there = place('whole');
    const running = kpi(there, ...little);
    await spilling(running, there);
    const folders = readdirSync(there.temporary);
    expect(folders).toHaveLength(1);
    expect(lstatSync(join(there.temporary, folders[0]!)).mode & 0o777).toBe(0o700);
    expect(readdirSync(there.here)).toEqual([]);
    const ended = await running;
    expect(ended.exitCode, String(ended.stderr)).toBe(0);
    for (const folder of Object.values(there)) expect(readdirSync(folder)).toEqual([]);
    const roomy = await kpi(there, '--memory', '2GB');
    expect(ended.stdout).toBe(roomy.stdout);
    published('report', JSON.parse(String(ended.stdout)));
  });

  it('M21 leaves, when it is killed, only what nobody else can read, and nothing in the working directory', async () => {
    const there = place('killed');
    const running = kpi(there, ...little);
    await spilling(running, there);
    running.kill('SIGKILL');
    expect((await running).signal).toBe('SIGKILL');
    expect(readdirSync(there.here)).toEqual([]);
    expect(readdirSync(there.home)).toEqual([]);
    expect(spilled(there.temporary).length).toBeGreaterThan(0);
    expect(exposed(there.temporary)).toEqual([]);
  });
});
