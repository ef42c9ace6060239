import { describe, expect, it } from 'vitest';
import { figure, reportOf } from '../support/cli.ts';

describe('the articles’ own examples', () => {
  it('5 000 customers, 1 250 lost: attrition 25 % (article E)', async () => {
    const report = await reportOf(['fixtures/articles/churn.csv', '--period', '2021-Q2']);
    expect(figure(report, 'churn_rate')).toMatchObject({ value: 0.25, numerator: 1250, denominator: 5000 });
    expect(figure(report, 'retention_rate').value).toBe(0.75);
  });

  it('5 000 customers, 2 000 bought again: repurchase rate 40 % (article E)', async () => {
    const report = await reportOf(['fixtures/articles/repurchase.csv', '--period', '2021-Q1']);
    expect(figure(report, 'repurchase_rate')).toMatchObject({
      value: 0.4,
      numerator: 2000,
      denominator: 5000,
    });
  });
});
