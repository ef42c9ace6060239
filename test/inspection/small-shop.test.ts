import { beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../src/inspection/schema.ts';
import { reportOf } from '../support/cli.ts';
import { inspected } from './inspected.ts';

const small = (role: string): string => `fixtures/small/${role}.csv`;
const files = ['orders', 'customers', 'surveys', 'content', 'spend'].map(small);
const asOf = ['--as-of', '2022-01-01'];

/** The numbers stand in fixtures/small/README.md, or are counted off its table of who ordered when. */
describe('the small shop, inspected', () => {
  let found: Inspection;

  beforeAll(async () => {
    const answer = await inspected([...files, ...asOf]);
    expect(answer.code).toBe(0);
    expect(answer.stderr).toBe('');
    found = answer.found;
  });

  it('has five files whose kind their columns tell', () => {
    expect(found.files.map(({ path, role, roleBy }) => [path, role, roleBy.kind])).toEqual(
      ['orders', 'customers', 'surveys', 'content', 'spend'].map((role) => [small(role), role, 'columns']),
    );
  });

  it('has 56 orders over two years, 3 of them guests’, the others of 20 customers', () => {
    expect(found.orders).toMatchObject({
      grain: 'orders',
      orders: 56,
      first: '2020-01-01',
      last: '2021-12-31',
      customers: 20,
      guestOrders: 3,
      guestShare: 3 / 56,
      repeatedRows: 1,
      refunds: { orders: 1, sum: '30.0000', unlinked: 0 },
    });
  });

  it('has 16 customers who came back: all but C10, C16, C18 and C19', () => {
    expect(found.orders?.returned).toBe(16);
  });

  it('has the orders of each month, and two months without any', () => {
    const months = found.orders!.months;
    expect(months.map(({ orders }) => orders)).toEqual([
      2, 3, 1, 2, 2, 2, 0, 2, 1, 1, 2, 2, 4, 4, 3, 7, 4, 7, 2, 0, 1, 1, 2, 1,
    ]);
    expect(months.filter(({ remark }) => remark === 'empty').map(({ month }) => month)).toEqual([
      '2020-07',
      '2021-08',
    ]);
    expect(months.filter(({ remark }) => remark === 'drop')).toEqual([
      { month: '2021-07', orders: 2, newCustomers: 0, remark: 'drop', usual: 7 },
    ]);
  });

  it('has the first orders of each month: C01 and C02 in the first', () => {
    expect(found.orders!.months.map(({ newCustomers }) => newCustomers)).toEqual([
      2, 2, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 2, 1, 2, 1, 0, 2, 0, 0, 0, 0, 1, 0,
    ]);
    expect(found.orders!.firstOrders).toEqual({
      month: '2020-01',
      customers: 2,
      share: 0.1,
      historyMonths: 24,
      usual: 1,
      truncated: false,
    });
  });

  it('has statuses, of which cancelled does not count, and one currency', () => {
    expect(found.statuses).toEqual([
      { word: 'paid', rows: 56, counts: true },
      { word: 'cancelled', rows: 1, counts: false },
      { word: 'partially_refunded', rows: 1, counts: true },
    ]);
    expect(found.currencies).toEqual([{ word: 'EUR', rows: 58 }]);
  });

  it('has 21 contracts of 20 people, 25 answers of 16, 33 reads of 9, 12 sums spent', () => {
    expect(
      found.others.map(({ role, rows, people, first, last }) => [role, rows, people, first, last]),
    ).toEqual([
      ['customers', 21, 20, '2020-01-01', '2021-07-01'],
      ['surveys', 25, 16, '2020-12-31', '2021-10-01'],
      ['content', 33, 9, '2021-01-08', '2021-07-01'],
      ['spend', 12, 0, '2020-11-10', '2021-11-20'],
    ]);
    expect(found.others.find(({ role }) => role === 'spend')?.kinds).toEqual([
      { kind: 'acquisition', rows: 8 },
      { kind: 'retention', rows: 4 },
    ]);
  });

  it('lacks no figure of its last month but one of a history there is', () => {
    expect(found.lacking).toEqual([]);
  });

  it('shows columns by shape alone', () => {
    const email = found.files[0]!.columns.find(({ name }) => name === 'email');
    expect(email).toEqual({
      name: 'email',
      fields: ['email'],
      sampled: 58,
      filled: 55,
      shapes: [{ shape: 'a@a.a', count: 55 }],
      values: null,
    });
    expect(JSON.stringify(found)).not.toMatch(/example\.com|C01/);
  });

  it('accounts for its files as kpi does', async () => {
    const [orders, customers, surveys, content, spend] = files as [string, string, string, string, string];
    const { inputs } = await reportOf([
      ...[orders, '--customers', customers, '--surveys', surveys],
      ...['--content', content, '--spend', spend, ...asOf],
    ]);
    const account = (of: {
      path: string;
      records: number | null;
      sha256: string | null;
      reconciliation: unknown;
    }) => [of.path, of.records, of.sha256, of.reconciliation];
    expect(found.files.map(account)).toEqual(inputs.map(account));
  });
});

describe('the figures that will have no value', () => {
  it('are those kpi leaves without one in the last month of the data', async () => {
    const argv = [small('orders'), ...asOf];
    const { found } = await inspected(argv);
    const report = await reportOf([...argv, '--period', '2021-12']);
    const without = report.figures
      .filter(({ status, notes }) => status === 'unavailable' || notes.includes('history_short_for_lifespan'))
      .map(({ id }) => id);
    expect(found.lacking!.map(({ id }) => id)).toEqual(without);
    expect(without.length).toBeGreaterThan(5);
  });

  it('say for want of what: of one month of orders there is no history', async () => {
    const lines = [
      'order_id,customer_id,ordered_at,amount',
      'A,C1,2021-05-03,10.00',
      'B,C2,2021-05-20,5.00',
      '',
    ];
    const { found } = await inspected(['-', ...asOf], lines.join('\n'));
    expect(found.lacking).toContainEqual({ id: 'retention_rate', needs: [], reason: 'no_history' });
    expect(found.lacking).toContainEqual({
      id: 'net_promoter_score',
      needs: ['surveys.score'],
      reason: null,
    });
  });
});
