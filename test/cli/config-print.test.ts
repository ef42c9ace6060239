import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configuration } from '../../src/config/schema.ts';
import { profiles } from '../../src/sources/profiles/index.ts';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';

const { write, path, folder } = scratch();

/** A configuration that sets every key there is, its paths whole. */
const full: Record<keyof typeof configuration.shape, unknown> = {
  $schema: 'https://example.org/loyalty.json',
  sources: [
    {
      role: 'orders',
      path: path('orders.csv'),
      profile: 'none',
      map: { amount: 'Total' },
      delimiter: ';',
      encoding: 'utf-8',
      decimal: ',',
      dateFormat: 'yyyy-mm-dd',
      grain: 'orders',
      countStatus: ['paid'],
      allowUnterminated: true,
    },
    { role: 'customers', path: path('customers.csv') },
  ],
  period: '2021-Q1',
  compare: 'year',
  base: 'ever',
  by: 'channel',
  timezone: 'Europe/Paris',
  fiscalStart: '04-01',
  dataThrough: '2021-12-31',
  indicators: { only: ['revenue', 'orders', 'big'], except: ['orders'], group: ['value'] },
  define: [
    { id: 'big', grain: 'order', unit: 'count', better: 'higher', numerator: 'count where amount > 9' },
  ],
  costs: [{ kind: 'acquisition', amount: '12.50', on: '2021-02-01' }],
  answers: 'first',
  lifespan: '3y',
  margin: '30%',
  loyalOrders: 3,
  contentMin: 2,
  minGroup: 7,
  currency: 'EUR',
  exclude: ['orders.order_id=C*'],
  onlyWhere: ['orders.channel=web'],
  scale: ['nps=0-10'],
  maxRejects: '2%',
  strict: true,
  lang: 'fr',
  csvDialect: 'excel-fr',
  threads: 2,
  memory: '4GB',
  checks: [{ check: 'revenue >= 10', level: 'warn' }],
  outputs: [{ format: 'json', path: path('out/{period}/kpi.json') }],
  history: path('history.csv'),
  manifest: path('out/{period}/night.json'),
  restate: 3,
  profiles: [{ ...profiles().find(({ id }) => id === 'shopify-orders')!, id: 'my-shop' }],
};

const printed = async (name: string, content: Record<string, unknown>, format: 'json' | 'yaml') => {
  write(name, JSON.stringify(content));
  const { code, stdout, stderr } = await run(
    ['config', 'print', '--config', path(name), '--format', format],
    '',
    {},
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (format === 'json' ? JSON.parse(stdout) : parse(stdout)) as Record<string, unknown>;
};

describe('config print', () => {
  it('prints every key of the form that is set, with its value and its place', async () => {
    expect(Object.keys(full).sort()).toEqual(Object.keys(configuration.shape).sort());
    const json = (await printed('full.json', full, 'json')) as Record<
      string,
      { value: unknown; from: unknown }
    >;
    for (const [key, value] of Object.entries(full)) {
      expect(json[key]?.value, key).toEqual(JSON.parse(JSON.stringify(value)));
      expect(JSON.stringify(json[key]!.from), key).toContain('full.json:1:');
    }
    expect(Object.keys(json).sort()).toEqual(Object.keys(full).sort());
  });

  it('prints in YAML what is a configuration again', async () => {
    expect(await printed('again.json', full, 'yaml')).toEqual(JSON.parse(JSON.stringify(full)));
  });

  it('says what holds for a night by default, where there is one', async () => {
    const { sources, outputs } = full;
    const night = await printed('night.json', { sources, outputs }, 'json');
    expect(night.manifest).toEqual({ value: join(path('out/{period}'), 'manifest.json'), from: 'default' });
    expect(night.restate).toEqual({ value: 12, from: 'default' });
    const none = await printed('none.json', { sources }, 'json');
    expect(none).not.toHaveProperty('manifest');
    expect(none).not.toHaveProperty('restate');
  });

  it('names a schema from where it prints', async () => {
    const own = await printed('own.json', { $schema: './schema.json', period: '2021' }, 'json');
    expect(own.$schema).toMatchObject({ value: join(folder, 'schema.json') });
  });
});
