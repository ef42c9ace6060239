import { readdirSync, watch as watchFolder } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { root, start } from '../stories/binary.ts';
import { changesIn } from '../support/changes.ts';
import { random } from '../support/random.ts';
import { makePlace, type Place } from './place.ts';
import { watch } from './reader.ts';
import { tell } from './tell.ts';

const kills = Number(process.env.LOYALTY_KILLS ?? 20);
const pairs = Number(process.env.LOYALTY_PAIRS ?? 6);
const seed = Number(process.env.LOYALTY_SEED ?? 4);

const targets = ['out.json', 'out.csv'] as const;
const quarters = ['2021-Q2', '2021-Q3'] as const;

const argv = (quarter: string): string[] => [
  'kpi',
  `${root}fixtures/small/orders.csv`,
  ...['--only', 'orders', '--period', quarter, '--as-of', '2022-01-15', '--quiet'],
  ...targets.flatMap((name) => ['-o', name]),
];

const run = (quarter: string, { folder, temporary }: Place) =>
  start(argv(quarter), { cwd: folder, env: { TMPDIR: temporary } });

/** What each target holds after a run of each quarter in peace, how long such a run lasts, and what it changes. */
const whole: Record<(typeof targets)[number], string[]> = { 'out.json': [], 'out.csv': [] };
let lasts = 0;
let changes = 0;

beforeAll(async () => {
  for (const quarter of quarters) {
    const place = makePlace(targets, null);
    const begun = performance.now();
    const running = run(quarter, place);
    changes = await changesIn(place.folder, Number.POSITIVE_INFINITY, running);
    expect((await running).exitCode).toBe(0);
    lasts = performance.now() - begun;
    for (const name of targets) whole[name].push(place.read(name)!);
    place.remove();
  }
  for (const name of targets) expect(new Set(whole[name]).size).toBe(2);
});

/** Waits for a while that no timer could be set to. */
const spin = (milliseconds: number): void => {
  for (const until = performance.now() + milliseconds; performance.now() < until; );
};

/** Keeps its promise as soon as a temporary file is begun in a folder, or `ended` is kept. */
const begun = async (folder: string, ended: Promise<unknown>): Promise<void> => {
  await new Promise<void>((resolve) => {
    const watching = watchFolder(folder, (_, name) => {
      if (name?.endsWith('.tmp') !== true) return;
      watching.close();
      resolve();
    });
    void ended.then(() => {
      watching.close();
      resolve();
    });
  });
};

it(`${kills} kills at any moment are never seen by a reader, and leave nothing after the next run`, {
  timeout: 3_600_000,
}, async () => {
  const chance = random(seed);
  const place = makePlace(targets, null);
  const reader = watch(place.folder, whole);
  const seen = { tooLate: 0, killed: 0, left: 0, changed: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const before = place.read('out.json');
    const running = run(quarters[kill % 2]!, place);
    if (chance.below(2) === 0) await Promise.race([running, wait((lasts * chance.below(1000)) / 1000)]);
    else {
      await changesIn(place.folder, 1 + chance.below(changes), running);
      spin(chance.below(3));
    }
    running.kill('SIGKILL');
    const { signal, exitCode } = await running;
    expect([0, 'SIGKILL']).toContain(signal ?? exitCode);
    if (signal === undefined) seen.tooLate++;
    else seen.killed++;
    if (place.strays().length > 0) seen.left++;
    if (place.read('out.json') !== before) seen.changed++;
    for (const name of targets) expect([null, ...whole[name]]).toContain(place.read(name));
  }
  expect((await run(quarters[0], place)).exitCode).toBe(0);
  const { looks, changes: found, torn } = await reader.stop();
  expect(torn).toEqual([]);
  expect(place.strays()).toEqual([]);
  expect(seen.killed).toBeGreaterThan(kills / 3);
  expect(seen.left).toBeGreaterThan(0);
  tell('killed at any moment', { seed, kills, ...seen, looks, changes: found, torn: torn.length });
  place.remove();
});

it(`${pairs} pairs of runs at once leave each file whole and nothing else`, {
  timeout: 3_600_000,
}, async () => {
  const chance = random(seed + 1);
  const place = makePlace(targets, null);
  const reader = watch(place.folder, whole);
  const seen = { overlapping: 0, first: 0, second: 0, ofBoth: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    const first = run(quarters[0], place);
    await begun(place.folder, first);
    spin(chance.below(10));
    first.kill('SIGSTOP');
    if (place.strays().length > 0) seen.overlapping++;
    const second = run(quarters[1], place);
    await begun(place.folder, second);
    spin(chance.below(10));
    first.kill('SIGCONT');
    const ended = await Promise.all([first, second]);
    for (const { exitCode, stderr } of ended)
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const of = targets.map((name) => whole[name].indexOf(place.read(name)!));
    expect(of).not.toContain(-1);
    if (of[0] !== of[1]) seen.ofBoth++;
    else if (of[0] === 0) seen.first++;
    else seen.second++;
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(place.strays()).toEqual([]);
  }
  const { looks, changes, torn } = await reader.stop();
  expect(torn).toEqual([]);
  expect(seen.overlapping).toBeGreaterThan(0);
  tell('pairs at once', { seed: seed + 1, pairs, ...seen, looks, changes, torn: torn.length });
  place.remove();
});
