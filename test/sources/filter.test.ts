import { describe, expect, it } from 'vitest';
import { likePattern, parseFilter, parseMapRule } from '../../src/sources/filter.ts';
import { codeOf, faultOf } from '../support/faults.ts';

describe('filters', () => {
  it.each([
    ['orders.order_id=C*,A*', { role: 'orders', column: 'order_id', patterns: ['C*', 'A*'] }],
    ['orders.status=test', { role: 'orders', column: 'status', patterns: ['test'] }],
    [
      'orders.Sales Channel=shop , web',
      { role: 'orders', column: 'Sales Channel', patterns: ['shop', 'web'] },
    ],
    ['customers.country=', { role: 'customers', column: 'country', patterns: [''] }],
    ['orders.note=a=b', { role: 'orders', column: 'note', patterns: ['a=b'] }],
    ['orders.a.b=c', { role: 'orders', column: 'a.b', patterns: ['c'] }],
  ])('%s', (text, filter) => {
    expect(parseFilter('--exclude', text)).toEqual(filter);
  });

  it.each(['', 'order_id=C*', 'orders=C*', 'orders.=C*', 'orders.order_id', 'shops.id=1', 'toString.id=1'])(
    'refuse %j',
    (text) => {
      const fault = faultOf(() => parseFilter('--exclude', text));
      expect(fault.code).toBe('bad_rule');
      expect(fault.message).toContain('--exclude');
    },
  );

  it.each([
    ['C*', 'C%'],
    ['*x*', '%x%'],
    ['50%', '50\\%'],
    ['a_b', 'a\\_b'],
    ['a\\b', 'a\\\\b'],
    ['', ''],
  ])('match %j as LIKE %j', (pattern, like) => {
    expect(likePattern(pattern)).toBe(like);
  });
});

describe('--map', () => {
  it.each([
    ['orders.amount=Total', { role: 'orders', field: 'amount', column: 'Total' }],
    [
      'orders.amount= Quantity * UnitPrice ',
      { role: 'orders', field: 'amount', column: 'Quantity * UnitPrice' },
    ],
    ['surveys.score=How likely? 0=no', { role: 'surveys', field: 'score', column: 'How likely? 0=no' }],
  ])('%s', (text, rule) => {
    expect(parseMapRule(text)).toEqual(rule);
  });

  it('refuses a field the role has not, with those it has', () => {
    const fault = faultOf(() => parseMapRule('orders.score=Note'));
    expect(fault.code).toBe('unknown_field');
    expect(fault.message).toContain('orders.score');
    expect(fault.message).toContain('ordered_at');
  });

  it('refuses a rule without a column, and one that is none', () => {
    expect(codeOf(() => parseMapRule('orders.amount='))).toBe('bad_rule');
    expect(codeOf(() => parseMapRule('amount=Total'))).toBe('bad_rule');
  });
});
