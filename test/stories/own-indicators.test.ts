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

  it('is written by a night, and told again where a closed period changed', async () => {
    write(
      'loyalty.config.yaml',
      `${config}outputs:\n  - { format: json, path: out/kpi.json }\nhistory: history.ndjson\n`,
    );
    expect(await ask('run', '--period', '2021-Q2')).toMatchObject({ code: 0 });
    write(
      'orders.csv',
      'order_id,customer_id,ordered_at,amount,status\n1,a,2021-01-10,5.00,paid\n2,a,2021-05-01,5.00,paid\n3,a,2021-05-02,5.00,paid\n4,b,2021-12-31,5.00,paid\n',
    );
    const again = await ask('run', '--period', '2021-Q2', '--as-of', '2022-01-02');
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain('regulars');
    cpSync(`${root}fixtures/small/orders.csv`, `${folder}/orders.csv`);
  });
});
