import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loyalty, root } from './binary.ts';
import { scratch } from './scratch.ts';

const { folder, write } = scratch();

cpSync(`${root}fixtures/small/orders.csv`, `${folder}/orders.csv`);

const config = `sources:
  - { role: orders, path: orders.csv }
period: 2021-Q2
define:
  - id: regulars
    title: { en: Regular customers, fr: Clients réguliers }
    grain: customer
    unit: share
    better: higher
    numerator: count where orders_in >= 2
    denominator: count where orders_in > 0
  - id: large_orders
    grain: order
    unit: count
    numerator: count where amount >= 1000000
  - id: age_of_the_new
    grain: customer
    unit: days
    numerator: sum days_at_start where is_new
    denominator: count where is_new
`;

const ask = (command: string, ...flags: string[]) =>
  loyalty([command, '--as-of', '2022-01-01', ...flags], { cwd: folder });

describe('an indicator of one’s own', () => {
  it('stands among the figures, in every format', async () => {
    write('loyalty.config.yaml', config);
    const json = await ask('kpi', '--format', 'json');
    const { figures } = JSON.parse(json.stdout);
    expect(figures.find(({ id }: { id: string }) => id === 'regulars')).toMatchObject({
      ...{ numerator: 4, denominator: 13, unit: 'share', status: 'ok' },
      interval: { method: 'wilson' },
    });
    for (const format of ['table', 'csv', 'markdown']) {
      const { code, stdout } = await ask('kpi', '--format', format, '--only', 'regulars');
      expect(code).toBe(0);
      expect(stdout).toContain(format === 'csv' ? 'regulars' : 'Regular customers');
    }
  });

  it('holds a build: 0 where it passes, 1 where it breaks, 4 where it is misspelt or stands on nothing', async () => {
    write('loyalty.config.yaml', config);
    expect(await ask('check', '--check', 'regulars >= 30%')).toMatchObject({ code: 0 });
    expect(await ask('check', '--check', 'regulars >= 31%')).toMatchObject({ code: 1 });
    expect(await ask('check', '--check', 'regulars >= 30% confidence')).toMatchObject({ code: 0 });
    expect(await ask('check', '--check', 'large_orders <= 0')).toMatchObject({ code: 0 });
    const misspelt = await ask('check', '--check', 'regular >= 30%');
    expect(misspelt).toMatchObject({ code: 4 });
    expect(misspelt.stdout).toContain('did you mean regulars?');
    expect(await ask('check', '--check', 'large_orders <= 0', '--period', '2018-Q1')).toMatchObject({
      code: 4,
    });
    expect(await ask('check', '--check', 'regulars >= 130%')).toMatchObject({ code: 2 });
    expect(await ask('check', '--check', 'age_of_the_new >= 0')).toMatchObject({ code: 1 });
    expect(await ask('check', '--check', 'age_of_the_new >= -91')).toMatchObject({ code: 0 });
    expect(await ask('check', '--check', 'regulars[channel=web] <= 50%', '--min-group', '1')).toMatchObject({
      code: 0,
    });
  });

  it('holds against a baseline of its own', async () => {
    write('loyalty.config.yaml', config);
    write('before.json', (await ask('kpi', '--format', 'json')).stdout);
    const check = ['--check', 'regulars max_drop 1pts against=baseline', '--baseline', 'before.json'];
    expect(await ask('check', ...check)).toMatchObject({ code: 0 });
    const { code } = await ask('check', ...check, '--period', '2021-Q1');
    expect(code).toBe(1);
  });

  it('is listed and explained, by what is written of it and where', async () => {
    write('loyalty.config.yaml', config);
    const ask = async (...argv: string[]) => (await loyalty(argv, { cwd: folder })).stdout;
    const listed = await ask('list', '--width', '120');
    expect(listed).toContain('\nYour own, in loyalty.config.yaml\n  Regular customers ');
    expect(listed).toMatch(/ regulars +% +loyalty\.config\.yaml:5\n/);
    expect(listed).toMatch(/ large_orders +count +loyalty\.config\.yaml:12\n/);
    expect(await ask('list', '--lang', 'fr')).toContain('\n  Clients réguliers ');
    expect(await ask('list', '--no-config')).not.toContain('regulars');
    expect(await ask('explain', 'regulars', 'large_orders')).toBe(
      `Regular customers  regulars

numerator    count where orders_in >= 2
denominator  count where orders_in > 0
unit         a share, in percent; higher is better
needs        the orders with customer_id or email
interval     95% Wilson score interval
source       declared in loyalty.config.yaml:5

large_orders  large_orders

numerator  count where amount >= 1000000
unit       a count; neither way is better
needs      the orders with amount
interval   none
source     declared in loyalty.config.yaml:12
`,
    );
    const misspelt = await loyalty(['explain', 'regular'], { cwd: folder });
    expect(misspelt).toMatchObject({ code: 2 });
    expect(misspelt.stderr).toContain('did you mean regulars?');
    expect(await loyalty(['explain', 'regulars', '--no-config'], { cwd: folder })).toMatchObject({ code: 2 });
    write('loyalty.config.yaml', 'perod: 2021\n');
    const broken = await loyalty(['list'], { cwd: folder });
    expect(broken).toMatchObject({ code: 0 });
    expect(broken.stderr).toContain('bad_config');
    const named = ['list', '--config', 'loyalty.config.yaml'];
    expect(await loyalty(named, { cwd: folder })).toMatchObject({ code: 2 });
  });

  it('is called by its title where it is checked, in every report and language', async () => {
    write('loyalty.config.yaml', config);
    const check = ['--check', 'regulars >= 31%', '--check', 'large_orders <= 3'];
    const said = async (...flags: string[]) => (await ask('check', ...check, ...flags)).stdout;
    expect(await said()).toMatch(/^✖ Regular customers {2}30\.8%/m);
    expect(await said()).toMatch(/^✔ large_orders /m);
    expect(await said('--lang', 'fr')).toMatch(/^✖ Clients réguliers {2}30,8/m);
    expect(await said('--reporter', 'junit')).toContain('message="Regular customers: 30.8%');
    expect(await said('--reporter', 'github-summary')).toContain('| ✖ Regular customers |');
    expect(await said('--reporter', 'github-summary')).toContain('\n| Regular customers | 30.8% |');
    expect(await said('--reporter', 'github=-', '--lang', 'fr')).toContain(
      'title=Clients réguliers - échoué',
    );
    expect(JSON.parse(await said('--reporter', 'json')).checks[0].message).toMatch(/^Regular customers: /);
    const page = await ask('kpi', ...check, '--format', 'markdown', '--lang', 'fr');
    expect(page.stdout).toContain('| ✖ Clients réguliers |');
  });

  it('is written by a night, and told again where a closed period changed', async () => {
    write(
      'loyalty.config.yaml',
      `${config}outputs:\n  - { format: json, path: out/kpi.json }\nhistory: history.ndjson\n`,
    );
    expect(await ask('run', '--period', '2021-Q2')).toMatchObject({ code: 0 });
    write(
      'orders.csv',
      'order_id,customer_id,ordered_at,amount,status\n1,a,2021-01-10,5.00,paid\n2,a,2021-05-01,1000000.00,paid\n3,a,2021-05-02,5.00,paid\n4,b,2021-12-31,5.00,paid\n',
    );
    const again = await ask('run', '--period', '2021-Q2', '--as-of', '2022-01-02');
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain('regulars 30.8% (4/13) → 100.0% (1/1)');
    expect(again.stdout).toContain('large_orders 0 → 1');
    cpSync(`${root}fixtures/small/orders.csv`, `${folder}/orders.csv`);
  });
});
