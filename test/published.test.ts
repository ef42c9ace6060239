import { describe, expect, it } from 'vitest';
import { configuration as form } from '../src/config/schema.ts';
import { nightShop, orders, ordersText } from './nights/shop.ts';
import { scratch } from './stories/scratch.ts';
import { run } from './support/cli.ts';
import { breachOf, type Form, reader, schemaOf } from './support/published.ts';
import { keysOf, type Spoiled, spoil } from './support/spoiled.ts';

const { write } = scratch();

const dictionaries = ['segment', 'rejected', 'notCounted', 'map'];

/** The keys a schema knows, each by the path to it. */
const keysIn = (schema: unknown, path: readonly string[] = []): string[] => {
  const {
    properties = {},
    items,
    anyOf = [],
  } = schema as {
    properties?: Record<string, unknown>;
    items?: unknown;
    anyOf?: unknown[];
  };
  return [
    ...Object.entries(properties).flatMap(([key, of]) => {
      const own = [...path, key];
      return [own.join('.'), ...keysIn(of, own)];
    }),
    ...(items === undefined ? [] : keysIn(items, [...path, '[]'])),
    ...anyOf.flatMap((one) => keysIn(one, path)),
  ];
};

/** Those of spoiled contents that a schema lets pass. */
const passing = (form: Form, spoiled: readonly Spoiled[]): string[] =>
  spoiled.filter(({ content }) => breachOf(form, content) === null).map(({ what }) => what);

describe.each<Form>(['report', 'manifest', 'config'])('the schema of a %s', (of) => {
  it('is one by the schema of schemas, draft 2020-12', () => {
    const ajv = reader();
    expect(schemaOf(of).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(ajv.validateSchema(schemaOf(of)), ajv.errorsText()).toBe(true);
    expect(ajv.validateSchema({ ...schemaOf(of), required: 'asOf' })).toBe(false);
  });
});

describe('a report', () => {
  const small = (role: string): string => `fixtures/small/${role}.csv`;
  const checks = ['retention_rate max_drop 90pts', 'retention_rate >= 0.2 confidence', 'nothing >= 1'];
  const argv = [
    ...['kpi', small('orders'), '--surveys', small('surveys'), '--period', '2021-Q2', '--by', 'channel'],
    ...['--only', 'orders,revenue,retention_rate', '--min-group', '1', '--as-of', '2022-01-15'],
    ...['--format', 'json', ...checks.flatMap((check) => ['--check', check])],
  ];

  it('has every key its schema knows, and keeps it in none of its places once it is spoiled there', async () => {
    const { code, stdout, stderr } = await run(argv);
    expect(code, stderr).toBe(4);
    const report: unknown = JSON.parse(stdout);
    expect([...keysOf(report, dictionaries)].toSorted()).toEqual(
      [...new Set(keysIn(schemaOf('report')))].toSorted(),
    );
    const spoiled = spoil(report, dictionaries);
    expect(spoiled.length).toBeGreaterThan(500);
    // A baseline of before reports told their settings is still one.
    expect(passing('report', spoiled)).toEqual(['settings gone']);
  });

  it('with a number that is none is refused', async () => {
    const report = JSON.parse((await run(argv)).stdout);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      report.figures[0].value = value;
      expect(breachOf('report', report)).toContain('/figures/0/value');
    }
  });
});

describe('a manifest', () => {
  it('has every key its schema knows, and keeps it in none of its places once it is spoiled there', async () => {
    const cost = (amount: string) => ({ costs: [{ kind: 'acquisition', amount, on: '2021-01-07' }] });
    const only = ['orders', 'historic_value', 'acquisition_spend'];
    const shop = nightShop({ ...cost('7.50'), indicators: { only } });
    await shop.night('2021-02-15');
    shop.write('orders.csv', ordersText([...orders, [9, 'B', '2021-01-25', 5]]));
    await shop.night('2021-03-15');
    const manifest: unknown = JSON.parse(shop.read('out/manifest.json'));
    expect([...keysOf(manifest, dictionaries)].toSorted()).toEqual(
      [...new Set(keysIn(schemaOf('manifest')))].toSorted(),
    );
    const spoiled = spoil(manifest, dictionaries);
    expect(spoiled.length).toBeGreaterThan(100);
    expect(new Set(passing('manifest', spoiled))).toEqual(
      new Set(['configuration gone', 'figures.[].settings gone', 'restated.[].causes.[].toDate gone']),
    );
  });
});

describe('a configuration', () => {
  const configuration = {
    $schema: './node_modules/loyalty/dist/config.schema.json',
    sources: [{ role: 'orders', path: 'orders.csv', map: { amount: 'total' }, countStatus: ['paid'] }],
    period: '2021-Q2',
    indicators: { only: ['orders', 'revenue', 'big'] },
    define: [
      {
        ...{ id: 'big', title: { en: 'Big', fr: 'Gros' }, grain: 'customer', unit: 'count' },
        numerator: 'count where orders_in >= 2',
      },
    ],
    costs: [{ kind: 'acquisition', amount: '12.50', on: '2021-04-01' }],
    minGroup: 7,
    strict: true,
    exclude: ['orders.channel=web'],
    checks: [
      'orders >= 1',
      { check: 'orders >= 1', level: 'warn' },
      { figure: 'revenue', segment: { channel: 'web' }, between: [1, '2'], confidence: true },
    ],
    outputs: [{ format: 'json', path: 'out/{period}/kpi.json' }],
    restate: 3,
  };

  const isTaken = (content: unknown): boolean => form.safeParse(content).success;

  it('that the program takes its schema takes too, wherever it is spoiled', async () => {
    const path = write('loyalty.json', JSON.stringify(configuration));
    expect((await run(['config', 'print', '--config', path])).stderr).toBe('');
    expect(breachOf('config', configuration)).toBeNull();
    const spoiled = spoil(configuration, dictionaries);
    const refused = spoiled.filter(({ content }) => breachOf('config', content) !== null);
    expect(refused.filter(({ content }) => isTaken(content)).map(({ what }) => what)).toEqual([]);
    expect(passing('config', spoiled).filter((what) => !what.endsWith(' gone'))).toEqual([
      'period of another type',
      'costs.[].amount of another type',
      'checks.[].between.[] of another type',
      'checks.[].between.[] of another type',
    ]);
  });

  it('its schema takes is refused by the program only for what a schema leaves to it', () => {
    const spoiled = spoil(configuration, dictionaries);
    const passed = spoiled.filter(({ content }) => breachOf('config', content) === null);
    expect(passed.filter(({ content }) => !isTaken(content)).map(({ what }) => what)).toEqual([
      'costs.[].on gone',
      'checks.[].between gone',
    ]);
  });
});
