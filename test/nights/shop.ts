import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Manifest, manifest } from '../../src/nights/schema.ts';
import { type Finished, run } from '../support/cli.ts';

/** An order of a little shop: number, customer, day, amount, what was paid back of it, channel. */
export type Order = readonly [
  number: number,
  customer: string,
  day: string,
  amount: number,
  refunded?: number,
  channel?: string,
];

/** November to March: one customer before December, one in December, two in January. */
export const orders: readonly Order[] = [
  [1, 'E', '2020-11-10', 7],
  [2, 'D', '2020-12-05', 8],
  [3, 'A', '2021-01-05', 10],
  [4, 'B', '2021-01-20', 20, 0, 'shop'],
  [5, 'A', '2021-02-03', 10],
  [6, 'C', '2021-02-10', 30],
  [7, 'A', '2021-03-02', 10],
  [8, 'C', '2021-04-03', 12],
];

export const ordersText = (list: readonly Order[]): string =>
  [
    'order_id,customer_id,ordered_at,amount,refunded,channel',
    ...list.map(([number, customer, day, amount, refunded = 0, channel = 'web']) =>
      [number, customer, day, amount.toFixed(2), refunded.toFixed(2), channel].join(','),
    ),
    '',
  ].join('\n');

const base = mkdtempSync(join(tmpdir(), 'night-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let number = 0;

/** A shop whose nights are run in this process. */
export interface NightShop {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string) => void;
  readonly read: (name: string) => string;
  /** Runs a night; anything but exit 0 throws what was said. */
  readonly night: (asOf: string, ...flags: string[]) => Promise<Finished>;
  /** Runs a night however it ends. */
  readonly attempt: (asOf: string, ...flags: string[]) => Promise<Finished>;
  readonly manifest: () => Manifest;
}

/** Makes a shop with a configuration of its own over orders and outputs. */
export const nightShop = (configuration: Record<string, unknown> = {}): NightShop => {
  const folder = join(base, `shop-${number++}`);
  mkdirSync(folder);
  const path = (name: string): string => join(folder, name);
  const write = (name: string, content: string): void => writeFileSync(path(name), content);
  const read = (name: string): string => readFileSync(path(name), 'utf8');
  write('orders.csv', ordersText(orders));
  write(
    'loyalty.config.json',
    JSON.stringify({
      sources: [{ role: 'orders', path: 'orders.csv' }],
      indicators: { only: ['orders', 'revenue', 'active_customers', 'customers_at_start'] },
      outputs: [
        { format: 'json', path: 'out/{period}/kpi.json' },
        { format: 'csv', path: 'out/{period}/kpi.csv' },
      ],
      manifest: 'out/manifest.json',
      history: 'out/history.ndjson',
      ...configuration,
    }),
  );
  const attempt = (asOf: string, ...flags: string[]): Promise<Finished> =>
    run(['run', '--config', path('loyalty.config.json'), '--as-of', asOf, ...flags]);
  return {
    ...{ folder, path, write, read, attempt },
    night: async (asOf, ...flags) => {
      const finished = await attempt(asOf, ...flags);
      if (finished.code !== 0) throw new Error(`exit ${finished.code}: ${finished.stderr}`);
      return finished;
    },
    manifest: () => manifest.parse(JSON.parse(read('out/manifest.json'))),
  };
};
