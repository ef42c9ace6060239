import { fault } from '../errors.ts';
import { addDays, addMonths, type Day } from './day.ts';

/** A length of time as it is written: `90d`, `26w`, `18m`, `3y`. */
export interface Duration {
  readonly count: number;
  readonly unit: 'd' | 'w' | 'm' | 'y';
}

/** An exact quotient. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const LONGEST_IN_YEARS = 200n;

/** Reads `3y`, `18m`, `26w` or `90d` (any case, blanks around it); throws `bad_duration` at 0 and above 200 years. */
export const parseDuration = (text: string): Duration => {
  const [, digits, letter] = /^(\d{1,6})([dwmy])$/i.exec(text.trim()) ?? [];
  if (digits === undefined || letter === undefined) throw fault('bad_duration', [text.trim()]);
  const duration: Duration = { count: Number(digits), unit: letter.toLowerCase() as Duration['unit'] };
  const { numerator, denominator } = durationYears(duration);
  if (numerator === 0n || numerator > LONGEST_IN_YEARS * denominator) {
    throw fault('bad_duration', [text.trim()]);
  }
  return duration;
};

/** The day a duration earlier; months and years keep the day of the month, or take that month's last day. */
export const subtract = (day: Day, { count, unit }: Duration): Day => {
  if (unit === 'd') return addDays(day, -count);
  if (unit === 'w') return addDays(day, -7 * count);
  return addMonths(day, unit === 'm' ? -count : -12 * count);
};

/** A duration in years, exactly: a month is 1/12 of a year, a day 1/365.25 = 4/1461. Not reduced: `18m` is 18/12. */
export const durationYears = ({ count, unit }: Duration): Fraction => {
  const whole = BigInt(count);
  if (unit === 'y') return { numerator: whole, denominator: 1n };
  if (unit === 'm') return { numerator: whole, denominator: 12n };
  return { numerator: (unit === 'w' ? 28n : 4n) * whole, denominator: 1461n };
};
