import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { loyalty, root } from '../stories/binary.ts';
import { run } from '../support/cli.ts';
import { inPlace } from './watch.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const place = inPlace();
const shop = (name: string): string => `${root}fixtures/small/${name}.csv`;
const period = ['--period', '2021', '--as-of', '2022-01-15', '--data-through', '2021-12-31'];

/** Command lines in turn, with the exit codes they must have. */
const lines: readonly (readonly [number, readonly string[]])[] = [
  [0, ['check', shop('orders'), ...period, '--check', 'orders >= 1']],
  [1, ['check', shop('orders'), ...period, '--check', 'orders >= 1000000']],
  [4, ['check', shop('orders'), ...period, '--check', 'orders[channel=nowhere] >= 1']],
  [0, ['check', '../exports/orders.csv.gz', ...period, '--check', 'orders >= 1']],
  [3, ['check', `${root}fixtures/broken/open-quote.csv`, ...period, '--check', 'orders >= 1']],
  [3, ['check', `${root}fixtures/broken/cut.csv.gz`, ...period, '--check', 'orders >= 1']],
  [2, ['check', shop('orders'), '--check', 'nonsense']],
  [0, ['check', shop('orders'), ...period, '--check', 'orders >= 1', '--reporter', 'json=checks.json']],
];

const open = (): number => readdirSync('/proc/self/fd').length;

const inUse = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const round = async (): Promise<void> => {
  for (const [exit, argv] of lines) {
    const { code, stderr } = await run(argv);
    expect(code, stderr).toBe(exit);
  }
};

it('200 runs in one process leave no file, no descriptor and no memory behind', {
  timeout: 300_000,
}, async () => {
  for (let warm = 0; warm < 5; warm += 1) await round();
  const before = { open: open(), heap: inUse() };
  for (let done = 0; done < 25; done += 1) await round();
  expect(open()).toBe(before.open);
  expect(inUse()).toBeLessThan(1.05 * before.heap);
  expect(place.left().map((path) => path.slice(place.cwd.length))).toEqual(['/checks.json']);
});

it('20 processes in a row leave nothing but their outputs', { timeout: 120_000 }, async () => {
  const options = { cwd: place.cwd, env: { HOME: place.home, TMPDIR: place.temporary } };
  for (let done = 0; done < 20; done += 1) {
    const [exit, argv] = lines[done % lines.length]!;
    const { code, stderr } = await loyalty(argv, options);
    expect(code, stderr).toBe(exit);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(readdirSync(place.home)).toEqual([]);
  }
  expect(readdirSync(place.cwd)).toEqual(['checks.json']);
});
