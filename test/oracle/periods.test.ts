import { expect, test } from 'vitest';
import { dayOf, dayText, type Span } from './day.ts';
import { calendarMonths, dayRange, isoWeek, rangeLabel, type Standpoint } from './periods.ts';

const span = (of: Span | null | undefined) => (of === null || of === undefined ? null : rangeLabel(of));
const spans = (standpoint: Standpoint | null) => [span(standpoint?.period), span(standpoint?.previous)];

// Weeks as in the table of ISO 8601: 2020 and 2026 have a week 53, 1 January 2027 lies in 2026.
test('weeks bear the year of their Thursday', () => {
  const labels = ['2024-01-01', '2024-12-30', '2023-01-01', '2020-12-31', '2021-01-03', '2027-01-01'];
  expect(labels.map((day) => isoWeek(dayOf(day)).label)).toEqual([
    '2024-W01',
    '2025-W01',
    '2022-W52',
    '2020-W53',
    '2020-W53',
    '2026-W53',
  ]);
  const week = isoWeek(dayOf('2024-02-29'));
  expect(spans(week)).toEqual(['2024-02-26..2024-03-03', '2024-02-19..2024-02-25']);
  expect(spans(week.comparisons.previous)).toEqual(['2024-02-19..2024-02-25', '2024-02-12..2024-02-18']);
  expect(spans(week.comparisons.year)).toEqual(['2023-02-27..2023-03-05', '2023-02-20..2023-02-26']);
});

test('units are compared with units, ranges with as many days', () => {
  const quarter = calendarMonths('2024-Q1', 2024 * 12, 3);
  expect(spans(quarter)).toEqual(['2024-01-01..2024-03-31', '2023-10-01..2023-12-31']);
  expect(spans(quarter.comparisons.year)).toEqual(['2023-01-01..2023-03-31', '2022-10-01..2022-12-31']);
  const leap = dayRange('2024-02-10..2024-02-29', dayOf('2024-02-10'), 20);
  expect(spans(leap)).toEqual(['2024-02-10..2024-02-29', '2024-01-21..2024-02-09']);
  expect(spans(leap.comparisons.previous)).toEqual(['2024-01-21..2024-02-09', '2024-01-01..2024-01-20']);
  expect(spans(leap.comparisons.year)).toEqual(['2023-02-10..2023-02-28', '2023-01-22..2023-02-09']);
  expect(dayText(leap.period[1])).toBe('2024-03-01');
});
