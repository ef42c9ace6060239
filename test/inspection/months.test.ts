import { describe, expect, it } from 'vitest';
import { firstOrdersOf, median, monthsOf } from '../../src/inspection/months.ts';

const counted = (...orders: readonly (readonly [month: string, orders: number, newCustomers?: number])[]) =>
  orders.map(([month, count, newCustomers = 0]) => ({ month, orders: count, newCustomers }));

const remarks = (months: ReturnType<typeof monthsOf>): string[] =>
  months.flatMap(({ month, remark }) => (remark === null ? [] : [`${month} ${remark}`]));

describe('the months of orders', () => {
  it('are all there, also those without any, across a year', () => {
    const months = monthsOf(counted(['2020-11', 5], ['2021-02', 4]), false);
    expect(months.map(({ month, orders }) => [month, orders])).toEqual([
      ['2020-11', 5],
      ['2020-12', 0],
      ['2021-01', 0],
      ['2021-02', 4],
    ]);
    expect(remarks(months)).toEqual(['2020-12 empty', '2021-01 empty']);
  });

  it('drop below half the median of the three before, and not at it', () => {
    const at = (last: number) =>
      remarks(monthsOf(counted(['2021-01', 8], ['2021-02', 100], ['2021-03', 10], ['2021-04', last]), false));
    expect(at(5)).toEqual([]);
    expect(at(4)).toEqual(['2021-04 drop']);
  });

  it('are not judged before there are three', () => {
    expect(remarks(monthsOf(counted(['2021-01', 100], ['2021-02', 100], ['2021-03', 1]), false))).toEqual([]);
  });

  it('may end in one that is not over, which does not drop', () => {
    const found = counted(['2021-01', 9], ['2021-02', 9], ['2021-03', 9], ['2021-04', 1]);
    expect(remarks(monthsOf(found, true))).toEqual(['2021-04 unfinished']);
  });

  it('are none where there are no orders', () => {
    expect(monthsOf([], false)).toEqual([]);
  });
});

describe('the first orders', () => {
  it('of the first month are held against the usual month after it', () => {
    const months = monthsOf(counted(['2021-01', 9, 9], ['2021-02', 9, 4], ['2021-03', 9, 2]), false);
    expect(firstOrdersOf(months, 15)).toEqual({
      month: '2021-01',
      customers: 9,
      share: 9 / 15,
      historyMonths: 3,
      usual: 3,
      truncated: true,
    });
  });

  it('are not cut off at twice the usual, nor where nothing is usual', () => {
    const twice = monthsOf(counted(['2021-01', 9, 6], ['2021-02', 9, 3]), false);
    expect(firstOrdersOf(twice, 9)?.truncated).toBe(false);
    expect(firstOrdersOf(monthsOf(counted(['2021-01', 9, 6]), false), 6)).toMatchObject({
      usual: null,
      truncated: false,
    });
  });

  it('are nobody’s where there are guests alone', () => {
    expect(firstOrdersOf(monthsOf(counted(['2021-01', 9]), false), 0)).toBeNull();
  });
});

describe('the median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([10, 9, 1])).toBe(9);
    expect(median([10, 2, 1, 30])).toBe(6);
  });
});
