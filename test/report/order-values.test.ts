import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { figure, reportOf, run } from '../support/cli.ts';
import { random } from '../support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-order-values-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const file = (lines: readonly string[]): string => {
  const path = join(folder, `orders-${made++}.csv`);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
};

const config = join(folder, 'loyalty.json');
const profile = (idCarried: boolean) => ({
  id: idCarried ? 'carried' : 'whole',
  title: 'A shop',
  role: 'orders',
  recognise: { has: [[idCarried ? 'Carried' : 'Whole'], ['Day'], ['Total']] },
  grain: 'lines',
  amountOf: 'order',
  idCarried,
  fields: {
    order_id: ['Carried', 'Whole'],
    email: ['Mail'],
    ordered_at: ['Day'],
    amount: ['Total'],
    refunded: ['Back'],
    currency: ['Currency'],
    channel: ['Channel'],
    quantity: ['Pieces'],
    category: ['Kind'],
  },
  refunds: 'column',
});
writeFileSync(config, JSON.stringify({ profiles: [profile(false), profile(true)] }));

const flags = [
  '--config',
  config,
  '--period=2021-01',
  '--as-of=2021-03-01',
  '--compare=none',
  '--max-rejects=100%',
];
const names = 'Mail,Day,Total,Back,Currency,Channel,Pieces,Kind';
const whole = `Whole,${names}`;
const carried = `Carried,${names}`;

/** Orders, revenue, pieces of all orders, and what became of the records. */
const answers = async (paths: readonly string[], ...more: string[]) => {
  const report = await reportOf([...paths, ...flags, ...more]);
  const of = (id: string) => figure(report, id);
  return {
    orders: of('orders').value,
    revenue: of('revenue').exact,
    pieces: of('items_per_order').numerator,
    refunds: of('refunds').exact,
    accounts: report.inputs.map(({ reconciliation: { accepted, excluded, rejected } }) => ({
      accepted,
      excluded,
      rejected,
    })),
    warnings: report.warnings.map(({ code }) => code),
  };
};
const refusal = async (paths: readonly string[], ...more: string[]): Promise<string> => {
  const { code, stderr } = await run(['kpi', ...paths, ...flags, ...more]);
  expect(code).toBe(3);
  return stderr;
};

/** Two orders: 30.00 of three lines and 4 pieces, 10.00 of one line and one piece; the first one's values repeated or not. */
const repeated = [
  'x1,a@x.example,2021-01-05,30.00,5.00,EUR,web,1,home',
  'x1,a@x.example,2021-01-05,30.00,5.00,EUR,web,2,garden',
  'x1,a@x.example,2021-01-05,30.00,5.00,EUR,web,1,home',
  'x2,b@x.example,2021-01-06,10.00,0.00,EUR,shop,1,home',
];
const blank = [
  'x1,a@x.example,2021-01-05,30.00,5.00,EUR,web,1,home',
  'x1,a@x.example,,,,,,2,garden',
  'x1,a@x.example,,,,,,1,home',
  'x2,b@x.example,2021-01-06,10.00,0.00,EUR,shop,1,home',
];
const idless = [
  'x1,a@x.example,2021-01-05,30.00,5.00,EUR,web,1,home',
  ',,,,,,,2,garden',
  ',,,,,,,1,home',
  'x2,b@x.example,2021-01-06,10.00,0.00,EUR,shop,1,home',
];
const both = { orders: 2, revenue: '35.00', pieces: 5, refunds: '5.00' };

