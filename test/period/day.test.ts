import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayIn, isDay, parsePeriod, unitContaining } from '../../src/period/index.ts';
import { countDays } from './calendar.ts';

describe('days', () => {
  it.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2020-02-29', -12, '2019-02-28'],
    ['2020-02-29', 48, '2024-02-29'],
    ['2021-05-31', 1, '2021-06-30'],
    ['2021-12-31', 2, '2022-02-28'],
    ['2021-01-15', -13, '2019-12-15'],
    ['2021-01-31', 0, '2021-01-31'],
    ['1900-01-29', 1, '1900-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('keeps the day of the month wherever the month has it', () => {
    const days = countDays(2009);
    const byDate = new Map(days.map((day) => [`${day.year}-${day.month}-${day.date}`, day.day]));
    const wrong = days
      .filter(({ year }) => year > 1999 && year < 2009)
      .filter(({ day, year, month, date }) =>
        [-7, 5, 12].some((count) => {
          const position = year * 12 + month - 1 + count;
          const target = (last: number) => `${Math.floor(position / 12)}-${(position % 12) + 1}-${last}`;
          const expected = [date, 30, 29, 28].map((d) => byDate.get(target(Math.min(d, date)))).find(Boolean);
          return addMonths(day, count) !== expected;
        }),
      );
    expect(wrong).toEqual([]);
  });

  it.each(['2021-02-28', '2020-02-29', '2000-02-29', '1970-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-00-10',
    '2021-13-01',
    '2021-1-1',
    '21-01-01',
    '',
    '2021-01-01T00:00',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('the time zone of the host', () => {
  const host = process.env.TZ;
  afterEach(() => {
    if (host === undefined) delete process.env.TZ;
    else process.env.TZ = host;
  });

  // Hosts whose clocks skip a day, skip midnight, or lie far from UTC; the second part shows that the host did change.
  it.each([
    ['Pacific/Apia', () => new Date(2011, 11, 30).getDate() === 31],
    ['Pacific/Kwajalein', () => new Date(1993, 7, 21).getDate() === 22],
    ['Pacific/Kiritimati', () => new Date(2021, 0, 1).getTimezoneOffset() === -840],
    ['America/Sao_Paulo', () => new Date(2018, 10, 4).getHours() === 1],
    ['Australia/Lord_Howe', () => new Date(2021, 0, 1).getTimezoneOffset() === -660],
    ['Pacific/Niue', () => new Date(2021, 0, 1).getTimezoneOffset() === 660],
  ])('%s changes nothing', (zone, holds) => {
    process.env.TZ = zone;
    expect(holds()).toBe(true);

    const wrong: string[] = [];
    const days = countDays(2031);
    for (const [index, { day }] of days.entries()) {
      if (addDays('1999-01-01', index) !== day) wrong.push(day);
      else if (addDays(day, -index) !== '1999-01-01') wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(addDays('1993-08-20', 1)).toBe('1993-08-21');
    expect(addMonths('2011-11-30', 1)).toBe('2011-12-30');
    expect(addMonths('1993-07-21', 1)).toBe('1993-08-21');
    expect(unitContaining('2011-12-30', 'week')).toMatchObject({ label: '2011-W52', start: '2011-12-26' });
    expect(unitContaining('2018-11-04', 'week')).toMatchObject({ label: '2018-W44', start: '2018-10-29' });
    expect(parsePeriod('last-week', { asOf: '2012-01-02', fiscalStart: null })).toMatchObject({
      start: '2011-12-26',
      stop: '2012-01-02',
    });
    expect(parsePeriod('2011-12-30', { asOf: '2012-01-02', fiscalStart: null })).toMatchObject({
      start: '2011-12-30',
      stop: '2011-12-31',
    });
    expect(dayIn(new Date('2021-03-31T22:30:00Z'), 'Europe/Paris')).toBe('2021-04-01');
    expect(isDay('2011-12-30')).toBe(true);
  });
});
