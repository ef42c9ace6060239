import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { figure, reportOf, run } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-several-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
const file = (...lines: string[]): string => {
  written += 1;
  const path = join(folder, `${written}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const january = [
  '--period=2021-01',
  '--as-of=2021-03-01',
  '--data-through=2021-02-28',
  '--compare=none',
  '--min-group=1',
];
const counts = (of: Awaited<ReturnType<typeof reportOf>>, id: string) => {
  const { numerator, denominator } = figure(of, id);
  return [numerator, denominator];
};

const orders = file('order_id,customer_id,date,amount', '1,A,2021-01-10,10', '2,B,2021-01-12,5');
const ids = file('customer_id,answered_at,score', 'A,2021-01-10,3');
const emails = file('email,answered_at,score', 'a@x.example,2021-01-20,10');
const customers = file('customer_id,email,country', 'A,a@x.example,FR', 'B,b@x.example,DE');

describe('surveys in several files', () => {
  it('keep a person’s last answer to each question', async () => {
    const scores = file('customer_id,answered_at,score', 'A,2021-01-10,9', 'B,2021-01-11,3');
    const satisfied = file('customer_id,answered_at,satisfaction', 'A,2021-01-20,5', 'C,2021-01-21,2');
    for (const answers of ['first', 'last', 'all']) {
      const told = await reportOf([
        ...january,
        `--answers=${answers}`,
        `--surveys=${scores}`,
        `--surveys=${satisfied}`,
      ]);
      expect(counts(told, 'net_promoter_score')).toEqual([0, 2]);
      expect(counts(told, 'satisfaction_rate')).toEqual([1, 2]);
    }
  });

  const both = file('customer_id,email,answered_at,score', 'A,,2021-01-10,3', ',a@x.example,2021-01-20,10');

  it.each([
    ['a file without ids finds them by e-mail', [ids, emails], [1, 1]],
    ['in a file with ids, a row without one is known by its e-mail alone', [both], [0, 2]],
  ])('%s', async (_, surveys, expected) => {
    const told = await reportOf([
      orders,
      ...january,
      `--customers=${customers}`,
      ...surveys.map((path) => `--surveys=${path}`),
    ]);
    expect(counts(told, 'net_promoter_score')).toEqual(expected);
  });
});

it('readers are found by the e-mail of their own row where the orders know no id', async () => {
  const byEmail = file(
    'order_id,email,date,amount',
    '1,a@x.example,2021-01-10,10',
    '2,a@x.example,2021-01-12,10',
    '3,b@x.example,2021-01-12,10',
    '4,b@x.example,2021-01-12,10',
  );
  const opens = file('customer_id,email,occurred_at,kind', '7,a@x.example,2021-01-10,open');
  const told = await reportOf([byEmail, ...january, `--content=${opens}`]);
  expect(counts(told, 'content_consumption_rate')).toEqual([1, 2]);
});

describe('orders in several files', () => {
  const copied = file(
    'order_id,customer_id,date,amount',
    '1,A,2021-01-10,10',
    '1,A,2021-01-10,10',
    '2,B,2021-01-11,5',
  );
  const withoutIds = file('customer_id,date,amount', 'C,2021-01-10,7', 'C,2021-01-10,7');

  it.each([[[copied, withoutIds]], [[withoutIds, copied]]])(
    'are folded where they have ids, whatever the others have',
    async (paths) => {
      const told = await reportOf([...paths, ...january]);
      expect(figure(told, 'orders').value).toBe(4);
      expect(figure(told, 'revenue').exact).toBe('29.00');
      expect(told.inputs.map(({ reconciliation }) => reconciliation.duplicates).sort()).toEqual([0, 1]);
    },
  );

  it('are refused where the same id says something else, whatever the others have', async () => {
    const other = file('order_id,customer_id,date,amount', '1,A,2021-01-10,11');
    expect((await run(['kpi', copied, other, withoutIds, ...january])).code).toBe(3);
  });

  it('are refused where different currency signs stand beside their amounts', async () => {
    const euros = file('order_id,customer_id,date,amount', '1,A,2021-01-10,€10.00');
    const dollars = file('order_id,customer_id,date,amount', '2,B,2021-01-11,$5.00');
    const { code, stdout, stderr } = await run(['kpi', euros, dollars, ...january]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('EUR, USD');
  });
});

describe('a breakdown', () => {
  const byChannel = file(
    'order_id,customer_id,date,amount,channel,category',
    '1,A,2021-01-10,10,web,tea',
    '2,A,2021-01-12,10,shop,cup',
    '3,A,2021-01-12,10,shop,tea',
  );
  const members = file('customer_id,country,points_earned,points_redeemed', 'A,FR,10,5');

  it('counts the categories of the segment’s own orders', async () => {
    const told = await reportOf([byChannel, ...january, '--by=channel']);
    expect(figure(told, 'categories_per_customer', { channel: 'web' }).value).toBe(1);
    expect(figure(told, 'categories_per_customer', { channel: 'shop' }).value).toBe(2);
    expect(figure(told, 'categories_per_customer').value).toBe(2);
  });

  it('leaves whole what has no such attribute', async () => {
    const told = await reportOf([
      byChannel,
      ...january,
      '--by=channel',
      `--surveys=${ids}`,
      `--customers=${members}`,
    ]);
    for (const id of ['net_promoter_score', 'points_redemption_rate'])
      expect(told.figures.filter((one) => one.id === id).map(({ segment }) => segment)).toEqual([null]);
  });

  it('withholds small segments of members, and of customers who did not order in the period', async () => {
    const points = await reportOf([
      `--customers=${members}`,
      '--period=2021-01',
      '--as-of=2021-03-01',
      '--by=customer.country',
    ]);
    expect(figure(points, 'points_redemption_rate', { 'customer.country': 'FR' }).notes).toEqual([
      'suppressed',
    ]);
    const later = await reportOf([
      byChannel,
      '--period=2021-03',
      '--as-of=2021-04-01',
      '--data-through=2021-03-31',
      '--by=channel',
    ]);
    expect(figure(later, 'historic_value', { channel: 'web' }).notes).toEqual(['suppressed']);
    expect(figure(later, 'historic_value').value).toBe(30);
  });
});

describe('a filter', () => {
  const accented = file(
    'order_id,customer_id,date,amount,channel',
    '1,A,2021-01-10,10,Cafe\u0301',
    '2,B,2021-01-12,10,web\u00a0',
    '3,B,2021-01-12,10,50%_\\x',
  );

  it.each(['Café', 'web', 'Cafe\u0301', '50%_\\x', 'we*'])(
    'finds %s as a breakdown names it',
    async (value) => {
      const told = await reportOf([accented, ...january, `--exclude=orders.channel=${value}`]);
      expect(told.inputs[0]!.reconciliation.excluded).toBe(1);
      expect(figure(told, 'orders').value).toBe(2);
    },
  );

  it.each(['--exclude', '--only-where'])('%s of files that are not given is refused', async (flag) => {
    const { code, stderr } = await run(['kpi', orders, ...january, flag, 'customers.country=FR']);
    expect(code).toBe(2);
    expect(stderr).toContain('customers');
  });
});
