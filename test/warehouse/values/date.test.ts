import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateFormat } from '../../../src/sources/values/dates.ts';
import { dateExpression, hasTime, partAboveTwelve } from '../../../src/warehouse/values/date.ts';
import { makeColumn } from './column.ts';

const { engine, through } = makeColumn();

const of = (order: DateFormat['order'], offset = false): DateFormat => ({ order, offset });
const formats = {
  iso: of('ymd'),
  'days first': of('dmy'),
  'months first': of('mdy'),
  compact: of('compact'),
  'iso with offset': of('ymd', true),
  'days first with offset': of('dmy', true),
  'months first with offset': of('mdy', true),
} as const;

/** Values by format, read in Paris where an offset moves them: a text and its day; null where it says none. */
const readings: Readonly<
  Record<keyof typeof formats, readonly (readonly [text: string, day: string | null])[]>
> = {
  iso: [
    ['2024-01-05', '2024-01-05'],
    ['2024/01/05', '2024-01-05'],
    ['2024.01.05', '2024-01-05'],
    [' 2024-01-05 ', '2024-01-05'],
    ['2024-01-05\u00a0', '2024-01-05'],
    ['2024-01-05 00:00:00', '2024-01-05'],
    ['2024-01-05T23:59:59', '2024-01-05'],
    ['2024-01-05 23:59:59.999999', '2024-01-05'],
    ['2024-01-05 23:59:59,999', '2024-01-05'],
    ['2024-01-05 10:30', '2024-01-05'],
    ['2024/01/05 10:30', '2024-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1970-01-01', '1970-01-01'],
    ['2199-12-31', '2199-12-31'],
    ['2023-02-29', null],
    ['2100-02-29', null],
    ['2024-02-30', null],
    ['2024-04-31', null],
    ['2024-13-01', null],
    ['2024-00-10', null],
    ['2024-01-00', null],
    ['2024-01-32', null],
    ['1969-12-31', null],
    ['2200-01-01', null],
    ['0000-01-01', null],
    ['12024-01-05', null],
    ['24-01-05', null],
    ['2024-1-5', null],
    ['2024-01-5', null],
    ['2024-01/05', null],
    ['2024/01-05', null],
    ['2024 01 05', null],
    ['20240105', null],
    ['05/01/2024', null],
    ['2024-01-05 24:00:00', null],
    ['2024-01-05 23:59:60', null],
    ['2024-01-05 23:60:00', null],
    ['2024-01-05 9:30', null],
    ['2024-01-05 10', null],
    ['2024-01-05 10:30 PM', null],
    ['2024-01-05  10:30', null],
    ['2024-01-05T', null],
    ['2024-01-05 garbage', null],
    ['2024-01-05 10:30:00+01:00', null],
    ['2024-01-05T10:30:00Z', null],
    ['infinity', null],
    ['-infinity', null],
    ['epoch', null],
    ['today', null],
    ['now', null],
    ['', null],
    [' ', null],
    ['45296', null],
    ['٢٠٢٤-٠١-٠٥', null],
    ['2024-01-05 (BC)', null],
    ['5 janvier 2024', null],
  ],
  'days first': [
    ['05/01/2024', '2024-01-05'],
    ['5/1/2024', '2024-01-05'],
    ['05.01.2024', '2024-01-05'],
    ['05-01-2024', '2024-01-05'],
    ['31/12/2024 23:59', '2024-12-31'],
    ['31/12/2024 23:59:59', '2024-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', null],
    ['12/31/2024', null],
    ['31/04/2024', null],
    ['05/01/24', null],
    ['05/01-2024', null],
    ['05.01/2024', null],
    ['005/01/2024', null],
    ['05/01/1969', null],
    ['2024-01-05', null],
    ['0/1/2024', null],
    ['05/00/2024', null],
    ['05/01/2024 24:00', null],
  ],
  'months first': [
    ['01/05/2024', '2024-01-05'],
    ['1/5/2024', '2024-01-05'],
    ['12/31/2024 10:00:00', '2024-12-31'],
    ['02/29/2024', '2024-02-29'],
    ['02/29/2023', null],
    ['31/12/2024', null],
    ['13/01/2024', null],
  ],
  compact: [
    ['20240105', '2024-01-05'],
    [' 20240105', '2024-01-05'],
    ['20240229', '2024-02-29'],
    ['20230229', null],
    ['20241301', null],
    ['2024010', null],
    ['202401050', null],
    ['19691231', null],
    ['20240105 10:30', null],
    ['2024-01-05', null],
  ],
  'iso with offset': [
    ['2024-01-05T10:30:00Z', '2024-01-05'],
    ['2024-01-05T23:30:00Z', '2024-01-06'],
    ['2024-01-05T22:59:59Z', '2024-01-05'],
    ['2024-01-05T23:00:00Z', '2024-01-06'],
    ['2024-01-05 23:30:00 UTC', '2024-01-06'],
    ['2024-01-05 23:30:00.123Z', '2024-01-06'],
    ['2021-03-31 23:30:00 -0400', '2021-04-01'],
    ['2021-03-31 23:30:00 -04:00', '2021-04-01'],
    ['2021-03-31T23:30:00-04:00', '2021-04-01'],
    ['2021-03-31T23:30:00-04', '2021-04-01'],
    ['2021-03-31T23:30-04:00', '2021-04-01'],
    ['2021-03-31T23:30:00+02:00', '2021-03-31'],
    ['2021-04-01T00:30:00+05:30', '2021-03-31'],
    ['2021-04-01T00:30:00+14:00', '2021-03-31'],
    ['2021-06-30T21:59:59Z', '2021-06-30'],
    ['2021-06-30T22:00:00Z', '2021-07-01'],
    ['2021-03-28T00:59:59Z', '2021-03-28'],
    ['2024-01-05', '2024-01-05'],
    ['2024-12-31T23:30:00Z', '2025-01-01'],
    ['2024-02-29T23:30:00Z', '2024-03-01'],
    ['2024-01-05T10:30:00', null],
    ['2024-01-05 24:00:00Z', null],
    ['2024-01-05 23:59:60Z', null],
    ['2023-02-29T10:00:00Z', null],
    ['2024-01-05T10:30:00+15:00', null],
    ['2024-01-05T10:30:00+2', null],
    ['2024-01-05T10:30:00+02:60', null],
    ['2024-01-05T10:30:00  +02:00', null],
    ['2024-01-05T10:30:00 CET', null],
    ['2024-01-05T10:30:00z', null],
    ['2024-01-05Z', null],
    ['2024-01-05+02:00', null],
  ],
  'days first with offset': [
    ['31/12/2024 23:30:00 +00:00', '2025-01-01'],
    ['31/12/2024 23:30 Z', '2025-01-01'],
    ['5/1/2024 10:30:00-0400', '2024-01-05'],
    ['05-01-2024 10:30:00-0400', '2024-01-05'],
    ['12/31/2024 23:30:00Z', null],
    ['29/02/2023 10:00:00Z', null],
  ],
  'months first with offset': [
    ['12/31/2024 23:30:00 +00:00', '2025-01-01'],
    ['31/12/2024 23:30:00 +00:00', null],
  ],
};

