import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, readDateFormat } from '../../../src/sources/values/dates.ts';
import { dateExpression } from '../../../src/warehouse/values/date.ts';
import { makeColumn } from './column.ts';

const { through } = makeColumn();

/** The days of a column in Paris, its format read from the column itself as from a head. */
const daysOf = async (
  texts: readonly string[],
  declared: DateOrder | null = null,
  zone: string | null = null,
) => {
  const format = readDateFormat('orders.csv', 'Date', texts, declared);
  if (format === null || format.order === 'day-or-month') throw new Error('not settled');
  const { order } = format;
  return through(
    (column) => dateExpression(column, { ...format, order }, 'Europe/Paris', zone && `'${zone}'`),
    texts,
  );
};

describe('months by their names', () => {
  it.each<[string, string | null]>([
    ['Mar 31, 2021', '2021-03-31'],
    ['Mar 31 2021', '2021-03-31'],
    ['Mar 1, 2021', '2021-03-01'],
    ['Mar 01, 2021', '2021-03-01'],
    ['March 31, 2021', '2021-03-31'],
    ['MAR 31, 2021', '2021-03-31'],
    ['march 31, 2021', '2021-03-31'],
    ['MARCH 31, 2021', '2021-03-31'],
    ['May 31, 2021', '2021-05-31'],
    ['Sep 30, 2021', '2021-09-30'],
    ['Sept 30, 2021', '2021-09-30'],
    ['September 30, 2021', '2021-09-30'],
    ['Wed, Mar 31, 2021', '2021-03-31'],
    ['Wed Mar 31 2021', '2021-03-31'],
    ['WED, MAR 31, 2021', '2021-03-31'],
    ['31 Mar 2021', '2021-03-31'],
    ['31 march 2021', '2021-03-31'],
    ['Wed, 31 Mar 2021', '2021-03-31'],
    ['1 Sept 2021', '2021-09-01'],
    ['Mar 31, 2021 14:05:09 PM', '2021-03-31'],
    ['Mar 31, 2021 00:05:09 AM', '2021-03-31'],
    ['Mar 31, 2021 2:05 pm', '2021-03-31'],
    ['31 Mar 2021 23:59', '2021-03-31'],
    ['31 Mar 2021 9:59', '2021-03-31'],
    ['Wed, 31 Mar 2021 23:30:00 +0000', '2021-04-01'],
    ['Wed, 31 Mar 2021 23:30:00 GMT', '2021-04-01'],
    ['Mar 31, 2021 11:30 PM UTC', '2021-04-01'],
    ['Mar 31, 2021 9:30:00 -0400', '2021-03-31'],
    ['Feb 29, 2024', '2024-02-29'],
    ['Feb 29, 2023', null],
    ['Apr 31, 2021', null],
    ['Mar 0, 2021', null],
    ['Mar 32, 2021', null],
    ['Mar 31, 21', null],
    ['Mar 31, 1969', null],
    ['Mar 31, 20210', null],
    ['Marc 31, 2021', null],
    ['Mars 31, 2021', null],
    ['Mar 31, 2021 garbage', null],
    ['Mar 31, 2021 25:00', null],
    ['x Mar 31, 2021', null],
    ['Mar  31, 2021', null],
    ['31 mars 2021', null],
  ])('%s is %s', async (text, day) => {
    expect(await daysOf([text])).toEqual([day]);
  });

  it('are known in full, by three letters, in any case, every one of them', async () => {
    const write = (day: Date, month: 'long' | 'short', locale: 'en-US' | 'en-GB') =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(
        day,
      );
    const days = Array.from({ length: 24 }, (_, index) => new Date(Date.UTC(2021, index, 1 + index)));
    const wanted = days.map((day) => day.toISOString().slice(0, 10));
    for (const locale of ['en-US', 'en-GB'] as const)
      for (const month of ['long', 'short'] as const) {
        const texts = days.map((day) => write(day, month, locale));
        expect(await daysOf(texts)).toEqual(wanted);
        expect(await daysOf(texts.map((text) => text.toUpperCase()))).toEqual(wanted);
        expect(await daysOf(texts.map((text) => text.toLowerCase()))).toEqual(wanted);
      }
  });

  it('are not taken in the other order further down', async () => {
    expect(await daysOf(['Mar 31, 2021', 'Mar 30, 2021', '29 Mar 2021'])).toEqual([
      '2021-03-31',
      '2021-03-30',
      null,
    ]);
  });
});