describe('an order whose rows hold the values of the whole order', () => {
  it.each([
    ['on every row', whole, repeated],
    ['on its first row', whole, blank],
    ['on its first row, the others without an id', carried, idless],
  ])('counts them once: %s', async (_, header, rows) => {
    expect(await answers([file([header, ...rows])])).toMatchObject({
      ...both,
      accounts: [{ accepted: 4, rejected: {} }],
    });
  });

  it.each([
    ['repeated', repeated],
    ['blank', blank],
  ])('does so in whatever order its rows stand: %s', async (_, rows) => {
    const { shuffle } = random(7);
    for (let turn = 0; turn < 4; turn++)
      expect(await answers([file([whole, ...shuffle(rows)])])).toMatchObject(both);
    expect(await answers([file([whole, ...rows.toReversed()])])).toMatchObject(both);
  });

  it('is dated by its only date, wherever it stands', async () => {
    expect(await answers([file([whole, ...blank.toReversed()])])).toMatchObject(both);
    const december = blank.map((row) => row.replace('2021-01-05', '2020-12-31'));
    expect(await answers([file([whole, ...december])])).toMatchObject({
      orders: 1,
      revenue: '10.00',
      pieces: 1,
    });
  });

  it('is refused where its rows say different totals, refunds or currencies', async () => {
    for (const [from, to] of [
      ['30.00', '31.00'],
      ['5.00', '6.00'],
      ['EUR', 'USD'],
    ] as const) {
      const rows = repeated.map((row, index) => (index === 1 ? row.replace(from, to) : row));
      expect(await refusal([file([whole, ...rows])])).toContain('1 orders of');
    }
  });

  it('may say its refund on one row, or on all of them', async () => {
    const late = blank.map((row, index) =>
      index === 0 ? row.replace('5.00', '') : index === 2 ? row.replace(',,,,,,1', ',,,5.00,,,1') : row,
    );
    expect(await answers([file([whole, ...late])])).toMatchObject(both);
  });

  it('stands in one file: in two, its lines would count twice, and both are refused', async () => {
    for (const total of ['30.00', '20.00']) {
      const again = repeated.slice(0, 3).map((row) => row.replace('30.00', total));
      expect(await refusal([file([whole, ...repeated]), file([whole, ...again])])).toMatch(/\b1 order/);
    }
  });

  it('is rejected whole with the row that holds its amount', async () => {
    const wrong = idless.map((row) => row.replace('2021-01-05', '2021-01-35'));
    expect(await answers([file([carried, ...wrong])])).toMatchObject({
      orders: 1,
      revenue: '10.00',
      pieces: 1,
      accounts: [{ accepted: 1, rejected: { bad_ordered_at: 3 } }],
    });
  });

  it('is rejected whole where no row holds an amount', async () => {
    const none = blank.map((row) => row.replace('30.00', ''));
    expect(await answers([file([whole, ...none])])).toMatchObject({
      orders: 1,
      revenue: '10.00',
      accounts: [{ accepted: 1, rejected: { bad_amount: 3 } }],
    });
  });

  it('begins with the row of its id: rows above it belong to nobody', async () => {
    const [head, second, third, other] = idless as [string, string, string, string];
    expect(await answers([file([carried, second, head, third, other])])).toMatchObject({
      orders: 2,
      revenue: '35.00',
      pieces: 3,
      accounts: [{ accepted: 3, rejected: { no_order_id: 1 } }],
    });
  });

  it('gives its id to no row of the next file', async () => {
    const found = await answers([
      file([carried, ...idless]),
      file([carried, ...idless.slice(1, 3), 'x3,,2021-01-07,1.00,,EUR,web,1,home']),
    ]);
    expect(found).toMatchObject({ orders: 3, revenue: '36.00', pieces: 6 });
    expect(found.accounts.map(({ rejected }) => rejected)).toEqual([{}, { no_order_id: 2 }]);
  });
});

describe('rules about rows', () => {
  it.each([
    ['repeated', whole, repeated],
    ['blank', whole, blank],
    ['without an id', carried, idless],
  ])('that speak of the whole order reach all its rows: %s', async (_, header, rows) => {
    const path = file([header, ...rows]);
    expect(await answers([path], '--only-where=orders.channel=web')).toMatchObject({
      orders: 1,
      revenue: '25.00',
      pieces: 4,
    });
    expect(await answers([path], '--exclude=orders.channel=web')).toMatchObject({
      orders: 1,
      revenue: '10.00',
      pieces: 1,
    });
    expect(await answers([path], '--only-where=orders.channel=shop')).toMatchObject({
      orders: 1,
      revenue: '10.00',
      pieces: 1,
      accounts: [{ accepted: 1, excluded: 3 }],
    });
    expect(await answers([path], '--exclude=orders.channel=')).toMatchObject(both);
    expect(await answers([path], '--currency=EUR')).toMatchObject(both);
  });

  it.each([
    ['repeated', whole, repeated],
    ['blank', whole, blank],
    ['without an id', carried, idless],
  ])('that speak of a line reach that line alone: %s', async (_, header, rows) => {
    const path = file([header, ...rows]);
    const found = { orders: 2, revenue: '35.00', pieces: 3, accounts: [{ accepted: 3, excluded: 1 }] };
    expect(await answers([path], '--exclude=orders.category=garden')).toMatchObject(found);
    expect(await answers([path], '--only-where=orders.category=home')).toMatchObject(found);
  });

  it('pick the currency of an order whose other rows leave it blank', async () => {
    const dollars = [...idless, 'x3,c@x.example,2021-01-07,7.00,,USD,web,3,home', ',,,,,,,9,home'];
    expect(await answers([file([carried, ...dollars])], '--currency=EUR')).toMatchObject(both);
    expect(await answers([file([carried, ...dollars])], '--currency=USD')).toMatchObject({
      orders: 1,
      revenue: '7.00',
      pieces: 12,
    });
  });
});