describe('days', () => {
  const rows = Object.entries(readings).flatMap(([name, list]) =>
    list.map(([text, day]) => ({ name: name as keyof typeof formats, text, day })),
  );

  it('are looked at in more than 100 notations', () => {
    expect(rows.length).toBeGreaterThan(100);
  });

  it.each(rows)('$name: $text is $day', async ({ name, text, day }) => {
    const [answer] = await through((column) => dateExpression(column, formats[name], 'Europe/Paris'), [text]);
    expect(answer).toBe(day);
  });

  it('are DATE, and NULL for NULL', async () => {
    expect(await through((column) => dateExpression(column, formats.iso, 'UTC'), [null])).toEqual([null]);
    expect(
      await through(
        (column) => `typeof(${dateExpression(column, formats['iso with offset'], 'UTC')})`,
        ['x'],
      ),
    ).toEqual(['DATE']);
  });

  it('exist, every one of them from 1970 to 2199, in every order', async () => {
    const days = Array.from({ length: 230 * 366 }, (_, index) => new Date(Date.UTC(1970, 0, 1 + index)))
      .map((day) => day.toISOString().slice(0, 10))
      .filter((day) => day < '2200');
    const picked = days.filter((_, index) => index % 97 === 0);
    const writings: [keyof typeof formats, (day: string) => string][] = [
      ['iso', (day) => day],
      ['days first', (day) => day.split('-').reverse().join('/')],
      ['months first', (day) => day.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')],
      ['compact', (day) => day.replaceAll('-', '')],
    ];
    for (const [name, write] of writings)
      expect(
        await through((column) => dateExpression(column, formats[name], 'UTC'), picked.map(write)),
      ).toEqual(picked);
  });
});

const zones = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
] as const;

