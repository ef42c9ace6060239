import type { Exact } from '../indicators/define.ts';

const power = (scale: number): bigint => 10n ** BigInt(scale);

/** A whole number as an exact decimal. */
export const whole = (value: bigint | number): Exact => ({ units: BigInt(value), scale: 0 });

/** Reads a plain decimal as engines print it (`-12`, `112498.6100`), keeping its scale; throws a SyntaxError at else. */
export const parseExact = (text: string): Exact => {
  const [, integer, decimals = ''] = /^([+-]?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (integer === undefined) throw new SyntaxError('not a plain decimal');
  return { units: BigInt(`${integer.replace('+', '')}${decimals}`), scale: decimals.length };
};

/** Writes a decimal in full, without the trailing zeros beyond `minimumDecimals`: 112498.6100 with 2 is `112498.61`. */
export const decimalText = ({ units, scale }: Exact, minimumDecimals: number): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const decimals = digits.slice(digits.length - scale, digits.length).replace(/0+$/, '');
  const shown = decimals.padEnd(minimumDecimals, '0');
  const integer = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${integer}${shown === '' ? '' : `.${shown}`}`;
};

const unitsAt = ({ units, scale }: Exact, wanted: number): bigint => units * power(wanted - scale);

/** The exact sum. */
export const add = (a: Exact, b: Exact): Exact => {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
};

/** The exact difference a − b. */
export const subtract = (a: Exact, b: Exact): Exact => add(a, { units: -b.units, scale: b.scale });

/** The exact product. */
export const multiply = (a: Exact, b: Exact): Exact => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** −1, 0 or 1 as a is less than, equal to or greater than b, whatever their scales. */
export const compareExact = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const { units } = subtract(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
};

/** The bits kept of a quotient before it is rounded: 53 of a double, and room for what decides the rounding. */
const BITS = 64;

const bitLength = (value: bigint): number => value.toString(2).length;

/** The double nearest to a quotient of positive integers (ties to even), for quotients of normal doubles. */
const quotient = (numerator: bigint, denominator: bigint): number => {
  const shift = BITS - (bitLength(numerator) - bitLength(denominator));
  const dividend = shift > 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift > 0 ? denominator : denominator << BigInt(-shift);
  const sticky = dividend % divisor === 0n ? 0n : 1n;
  return Number((dividend / divisor) | sticky) * 2 ** -shift;
};

/** The double nearest to numerator ÷ denominator, rounded once; null where the denominator is 0. */
export const ratio = (numerator: Exact, denominator: Exact): number | null => {
  if (denominator.units === 0n) return null;
  if (numerator.units === 0n) return 0;
  const above = numerator.units * power(denominator.scale);
  const below = denominator.units * power(numerator.scale);
  const negative = above < 0n !== below < 0n;
  const size = quotient(above < 0n ? -above : above, below < 0n ? -below : below);
  return negative ? -size : size;
};

/** The double nearest to a decimal. */
export const toDouble = (value: Exact): number => ratio(value, whole(1)) ?? 0;
