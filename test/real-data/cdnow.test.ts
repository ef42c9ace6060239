import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/statistics/index.ts';
import { figure, reportOf } from '../support/cli.ts';
import { hasRealData, realData } from './location.ts';

const file = `${realData}/cdnow/cdnow_sample_orders.csv`;

/** Period figures of the CDNOW 1/10 sample, every row an order: Fader & Hardie's file, counted by hand. */
const quarters = [
  { period: '1997-Q1', active: 2357, retained: 0, reactivated: 0, orders: 3267, revenue: '112498.61' },
  { period: '1997-Q2', active: 524, retained: 524, reactivated: 0, orders: 937, revenue: '33629.63' },
  { period: '1997-Q3', active: 418, retained: 214, reactivated: 204, orders: 756, revenue: '26987.31' },
  { period: '1997-Q4', active: 404, retained: 203, reactivated: 201, orders: 768, revenue: '28109.27' },
];

describe.skipIf(!hasRealData)('CDNOW sample (skipped where the real data are missing)', () => {
  it.each(quarters)('$period: active, retained, reactivated, orders and revenue', async (expected) => {
    const report = await reportOf([file, '--period', expected.period, '--as-of', '1998-12-31']);
    expect(figure(report, 'active_customers').value).toBe(expected.active);
    expect(figure(report, 'retained_customers').value).toBe(expected.retained);
    expect(figure(report, 'reactivated_customers').value).toBe(expected.reactivated);
    expect(figure(report, 'orders').value).toBe(expected.orders);
    expect(figure(report, 'revenue').exact).toBe(expected.revenue);
  });

  it('retention of 1997-Q3 is 214 of 524, not the textbook 79.8 %', async () => {
    const report = await reportOf([file, '--period', '1997-Q3', '--as-of', '1998-12-31']);
    const retention = figure(report, 'retention_rate');
    expect([retention.numerator, retention.denominator]).toEqual([214, 524]);
    const textbook = (418 - figure(report, 'new_customers').value!) / 524;
    expect(textbook).toBeCloseTo(0.798, 3);
    expect(retention.value).toBeCloseTo(0.408, 3);
  });

  it('1997-Q1: nothing before it, so no retention rate; repeat customers 522 of 2357, frequency 1.3861', async () => {
    const report = await reportOf([file, '--period', '1997-Q1', '--as-of', '1998-12-31']);
    expect(figure(report, 'retention_rate')).toMatchObject({ value: null, status: 'undefined' });
    const repeat = figure(report, 'repeat_customer_rate');
    expect([repeat.numerator, repeat.denominator]).toEqual([522, 2357]);
    expect(figure(report, 'purchase_frequency').value).toBeCloseTo(1.3861, 4);
  });

  it('1997-Q3: purchase frequency 1.8086; 1997-Q2: retention 524 of 2357 with the interval .2060 … .2395', async () => {
    const third = await reportOf([file, '--period', '1997-Q3', '--as-of', '1998-12-31']);
    expect(figure(third, 'purchase_frequency').value).toBeCloseTo(1.8086, 4);
    const second = await reportOf([file, '--period', '1997-Q2', '--as-of', '1998-12-31']);
    const { interval } = figure(second, 'retention_rate');
    expect(interval?.low).toBeCloseTo(0.206, 4);
    expect(interval?.high).toBeCloseTo(0.2395, 4);
    expect(interval).toEqual(wilson(524, 2357));
  });
});