/** The day of an instant in a zone, as the runtime's own calendar has it. */
const dayIn = (instant: number, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(instant);
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Writes an instant with an offset from UTC, in minutes. */
const write = (
  instant: number,
  minutes: number,
  style: { colon: boolean; space: boolean; seconds: boolean },
): string => {
  const local = new Date(instant + minutes * 60_000).toISOString();
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${style.colon ? ':' : ''}${two(size % 60)}`;
  return `${local.slice(0, 10)} ${local.slice(11, style.seconds ? 19 : 16)}${style.space ? ' ' : ''}${offset}`;
};

describe('the day of an instant in a time zone', () => {
  it.each(zones)('is that of the runtime: %s', async (zone) => {
    const moment = fc.record({
      minute: fc.integer({ min: Date.UTC(1990, 0, 2) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 }),
      minutes: fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
      style: fc.record({ colon: fc.boolean(), space: fc.boolean(), seconds: fc.boolean() }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 100, maxLength: 100 }), async (moments) => {
        const texts = moments.map(({ minute, minutes, style }) => write(minute * 60_000, minutes, style));
        const answers = await through(
          (column) => dateExpression(column, formats['iso with offset'], zone),
          texts,
        );
        expect(answers).toEqual(moments.map(({ minute }) => dayIn(minute * 60_000, zone)));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('is known to the engine for every zone the runtime knows', async () => {
    const unknown: string[] = [];
    for (const zone of [
      ...Intl.supportedValuesOf('timeZone'),
      'UTC',
      'Etc/GMT+5',
      'Asia/Calcutta',
      'US/Eastern',
    ]) {
      const text = '2021-06-30 22:30:00Z';
      const [answer] = await through(
        (column) => dateExpression(column, formats['iso with offset'], zone),
        [text],
      ).catch(() => [null]);
      if (answer !== dayIn(Date.UTC(2021, 5, 30, 22, 30), zone)) unknown.push(zone);
    }
    expect(unknown).toEqual([]);
  });

  it('does not move a time without an offset, whatever the zone', async () => {
    for (const zone of zones)
      expect(
        await through(
          (column) => dateExpression(column, formats.iso, zone),
          ['2021-03-28 02:30:00', '2021-12-31 23:59:59'],
        ),
      ).toEqual(['2021-03-28', '2021-12-31']);
  });
});

describe('what tells the order of a column', () => {
  it('is a part above 12, in first or in second place', async () => {
    const texts = ['13/01/2024', '12/12/2024', '01/13/2024', ' 31.12.2024', '2024-13-01', 'x', ''];
    expect(await through((column) => `coalesce(${partAboveTwelve(column, 1)}, false)`, texts)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(await through((column) => `coalesce(${partAboveTwelve(column, 2)}, false)`, texts)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is whether times carry an offset', async () => {
    const texts = ['2024-01-05 10:30', '2024-01-05 10:30Z', '2024-01-05 10:30:00 -0400', '2024-01-05'];
    expect(await through((column) => hasTime(column, true), texts)).toEqual([false, true, true, false]);
    expect(await through((column) => hasTime(column, false), texts)).toEqual([true, false, false, false]);
  });
});

describe('the engine behind the expressions', () => {
  it('runs in UTC, so that no host leaks in', async () => {
    expect(await engine().rows("SELECT current_setting('TimeZone') AS zone")).toEqual([{ zone: 'UTC' }]);
  });
});
