import { describe, expect, it } from 'vitest';
import { report } from '../../src/report/schema.ts';
import { breachOf } from '../support/published.ts';
import { loyalty, start } from './binary.ts';
import { type NightFolder, nightFolder, readNight } from './night-shop.ts';

const outputs = `
indicators:
  only: [orders, revenue, retention_rate]
outputs:
  - {format: json, path: "out/{period}/kpi.json"}
  - {format: csv, path: "out/{period}/kpi.csv"}
  - {format: markdown, path: "out/{period}/kpi.md"}
  - {format: table, path: "out/{period}/kpi.txt"}
  - {format: openmetrics, path: "out/{period}/kpi.prom"}
history: out/history.ndjson
`;

/** The same with a check, and a report of it. */
const checked = `${outputs.replace('history', '  - {format: junit, path: "out/{period}/checks.xml"}\nhistory')}
checks:
  - orders >= 1
`;

const run = (shop: NightFolder, ...flags: string[]) =>
  loyalty(['run', '--as-of', '2021-08-15', ...flags], { cwd: shop.folder, env: { GITHUB_ACTIONS: '' } });

const names = (period: string, files: readonly string[]): string[] =>
  files.map((name) => `out/${period}/${name}`);

const all = ['checks.xml', 'kpi.csv', 'kpi.json', 'kpi.md', 'kpi.prom', 'kpi.txt', 'manifest.json'];

