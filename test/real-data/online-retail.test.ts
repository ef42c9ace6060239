import { describe, expect, it } from 'vitest';
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
});
