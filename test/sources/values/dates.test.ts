import { describe, expect, it } from 'vitest';
import { type DateReading, readDateFormat } from '../../../src/sources/values/dates.ts';
import { codeOf, faultOf } from '../../support/faults.ts';

const read = (
  values: readonly string[],
  declared: 'ymd' | 'dmy' | 'mdy' | 'compact' | null = null,
): DateReading => readDateFormat('orders.csv', 'Date', values, declared);

describe('the notation of a date column', () => {
  it.each<[string, readonly string[], DateReading]>([
    ['ISO days', ['2024-01-05'], { order: 'ymd', offset: false }],
    ['years first with slashes', ['2024/01/05'], { order: 'ymd', offset: false }],
    ['ISO times', ['2024-01-05T10:30:00', '2024-01-05 10:30'], { order: 'ymd', offset: false }],
    ['times with Z', ['2024-01-05T10:30:00Z'], { order: 'ymd', offset: true }],
    ['times of Shopify', ['2021-03-31 23:30:00 -0400'], { order: 'ymd', offset: true }],
    [
      'days beside times with an offset',
      ['2024-01-05', '2024-01-05T10:30:00+02:00'],
      { order: 'ymd', offset: true },
    ],
    ['a day above 12 first', ['05/01/2024', '13/01/2024'], { order: 'dmy', offset: false }],
    ['a day above 12 in second place', ['01/05/2024', '01/13/2024'], { order: 'mdy', offset: false }],
    ['days first with dots', ['31.12.2024'], { order: 'dmy', offset: false }],
    ['days first with an offset', ['31/12/2024 10:30:00 +01:00'], { order: 'dmy', offset: true }],
    [
      'no day above 12: the whole column must tell',
      ['05/01/2024', '12/12/2024'],
      { order: 'day-or-month', offset: false, usual: null },
    ],
    ['eight digits', ['20240105'], { order: 'compact', offset: false }],
    ['blanks around', [' 2024-01-05 ', '\u00a02024-01-06'], { order: 'ymd', offset: false }],
    ['blanks alone', ['', '  '], null],
    ['nothing', [], null],
    [
      'one odd value among days first',
      ['13/01/2024', '14/01/2024', '2024-01-05'],
      { order: 'dmy', offset: false },
    ],
    ['no date at all', ['soon', 'later'], { order: 'ymd', offset: false }],
  ])('%s', (_, values, reading) => {
    expect(read(values)).toEqual(reading);
  });

  it('is refused where days stand first in one row and months in another', () => {
    const fault = faultOf(() => read(['13/01/2024', '01/13/2024']));
    expect(fault.code).toBe('contradictory_dates');
    expect(fault.message).toContain('--date-format');
    expect(fault.message).not.toContain('2024');
  });

  it('is refused where some times carry an offset and some do not', () => {
    const fault = faultOf(() => read(['2024-01-05T10:30:00Z', '2024-01-05T10:30:00']));
    expect(fault.code).toBe('mixed_offsets');
    expect(codeOf(() => read(['31/12/2024 10:30:00Z', '31/12/2024 10:30:00'], 'dmy'))).toBe('mixed_offsets');
  });

  it('is what was declared, whatever the values say', () => {
    expect(read(['05/01/2024'], 'mdy')).toEqual({ order: 'mdy', offset: false });
    expect(read(['13/01/2024', '01/13/2024'], 'dmy')).toEqual({ order: 'dmy', offset: false });
    expect(read([], 'compact')).toEqual({ order: 'compact', offset: false });
    expect(read(['05/01/2024 10:30 +0200'], 'dmy')).toEqual({ order: 'dmy', offset: true });
  });
});