describe('a night', () => {
  it('writes every output of the last month, a history and a manifest that names them by their hashes', async () => {
    const shop = nightFolder(checked);
    const { code, stdout, stderr } = await run(shop);
    expect([code, stderr.includes('bug')]).toEqual([0, false]);
    expect(shop.made()).toEqual(['out', 'out/2021-07', ...names('2021-07', all), 'out/history.ndjson']);
    const night = readNight(shop.path('out/2021-07'), 'manifest.json')!;
    const { manifest } = night;
    expect(manifest.period).toMatchObject({ label: '2021-07', start: '2021-07-01', stop: '2021-08-01' });
    expect(manifest.asOf).toBe('2021-08-15');
    expect(manifest.history).toBe('../history.ndjson');
    expect(manifest.inputs.map(({ path, records }) => [path, records])).toEqual([['orders.csv', 58]]);
    expect(manifest.outputs.map(({ path, format }) => [path, format])).toEqual([
      ['kpi.json', 'json'],
      ['kpi.csv', 'csv'],
      ['kpi.md', 'markdown'],
      ['kpi.txt', 'table'],
      ['kpi.prom', 'openmetrics'],
      ['checks.xml', 'junit'],
    ]);
    const figures = report.parse(JSON.parse(shop.read('out/2021-07/kpi.json')!)).figures;
    for (const figure of figures)
      expect(manifest.figures).toContainEqual(
        expect.objectContaining({ id: figure.id, value: figure.value, status: figure.status }),
      );
    for (const name of all) expect(stdout).toContain(`out/2021-07/${name}`);
  });

  it('has a manifest that its published schema accepts', async () => {
    const shop = nightFolder(outputs);
    await run(shop);
    const written = JSON.parse(shop.read('out/2021-07/manifest.json')!);
    expect(breachOf('manifest', written)).toBeNull();
    expect(breachOf('manifest', { ...written, asOf: 7 })).toContain('/asOf must be string');
  });

  it('run twice is the same night, byte for byte, from wherever it is run', async () => {
    const shop = nightFolder(outputs);
    await run(shop);
    const files = shop.made().filter((name) => /\.\w+$/.test(name));
    const before = files.map(shop.read);
    await loyalty(['run', '--as-of', '2021-08-15'], {
      cwd: shop.folder,
      env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR' },
    });
    expect(files.map(shop.read)).toEqual(before);
    expect(shop.made()).toContain('out/history.ndjson');
  });

  it('writes its outputs though a check fails or cannot be told, and ends with 1 or 4', async () => {
    for (const [check, code, counted] of [
      ['orders >= 1', 0, { pass: 1, warn: 0, fail: 0, error: 0 }],
      ['orders >= 1000000', 1, { pass: 0, warn: 0, fail: 1, error: 0 }],
      ['orders[channel=moon] >= 1', 4, { pass: 0, warn: 0, fail: 0, error: 1 }],
    ] as const) {
      const shop = nightFolder(`${outputs}checks:\n  - ${check}\n`);
      const ended = await run(shop);
      expect(ended.code).toBe(code);
      const night = readNight(shop.path('out/2021-07'), 'manifest.json')!;
      expect(night.manifest.checks).toEqual(counted);
      expect(JSON.parse(night.files[0]!).checks).toHaveLength(1);
    }
  });

  it('writes nothing at all for what is wrong in the configuration or in an export', async () => {
    const wrong: readonly (readonly [
      configuration: string,
      orders: string | null,
      code: number,
      said: string,
    ])[] = [
      ['period: 2021\n', null, 2, 'says nothing under outputs'],
      ['outputs:\n  - {format: pdf, path: a.pdf}\n', null, 2, 'outputs[0].format'],
      ['outputs:\n  - {format: json, path: "{month}.json"}\n', null, 2, '{period} may stand, and no other'],
      ['outputs:\n  - {format: json, path: orders.csv}\n', null, 2, 'is one of the inputs'],
      [
        'outputs:\n  - {format: json, path: new/a.json}\n  - {format: csv, path: new/a.json}\n',
        null,
        2,
        'twice',
      ],
      [
        'outputs:\n  - {format: json, path: "{period}/a.json"}\n  - {format: csv, path: last.csv}\n',
        null,
        2,
        '{period}',
      ],
      [`${outputs}manifest: "out/{period}/manifest.json"\nrestate: -1\n`, null, 2, 'restate'],
      [outputs.replace('.ndjson', '.txt'), null, 2, 'history'],
      [checked.replace(/checks:[\s\S]*/, ''), null, 2, 'There is nothing to check'],
      [outputs, 'order_id,customer_id,ordered_at,amount\n1,A,2021-07-01', 3, 'loyalty: '],
      [outputs, '', 3, 'loyalty: '],
    ];
    for (const [configuration, orders, code, said] of wrong) {
      const shop = nightFolder(configuration);
      if (orders !== null) shop.write('orders.csv', orders);
      const ended = await run(shop);
      expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(said)]);
      expect(shop.made()).toEqual([]);
    }
  });

  it('needs a configuration', async () => {
    const { code, stderr } = await loyalty(['run'], { cwd: `${nightFolder('').folder}/..` });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no configuration')]);
  });

  it('that is older never replaces a newer one, unless it is forced to', async () => {
    const shop = nightFolder(`${outputs}manifest: out/manifest.json\n`);
    await run(shop);
    const before = shop.made().map((name) => [name, /\.\w+$/.test(name) ? shop.read(name) : '']);
    const old = await run(shop, '--as-of', '2021-08-14', '--period', '2021-06');
    expect([old.code, old.stderr]).toEqual([
      5,
      expect.stringContaining('as of 2021-08-15 and this run as of 2021-08-14'),
    ]);
    expect(shop.made().map((name) => [name, /\.\w+$/.test(name) ? shop.read(name) : ''])).toEqual(before);
    expect((await run(shop, '--as-of', '2021-08-14', '--period', '2021-06', '--force')).code).toBe(0);
    expect(readNight(shop.path('out'), 'manifest.json')!.manifest.period.label).toBe('2021-06');
  });

  it('never takes a file of somebody else for its manifest', async () => {
    const shop = nightFolder(`${outputs}manifest: package.json\n`);
    shop.write('package.json', '{"name": "shop"}\n');
    const { code, stderr } = await run(shop);
    expect([code, stderr]).toEqual([5, expect.stringContaining('is none of mine')]);
    expect(shop.read('package.json')).toBe('{"name": "shop"}\n');
    expect(shop.made()).toEqual(['package.json']);
  });

  it('can be told before it is written', async () => {
    const shop = nightFolder(checked);
    const { code, stdout } = await run(shop, '--dry-run', '--reporter', 'junit=report.xml');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing is written. For 2021-07, as of 2021-08-15, it would be:');
    for (const name of names('2021-07', all)) expect(stdout).toContain(name);
    expect(shop.made()).toEqual([]);
  });

  it('tells of itself in French', async () => {
    const { stdout } = await run(nightFolder(outputs), '--lang', 'fr');
    expect(stdout).toContain('Écrit pour 2021-07, au 2021-08-15');
  });

  it('names the files of a period to date in a way a file system takes', async () => {
    const shop = nightFolder(outputs);
    expect((await run(shop, '--period', 'ytd')).code).toBe(0);
    expect(shop.made()).toContain('out/ytd-2021-01-01..2021-08-14/kpi.json');
  });

  it('interrupted gives its lock back and takes its folders away', async () => {
    const shop = nightFolder(outputs);
    for (const [signal, code] of [
      ['SIGTERM', 143],
      ['SIGINT', 130],
    ] as const) {
      const held = start(['run', '--as-of', '2021-08-15'], { cwd: shop.folder });
      while (!shop.made().some((name) => name.endsWith('.loyalty-lock')))
        await new Promise((done) => setTimeout(done, 5));
      held.kill(signal);
      expect((await held).exitCode).toBe(code);
      expect(shop.made()).toEqual([]);
    }
  });

  it('cannot write where it may not, and says so with 5', async () => {
    const shop = nightFolder(outputs.replaceAll('out/', 'orders.csv/'));
    const { code, stderr } = await run(shop);
    expect([code, stderr]).toEqual([5, expect.stringContaining('could not be written (')]);
    expect(shop.made()).toEqual([]);
  });
});
