import type { Exact } from '../indicators/define.ts';
import type { Unit } from '../report/schema.ts';
import { compareExact, parseExact, whole } from '../statistics/index.ts';

/** A number as a check writes it, with the sign behind it. */
export interface WrittenNumber {
  readonly value: Exact;
  readonly sign: '' | '%' | 'pts';
}

const notation = /^([+-]?\d+)(?:([.,])(\d+))?\s*(%|pts?)?$/;

/**
 * Reads `0.40`, `0,4`, `40%`, `5pts`, digit for digit; null for anything else, and for `1,000` or `1.000,00`, which may
 * be a thousand.
 */
export const parseNumber = (text: string): WrittenNumber | null => {
  const match = notation.exec(text.trim());
  if (match === null) return null;
  const [, integer, mark, decimals, sign = ''] = match;
  if (mark === ',' && decimals!.length === 3) return null;
  const value = parseExact(decimals === undefined ? integer! : `${integer}.${decimals}`);
  return { value, sign: sign === '' || sign === '%' ? sign : 'pts' };
};

/** A value moved by two decimals: what a percent or a point of a share is. */
const hundredth = ({ units, scale }: Exact): Exact => ({ units, scale: scale + 2 });

/** Whether a number of things, days or money was written with decimals that may have been meant as thousands: `1.000`. */
const mayBeThousands = ({ units, scale }: Exact, unit: Unit): boolean =>
  unit === 'count'
    ? scale > 0
    : (unit === 'money' || unit === 'days') && scale === 3 && (units >= 1000n || units <= -1000n);

const plain = ({ value, sign }: WrittenNumber, unit: Unit): Exact | null =>
  sign === '' && !mayBeThousands(value, unit) ? value : null;

/**
 * A threshold in the unit of its figure: `40%` of a share is 0.4; null where the sign or the decimals do not go with the
 * unit.
 */
export const inUnit = (written: WrittenNumber, unit: Unit): Exact | null => {
  const { value, sign } = written;
  if (unit === 'share' && sign === '%') return hundredth(value);
  return unit === 'points' && sign === 'pts' ? value : plain(written, unit);
};

/** A change in the unit of its figure, or as a share of the earlier value; null where the sign does not go with the unit. */
export const changeInUnit = (
  written: WrittenNumber,
  unit: Unit,
): { readonly value: Exact; readonly relative: boolean } | null => {
  const { value, sign } = written;
  if (sign === '%') return { value: hundredth(value), relative: true };
  if (sign === 'pts')
    return unit === 'share'
      ? { value: hundredth(value), relative: false }
      : unit === 'points'
        ? { value, relative: false }
        : null;
  const change = plain(written, unit);
  return change === null ? null : { value: change, relative: false };
};

/** The least and the greatest value there can be; null where there is no end. */
export interface Range {
  readonly low: Exact | null;
  readonly high: Exact | null;
}

const from = (low: number, high: number | null): Range => ({
  low: whole(low),
  high: high === null ? null : whole(high),
});

const ranges: Readonly<Record<Unit, Range>> = {
  share: from(0, 1),
  points: from(-100, 100),
  count: from(0, null),
  days: from(0, null),
  years: from(0, null),
  money: { low: null, high: null },
  ratio: { low: null, high: null },
  scale: from(1, 7),
};

/** Figures that have fewer values than their unit, or more. */
const ownRanges: Readonly<Record<string, Range>> = {
  satisfaction_mean: from(1, 5),
  purchase_frequency: from(1, null),
  points_redemption_rate: { low: null, high: null },
};

/** The values a figure can have at all; the days of a declared one may lie before the period, and count below 0. */
export const rangeOf = (id: string, unit: Unit, isDeclared: boolean): Range => {
  if (isDeclared && unit === 'days') return { low: null, high: null };
  return Object.hasOwn(ownRanges, id) ? ownRanges[id]! : ranges[unit];
};

/** Whether a figure can have a value. */
export const isPossible = (value: Exact, { low, high }: Range): boolean => {
  return (low === null || compareExact(value, low) >= 0) && (high === null || compareExact(value, high) <= 0);
};

/** How numbers of a unit are written, for a sentence. */
export const writing: Readonly<Record<Unit, string>> = {
  share: 'a share from 0 to 1, such as 0.4 or 40%',
  points: 'points from -100 to 100',
  count: 'a whole number from 0 up, without a sign or separators',
  days: 'a number of days from 0 up, such as 61.5, without a sign or separators',
  years: 'a number of years from 0 up, without a sign',
  money: 'an amount without a sign or separators, such as 1250.50',
  ratio: 'a number without a sign, within what the figure can be',
  scale: 'a number on the scale of the answers, from 1 to 5 or to 7',
};
