import { describe, expect, it } from 'vitest';
import { inspected } from '../inspection/inspected.ts';
import { figure, reportOf } from '../support/cli.ts';
import { hasRealData, realData } from './location.ts';

const file = `${realData}/online-retail/online_retail_iso_utf8.csv.gz`;

describe.skipIf(!hasRealData)('Online Retail from its gzip (skipped where the real data are missing)', () => {
  it('folds 541 909 lines into orders and accounts for every one of them', async () => {
    const report = await reportOf([
      file,
      '--map',
      'orders.amount=Quantity*UnitPrice',
      '--exclude',
      'orders.order_id=C*,A*',
      '--period',
      'all',
      '--as-of',
      '2012-12-31',
    ]);
    const [input] = report.inputs;
    const { records, accepted, excluded, rejected, duplicates, notCounted, outsideWindow } =
      input!.reconciliation;
    expect(records).toBe(541_909);
    expect({ rejected, duplicates, notCounted, outsideWindow }).toEqual({
      rejected: {},
      duplicates: 0,
      notCounted: {},
      outsideWindow: 0,
    });
    expect(accepted + excluded).toBe(541_909);
    expect(figure(report, 'orders').value).toBe(22_061);
    expect(figure(report, 'revenue').exact).toBe('10655622.484');
    expect(figure(report, 'identified_orders').value).toBe(18_536);
    expect(figure(report, 'identified_revenue').exact).toBe('8911407.904');
    expect(figure(report, 'active_customers').value).toBe(4_339);
    const repurchase = figure(report, 'repurchase_rate');
    expect([repurchase.numerator, repurchase.denominator]).toEqual([2_845, 4_339]);
    expect(repurchase.value).toBeCloseTo(0.6557, 4);
  });

  it('says that nobody is older than December 2010, counted month by month by another program too', async () => {
    const { found } = await inspected([
      ...[file, '--map', 'orders.amount=Quantity*UnitPrice', '--exclude', 'orders.order_id=C*,A*'],
      ...['--as-of', '2012-12-31'],
    ]);
    const { orders } = found;
    expect(orders!.months.map((month) => [month.orders, month.newCustomers])).toEqual([
      [1699, 885],
      [1216, 417],
      [1174, 380],
      [1665, 452],
      [1504, 300],
      [1848, 284],
      [1683, 242],
      [1657, 188],
      [1456, 169],
      [1994, 299],
      [2275, 358],
      [3021, 324],
      [869, 41],
    ]);
    expect(orders!.months.at(-1)).toMatchObject({ month: '2011-12', remark: 'unfinished' });
    expect(orders!.firstOrders).toEqual({
      month: '2010-12',
      customers: 885,
      share: 885 / 4339,
      historyMonths: 13,
      usual: 300,
      truncated: true,
    });
  });
});
