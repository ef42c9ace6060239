import { readdirSync, watch as watchFolder } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { root, start } from '../stories/binary.ts';
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

/** What each target holds after a run of each quarter in peace, and how long such a run lasts. */
const whole: Record<(typeof targets)[number], string[]> = { 'out.json': [], 'out.csv': [] };
let lasts = 0;

beforeAll(async () => {
  for (const quarter of quarters) {
    const place = makePlace(targets, null);
    const begun = performance.now();
    expect((await run(quarter, place)).exitCode).toBe(0);
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
    const moment = chance.below(1000) / 1000;
    if (chance.below(2) === 0) await Promise.race([running, wait(lasts * moment)]);
    else {
      await begun(place.folder, running);
      spin(15 * moment);
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
  const { looks, changes, torn } = await reader.stop();
  expect(torn).toEqual([]);
  expect(place.strays()).toEqual([]);
  expect(seen.killed).toBeGreaterThan(0);
  expect(seen.left).toBeGreaterThan(0);
  tell('killed at any moment', { seed, kills, ...seen, looks, changes, torn: torn.length });
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
