import { lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { loyalty, start } from '../stories/binary.ts';
import { random } from '../support/random.ts';
import { hitIn, makePlace } from './place.ts';
import { csv, json, shop, type Table } from './shop.ts';

const place = makePlace();
const env = { TMPDIR: place.temporary, HOME: place.home };
const options = { cwd: place.cwd, env, timeout: 60_000 };

const seed = Number(process.env.LOYALTY_SEED ?? 7);
const kills = Number(process.env.LOYALTY_KILLS ?? 9);
const { below, pick } = random(seed);

/** Orders enough that a run lasts a while: each row many times, under ids of its own. */
const [header, ...rows] = shop.orders;
const many: Table = [
  header!,
  ...Array.from({ length: 400 }, (_, copy) => rows.map((row) => row.with(0, `${row[0]}-${copy}`))).flat(),
];
const file = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(place.exports, name), bytes);
  return `../exports/${name}`;
};
const packed = file('orders.csv.gz', gzipSync(csv(many)));
const array = file('orders.json', json(many));
const small = file('small.csv', csv(shop.orders));

/** What lies open to others of what a run makes for itself: only folders that nobody else can enter, of this user. */
const exposed = (): string[] =>
  readdirSync(place.temporary).flatMap((name) => {
    try {
      const stats = lstatSync(join(place.temporary, name));
      const isOurs = stats.isDirectory() && (stats.mode & 0o777) === 0o700 && stats.uid === process.getuid!();
      const open = readdirSync(join(place.temporary, name)).filter(
        (inside) =>
          inside.startsWith('staged-') &&
          (lstatSync(join(place.temporary, name, inside)).mode & 0o777) !== 0o600,
      );
      return isOurs ? open : [name];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });

const outside = (): string[] =>
  place.hits().filter((hit) => !hit.startsWith(join(place.temporary, 'loyalty-')));

it.each(Array.from({ length: kills }, (_, number) => number))(
  `a run killed at any moment shows no canary, and the next run leaves nothing: %i of seed ${seed}`,
  async (number) => {
    const signal = (['SIGKILL', 'SIGTERM', 'SIGINT'] as const)[number % 3]!;
    const input = pick([packed, array]);
    const command = pick([
      ['kpi', input, '-o', 'json=kpi.json', '-o', 'kpi.csv', '--rejects', 'rejects.csv'],
      ['check', input, '--check', 'orders >= 1', '--reporter', 'junit=checks.xml'],
      ['inspect', input],
    ]);
    const running = start([...command, '--as-of', '2021-12-31'], options);
    let over = false;
    const ended = running.finally(() => {
      over = true;
    });
    const staged = number % 2 === 0 ? () => readdirSync(place.temporary).length > 0 : () => true;
    while (!over && !staged()) await wait(5);
    const last = performance.now() + below(number % 2 === 0 ? 150 : 600);
    while (!over && performance.now() < last) {
      expect(exposed()).toEqual([]);
      await wait(5);
    }
    running.kill(signal);
    const { stdout, stderr } = await ended;
    expect([hitIn(String(stdout)), hitIn(String(stderr))]).toEqual([null, null]);
    expect(exposed()).toEqual([]);
    expect(outside()).toEqual([]);

    const next = await loyalty(['kpi', small, '--as-of', '2021-12-31', '-o', 'next.json'], options);
    expect(next.code, next.stderr).toBe(0);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(place.hits()).toEqual([]);
    place.clear();
  },
);
