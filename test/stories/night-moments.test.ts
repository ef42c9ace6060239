import { mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { tell } from '../crash/tell.ts';
import { changesIn } from '../support/changes.ts';
import { random } from '../support/random.ts';
import { start } from './binary.ts';
import { type NightFolder, nightFolder, readNight } from './night-shop.ts';

const pairs = Number(process.env.LOYALTY_PAIRS ?? 6);
const kills = Number(process.env.LOYALTY_KILLS ?? 20);
const seed = Number(process.env.LOYALTY_SEED ?? 4);

const outputs = `
outputs:
  - {format: json, path: ../out/kpi.json}
  - {format: csv, path: ../out/kpi.csv}
  - {format: openmetrics, path: ../out/kpi.prom}
history: ../out/history.ndjson
`;

/** Two nights of one shop by configurations of one name that write the same files, with other figures in each. */
const nights = ['orders', 'revenue'] as const;

const makeShop = (): NightFolder => {
  const shop = nightFolder('');
  for (const id of nights) {
    mkdirSync(shop.path(id));
    shop.write(
      `${id}/night.yaml`,
      `sources:\n  - {role: orders, path: ../orders.csv}\nindicators:\n  only: [${id}]\n${outputs}`,
    );
  }
  return shop;
};

const run = (shop: NightFolder, id: string, ...flags: string[]) =>
  start(['run', '--config', `${id}/night.yaml`, '--as-of', '2021-08-15', '--quiet', ...flags], {
    cwd: shop.folder,
  });

const files = ['kpi.json', 'kpi.csv', 'kpi.prom', 'manifest.json'] as const;

const setOf = (shop: NightFolder): string[] => files.map((name) => shop.read(`out/${name}`) ?? '');

/** The sets of files that each night writes in peace; the history does not depend on their order but for its lines'. */
const sets = new Map<string, string>();

beforeAll(async () => {
  for (const id of nights) {
    const shop = makeShop();
    expect((await run(shop, id)).exitCode).toBe(0);
    sets.set(JSON.stringify(setOf(shop)), id);
  }
  expect(sets.size).toBe(2);
});

/** Looks again and again, as a reader should: what agrees with its manifest must be the files of one night. */
const watch = (shop: NightFolder) => {
  const seen = { looks: 0, whole: 0, retried: 0, mixed: 0 };
  let going = true;
  const ended = (async () => {
    while (going) {
      seen.looks++;
      const found = readNight(shop.path('out'), 'manifest.json');
      if (found === null) seen.retried++;
      else {
        seen.whole++;
        const asked = found.manifest.figures[0]!.id;
        const whole = [...sets].find(([, id]) => id === asked)?.[0];
        if (
          whole === undefined ||
          JSON.stringify(JSON.parse(whole).slice(0, 3)) !== JSON.stringify(found.files)
        )
          seen.mixed++;
      }
      await wait(2);
    }
  })();
  return {
    stop: async () => {
      going = false;
      await ended;
      return seen;
    },
  };
};

const strays = (shop: NightFolder): string[] =>
  shop
    .made()
    .filter((name) => name.startsWith('out/') && !['history.ndjson', ...files].includes(name.slice(4)));

it(`${pairs} pairs of runs at once never mix`, { timeout: 3_600_000 }, async () => {
  const shop = makeShop();
  const reader = watch(shop);
  const told = { both: 0, refused: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    const flags = pair % 2 === 0 ? ['--wait', '120'] : [];
    const ended = await Promise.all(nights.map((id) => run(shop, id, ...flags)));
    const codes = ended.map(({ exitCode }) => exitCode).sort();
    if (pair % 2 === 0) expect(codes).toEqual([0, 0]);
    else
      expect([
        [0, 0],
        [0, 5],
      ]).toContainEqual(codes);
    told[codes[1] === 0 ? 'both' : 'refused']++;
    expect([...sets.keys()]).toContain(JSON.stringify(setOf(shop)));
    expect(readNight(shop.path('out'), 'manifest.json')).not.toBeNull();
    expect(strays(shop)).toEqual([]);
  }
  const seen = await reader.stop();
  expect(seen.mixed).toBe(0);
  expect(seen.whole).toBeGreaterThan(pairs);
  const lines = shop.read('out/history.ndjson')!.trimEnd().split('\n');
  expect(new Set(lines.map((line) => JSON.parse(line).id)).size).toBe(lines.length);
  tell('pairs of nights at once', { pairs, ...told, ...seen });
});

/** How long a night lasts, and how many changes it makes in the folder of its files, where another one stands. */
const measured = async (shop: NightFolder): Promise<{ lasts: number; changes: number }> => {
  await run(shop, nights[0]);
  const begun = performance.now();
  const changes = await changesIn(shop.path('out'), Number.POSITIVE_INFINITY, run(shop, nights[1]));
  return { lasts: performance.now() - begun, changes };
};

it(`${kills} kills at any moment are repaired by the next run`, { timeout: 3_600_000 }, async () => {
  const chance = random(seed);
  const shop = makeShop();
  const { lasts, changes } = await measured(shop);
  const reader = watch(shop);
  const told = { killed: 0, locked: 0, between: 0, repaired: 0 };
  let standing: string = nights[1];
  for (let kill = 0; kill < kills; kill++) {
    const running = run(shop, nights.find((id) => id !== standing)!);
    if (chance.below(3) === 0) await Promise.race([running, wait((lasts * chance.below(1000)) / 1000)]);
    else await changesIn(shop.path('out'), 1 + chance.below(changes), running);
    running.kill('SIGKILL');
    if ((await running).signal === 'SIGKILL') told.killed++;
    if (strays(shop).some((name) => name.endsWith('-lock'))) told.locked++;
    if (readNight(shop.path('out'), 'manifest.json') === null) told.between++;
    const whole = sets.get(JSON.stringify(setOf(shop)));
    if (whole === undefined || strays(shop).length > 0) {
      const next = chance.pick(nights);
      const { exitCode, stderr } = await run(shop, next);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(sets.get(JSON.stringify(setOf(shop)))).toBe(next);
      expect(strays(shop)).toEqual([]);
      told.repaired++;
      standing = next;
    } else standing = whole;
    const lines = shop.read('out/history.ndjson')!.trimEnd().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).id)).size).toBe(lines.length);
  }
  const seen = await reader.stop();
  expect(seen.mixed).toBe(0);
  expect(told.killed).toBeGreaterThan(kills / 3);
  expect(told.repaired).toBeGreaterThan(kills / 4);
  tell('nights killed at any moment', { seed, kills, changes, ...told, ...seen });
});
