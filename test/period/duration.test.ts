import { describe, expect, it } from 'vitest';
import { LoyaltyError } from '../../src/errors.ts';
import { durationYears, parseDuration, subtract } from '../../src/period/index.ts';

describe('durations', () => {
  it.each([
    ['90d', '2021-04-15', '2021-01-15', 360n, 1461n],
    ['26w', '2021-07-01', '2020-12-31', 728n, 1461n],
    ['12m', '2021-04-01', '2020-04-01', 12n, 12n],
    ['18M', '2021-08-31', '2020-02-29', 18n, 12n],
    [' 3y ', '2024-02-29', '2021-02-28', 3n, 1n],
    ['200y', '2021-01-01', '1821-01-01', 200n, 1n],
  ])('%s before %s is %s', (text, day, expected, numerator, denominator) => {
    const duration = parseDuration(text);
    expect(subtract(day, duration)).toBe(expected);
    expect(durationYears(duration)).toEqual({ numerator, denominator });
  });

  it('counts days and weeks as parts of 365.25 days', () => {
    expect(Number(durationYears({ count: 90, unit: 'd' }).numerator) / 1461).toBeCloseTo(90 / 365.25, 15);
    expect(Number(durationYears({ count: 26, unit: 'w' }).numerator) / 1461).toBeCloseTo(
      (26 * 7) / 365.25,
      15,
    );
  });

  it.each([
    '',
    '0d',
    '000m',
    '3',
    'y',
    '-3y',
    '1.5y',
    '3 years',
    '201y',
    '2401m',
    '10436w',
    '73051d',
    '1234567d',
    '3j',
  ])('refuses "%s"', (text) => {
    expect(() => parseDuration(text)).toThrow(LoyaltyError);
  });

  it.each(['2400m', '10435w', '73050d'])('takes %s, the longest', (text) => {
    expect(parseDuration(text).count).toBe(Number.parseInt(text, 10));
  });

  it('says how to write one', () => {
    expect(() => parseDuration('soon')).toThrowErrorMatchingInlineSnapshot(
      `[LoyaltyError: "soon" is not a duration I know; write a number of days, weeks, months or years up to 200 years, such as 90d, 26w, 18m or 3y.]`,
    );
  });
});
