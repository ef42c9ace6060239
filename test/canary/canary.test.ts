import { statSync, writeFileSync } from 'node:fs';
import { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { damages } from './damages.ts';
import { markedExports } from './exports.ts';
import { hitIn } from './place.ts';
import { scenarios } from './scenarios.ts';
import { csv, roles, shop } from './shop.ts';
import { holdTo, inPlace, nowhere, shownBy } from './watch.ts';

const place = inPlace();
holdTo(place, scenarios);

describe('a canary is found', () => {
  const damage = damages.findIndex(({ name }) => name === 'a name for amount at times');

  it('in the values of rejected rows, where they are asked for, in a private file', async () => {
    const file = `../exports/damaged-${damage}`;
    const { code, told } = await shownBy(place, ['kpi', file, '--rejects', 'rejects.csv', '--show-values']);
    expect(code).toBe(0);
    expect(told).toMatchObject({ stdout: null, stderr: null });
    expect(told.files).toHaveLength(1);
    expect(told.files[0]).toContain('rejects.csv: ');
    expect(statSync('rejects.csv').mode & 0o777).toBe(0o600);
  });

  it('in what inspect shows, where values are asked for', async () => {
    const { told } = await shownBy(place, ['inspect', '../exports/orders.csv', '--show-values']);
    expect(told.stdout).not.toBeNull();
  });

  it('in every export', () => {
    for (const role of roles) expect(hitIn(csv(shop[role]))).not.toBeNull();
    const without = markedExports().filter(({ bytes }) => hitIn(bytes) === null);
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

describe('an engine that fails with a row in its message', () => {
  afterEach(() => vi.restoreAllMocks());

  const row = shop.orders[1]!.join(',');
  const argv = [
    'kpi',
    '../exports/orders.csv',
    '--customers',
    '../exports/customers.csv.gz',
    '-o',
    'kpi.json',
  ];
  const messages = [
    `Conversion Error: Could not convert string '${row}' to DECIMAL`,
    `{"exception_type":"Invalid Input","exception_message":"CSV Error on Line: 2 ${row}"}`,
    `${row} is not what was expected`,
  ];

  it.each(
    messages.flatMap((message) => [0, 1, 3, 6, 10, 15, 21, 28].map((call) => [call, message] as const)),
  )('at call %i shows no canary: %s', async (call, message) => {
    const real = DuckDBConnection.prototype.run;
    let calls = 0;
    vi.spyOn(DuckDBConnection.prototype, 'run').mockImplementation(function (
      this: DuckDBConnection,
      ...given
    ) {
      calls += 1;
      return calls > call ? Promise.reject(new Error(message)) : real.apply(this, given);
    });
    const { code, told, left } = await shownBy(place, argv);
    expect(calls).toBeGreaterThan(call);
    expect(told).toEqual(nowhere);
    expect(left).toEqual([]);
    expect([3, 70]).toContain(code);
  });
});

describe('a night', () => {
  const config = `sources:
  - {role: orders, path: ../exports/orders.csv}
  - {role: customers, path: ../exports/customers.csv.gz}
  - {role: surveys, path: ../exports/surveys.json}
checks: ['orders >= 1']
outputs:
  - {format: json, path: 'out/{period}/kpi.json'}
  - {format: csv, path: 'out/{period}/kpi.csv'}
  - {format: markdown, path: 'out/{period}/kpi.md'}
  - {format: junit, path: 'out/{period}/checks.xml'}
  - {format: openmetrics, path: 'out/{period}/checks.prom'}
manifest: 'out/{period}/manifest.json'
history: out/history.ndjson
`;
  const night = ['run', '--period', '2021-Q3', '--as-of', '2021-12-31'];

  it('shows no canary in outputs, manifest and history, once, again, restated or dry', async () => {
    writeFileSync('loyalty.config.yaml', config);
    for (const argv of [night, night, [...night, '--dry-run'], [...night, '--force', '--lang', 'fr']]) {
      const { code, stderr, told, left } = await shownBy(place, argv);
      expect(code, stderr).toBe(0);
      expect(told).toEqual(nowhere);
      expect(left).toEqual([]);
    }
    writeFileSync(
      'loyalty.config.yaml',
      config.replace('orders.csv', 'orders.csv.gz').replace('surveys.json', 'surveys.ndjson'),
    );
    expect((await shownBy(place, night)).told).toEqual(nowhere);
    expect(place.left().filter((path) => path.includes('/out/')).length).toBeGreaterThan(6);
  });
});