describe('years of two digits', () => {
  it.each<['dmy2' | 'mdy2', string, string | null]>([
    ['dmy2', '31/03/21', '2021-03-31'],
    ['dmy2', '1/3/21', '2021-03-01'],
    ['dmy2', '31.03.21', '2021-03-31'],
    ['dmy2', '31-03-21', '2021-03-31'],
    ['dmy2', '31/03/21 23:59', '2021-03-31'],
    ['dmy2', '31/03/21 9:59:01', '2021-03-31'],
    ['dmy2', '29/02/24', '2024-02-29'],
    ['dmy2', '29/02/23', null],
    ['dmy2', '03/31/21', null],
    ['dmy2', '31/03/2021', null],
    ['dmy2', '31/03/121', null],
    ['dmy2', '31/03-21', null],
    ['dmy2', '31/03/21x', null],
    ['dmy2', '2021-03-31', null],
    ['dmy2', '21-03-31', '2031-03-21'],
    ['mdy2', '03/31/21', '2021-03-31'],
    ['mdy2', '3/1/21', '2021-03-01'],
    ['mdy2', '3/1/21 2:30 PM', '2021-03-01'],
    ['mdy2', '31/03/21', null],
    ['mdy2', '12/31/99', '2099-12-31'],
    ['mdy2', '12/31/00', '2000-12-31'],
  ])('%s: %s is %s', async (order, text, day) => {
    expect(await daysOf([text], order)).toEqual([day]);
  });
});

describe('serial days of spreadsheets', () => {
  const serial = (day: string): number => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;

  it.each<[string, string | null]>([
    [String(serial('1970-01-01')), '1970-01-01'],
    [String(serial('1969-12-31')), null],
    [String(serial('2199-12-31')), '2199-12-31'],
    [String(serial('2200-01-01')), null],
    ['44286', '2021-03-31'],
    ['44286.0', '2021-03-31'],
    ['44286,5', '2021-03-31'],
    ['44286.979166666664', '2021-03-31'],
    ['44286.9999884259', '2021-03-31'],
    [' 44286 ', '2021-03-31'],
    ['44286.', null],
    ['-44286', null],
    ['044286', null],
    ['4428', null],
    ['442860', null],
    ['44286 10:30', null],
    ['2021-03-31', null],
    ['4.4286e4', null],
  ])('%s is %s', async (text, day) => {
    expect(await daysOf([text], 'excel')).toEqual([day]);
  });

  it('are every day from 1970 to 2199', async () => {
    const days = Array.from({ length: 800 }, (_, index) => new Date(Date.UTC(1970, 0, 1 + 105 * index))).map(
      (day) => day.toISOString().slice(0, 10),
    );
    expect(days.at(-1)! < '2200').toBe(true);
    expect(await daysOf(days.map((day) => String(serial(day))))).toEqual(days);
  });

  it('with a time of a known zone are moved from it, as other notations are', async () => {
    expect(await daysOf(['44286.979166666664', '44286.9', '44286', '44286,9375'], 'excel', 'UTC')).toEqual([
      '2021-04-01',
      '2021-03-31',
      '2021-03-31',
      '2021-04-01',
    ]);
  });
});

describe('seconds since 1970', () => {
  it.each<[string, string | null]>([
    ['1617226199', '2021-03-31'],
    ['1617228000', '2021-04-01'],
    ['1617228000000', '2021-04-01'],
    ['1617227999999', '2021-03-31'],
    ['1000000000', '2001-09-09'],
    ['999999999', null],
    ['16172261990', null],
    ['161722619900', null],
    ['16172261990000', null],
    ['1617226199.5', null],
    ['-1617226199', null],
    ['2021-03-31', null],
  ])('%s is %s in Paris', async (text, day) => {
    expect(await daysOf([text], 'unix')).toEqual([day]);
  });
});

describe('halves of the day', () => {
  it.each<[string, string | null]>([
    ['2021-03-31 11:30:00 PM', '2021-04-01'],
    ['2021-03-31 2:30:00 PM', '2021-03-31'],
    ['2021-03-31 12:30:00 AM', '2021-03-31'],
    ['2021-03-31 12:30:00 PM', '2021-03-31'],
    ['2021-03-31 10:00 pm', '2021-04-01'],
    ['2021-03-31 9:59:59PM', '2021-03-31'],
    ['3/31/2021 11:30:00 PM', '2021-04-01'],
    ['3/31/2021 12:00 AM', '2021-03-31'],
    ['2021/03/31 11:30 PM', '2021-04-01'],
    ['Mar 31, 2021 23:05:09 PM', '2021-04-01'],
    ['Mar 31, 2021 00:05:09 AM', '2021-03-31'],
    ['2021-03-31 13:30:00 PM', '2021-03-31'],
    ['2021-03-31 11:30:00 XM', null],
    ['2021-03-31 24:30:00 PM', null],
    ['2021-03-31 11:60:00 PM', null],
  ])('written in UTC: %s is %s in Paris', async (text, day) => {
    const format = readDateFormat('orders.csv', 'Date', ['2021-03-31 1:00:00 PM', text], null);
    expect(
      await through(
        (column) =>
          dateExpression(
            column,
            { ...(format as { offset: boolean; halves?: true }), order: orderOf(text) },
            'Europe/Paris',
            `'UTC'`,
          ),
        [text],
      ),
    ).toEqual([day]);
  });

  it('are needed by every time of a column that has them, where the hour decides the day', async () => {
    expect(
      await daysOf(['2021-03-31 11:30:00 PM', '2021-03-31 11:30:00', '2021-03-31'], null, 'UTC'),
    ).toEqual(['2021-04-01', null, '2021-03-31']);
  });

  it('come with offsets too', async () => {
    const texts = [
      '2021/03/31 11:30:00 PM GMT+1',
      '2021/03/31 11:30:00 PM GMT+2',
      '2021/03/31 12:15:00 AM GMT+10',
      '2021/03/31 4:15:00 AM GMT+5:30',
      '2021/03/31 3:15:00 AM GMT+5:30',
      '2021/03/31 11:30:00 PM GMT',
    ];
    expect(await daysOf(texts)).toEqual([
      '2021-04-01',
      '2021-03-31',
      '2021-03-30',
      '2021-03-31',
      '2021-03-30',
      '2021-04-01',
    ]);
    expect(await daysOf(['3/31/2021 9:30:00 PM +0000', '3/31/2021 11:30:00 PM +0000'])).toEqual([
      '2021-03-31',
      '2021-04-01',
    ]);
  });

  it('may be missing beside offsets, with one digit of the hour', async () => {
    expect(
      await daysOf(['3/31/2021 9:30:00 -0400', '3/31/2021 21:30:00 -0400', '3/31/2021 9:30 -14']),
    ).toEqual(['2021-03-31', '2021-04-01', '2021-04-01']);
  });
});

