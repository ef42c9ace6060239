import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, dateOf, dayFrom, dayOf, dayText, firstOfMonth, monthOf } from './day.ts';

const anyDay = fc.integer({ min: dayFrom(1600, 1, 1), max: dayFrom(2800, 12, 31) });

test('days are those of the platform calendar', () => {
  const epoch = dayFrom(1970, 1, 1);
  fc.assert(
    fc.property(anyDay, (day) => {
      const text = new Date((day - epoch) * 86_400_000).toISOString().slice(0, 10);
      expect(dayText(day)).toBe(text);
      expect(dayOf(text)).toBe(day);
    }),
  );
});

test('days that do not exist are refused', () => {
  for (const text of ['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '24-1-1']) {
    expect(() => dayOf(text)).toThrow(RangeError);
  }
  expect(dateOf(dayOf('2000-02-29'))).toEqual({ year: 2000, month: 2, day: 29 });
});

test('months are added within the calendar', () => {
  expect(dayText(addMonths(dayOf('2024-02-29'), -12))).toBe('2023-02-28');
  expect(dayText(addMonths(dayOf('2024-03-31'), -1))).toBe('2024-02-29');
  expect(dayText(addMonths(dayOf('2024-12-31'), 2))).toBe('2025-02-28');
  expect(dayText(addMonths(dayOf('2024-01-01'), -24))).toBe('2022-01-01');
  expect(dayText(firstOfMonth(monthOf(dayOf('2024-02-29'))))).toBe('2024-02-01');
});
