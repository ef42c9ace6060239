import { describe, expect, it } from 'vitest';
import { dayIn, isTimezone } from '../../src/period/index.ts';

describe('time zones', () => {
  it.each([
    'UTC',
    'Europe/Paris',
    'europe/paris',
    'America/Argentina/Buenos_Aires',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Etc/GMT+1',
    'CET',
    'GMT',
  ])('knows %s', (name) => {
    expect(isTimezone(name)).toBe(true);
  });

  it.each([
    '',
    'Paris',
    'Europe/Lutetia',
    '+01:00',
    'GMT+1',
    'BST',
    'bst',
    'IST',
    'PST',
    'Europe/Paris ',
    'constructor',
  ])('does not know "%s"', (name) => {
    expect(isTimezone(name)).toBe(false);
  });

  it('knows every zone of the runtime', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(400);
    expect(zones.filter((zone) => !isTimezone(zone))).toEqual([]);
  });

  // Offsets as in the tz database; Liberia kept −0:44:30 until 1972, Samoa had no 30 December 2011.
  it.each([
    ['2021-03-31T21:59:59Z', 'Europe/Paris', '2021-03-31'],
    ['2021-03-31T22:00:00Z', 'Europe/Paris', '2021-04-01'],
    ['2021-01-31T22:59:59Z', 'Europe/Paris', '2021-01-31'],
    ['2021-01-31T23:00:00Z', 'Europe/Paris', '2021-02-01'],
    ['2021-01-01T04:59:59Z', 'America/New_York', '2020-12-31'],
    ['2021-01-01T05:00:00Z', 'America/New_York', '2021-01-01'],
    ['2021-01-01T18:14:59Z', 'Asia/Kathmandu', '2021-01-01'],
    ['2021-01-01T18:15:00Z', 'Asia/Kathmandu', '2021-01-02'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1971-06-01T00:44:29Z', 'Africa/Monrovia', '1971-05-31'],
    ['1971-06-01T00:44:30Z', 'Africa/Monrovia', '1971-06-01'],
    ['2021-12-31T23:59:59Z', 'UTC', '2021-12-31'],
    ['2022-01-01T00:00:00Z', 'UTC', '2022-01-01'],
  ])('%s in %s is %s', (instant, timezone, day) => {
    expect(dayIn(new Date(instant), timezone)).toBe(day);
  });
});