const orderOf = (text: string): DateOrder =>
  text.startsWith('Mar') ? 'month-first' : text.startsWith('3/') ? 'mdy' : 'ymd';

const clocks = [
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
];

const calendars = new Map(
  [...clocks, 'UTC', 'Pacific/Auckland', 'America/Havana'].map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
  ]),
);

/** What the clocks of a zone show at an instant, as `2021-03-31 14:05:09`, by the runtime's own calendar. */
const shownAt = (instant: number, zone: string): string => calendars.get(zone)!.format(instant);

describe('times of a zone', () => {
  it.each(clocks)('are moved as the runtime moves them: from %s', async (zone) => {
    const minute = fc.integer({ min: Date.UTC(1990, 0, 2) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(minute, { minLength: 100, maxLength: 100 }), async (minutes) => {
        const instants = minutes.map((one) => one * 60_000);
        for (const target of ['Europe/Paris', 'UTC', 'Pacific/Auckland']) {
          const answers = await through(
            (column) => dateExpression(column, { order: 'ymd', offset: false }, target, `'${zone}'`),
            instants.map((instant) => shownAt(instant, zone)),
          );
          const twice = instants.map((instant) =>
            [-120, -60, -30, 30, 60, 120].some(
              (off) => shownAt(instant + off * 60_000, zone) === shownAt(instant, zone),
            ),
          );
          const wanted = instants.map((instant) => shownAt(instant, target).slice(0, 10));
          expect(answers.filter((_, index) => !twice[index])).toEqual(
            wanted.filter((_, index) => !twice[index]),
          );
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it.each<[zone: string, gap: string, before: string, after: string]>([
    ['Europe/Paris', '2021-03-28 02:30:00', '2021-03-28 01:59:59', '2021-03-28 03:00:00'],
    ['America/New_York', '2021-03-14 02:00:00', '2021-03-14 01:59:59', '2021-03-14 03:00:00'],
    ['America/Sao_Paulo', '2018-11-04 00:30:00', '2018-11-03 23:59:59', '2018-11-04 01:00:00'],
    ['Australia/Lord_Howe', '2021-10-03 02:15:00', '2021-10-03 01:59:59', '2021-10-03 02:30:00'],
    ['Pacific/Apia', '2011-12-30 12:00:00', '2011-12-29 23:59:59', '2011-12-31 00:00:00'],
  ])('that its clocks never showed say nothing: %s %s', async (zone, gap, before, after) => {
    const days = await through(
      (column) => dateExpression(column, { order: 'ymd', offset: false }, 'UTC', `'${zone}'`),
      [gap, before, after],
    );
    expect(days[0]).toBeNull();
    expect(days.slice(1)).not.toContain(null);
  });

  it('that its clocks showed twice are those of the second time', async () => {
    // 00:30 in Havana on 7 November 2021 is 04:30Z by summer time and 05:30Z by winter time: five hours behind UTC, 23:30 of the day before and 00:30.
    const asked = (target: string) =>
      through(
        (column) => dateExpression(column, { order: 'ymd', offset: false }, target, `'America/Havana'`),
        ['2021-11-07 00:30:00'],
      );
    expect(await asked('Etc/GMT+5')).toEqual(['2021-11-07']);
    expect(await asked('Etc/GMT+6')).toEqual(['2021-11-06']);
    expect(shownAt(Date.UTC(2021, 10, 7, 4, 30), 'America/Havana')).toBe('2021-11-07 00:30:00');
    expect(shownAt(Date.UTC(2021, 10, 7, 5, 30), 'America/Havana')).toBe('2021-11-07 00:30:00');
  });
});
