/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
};

/** The fraction `numerator ÷ denominator`, reduced; throws on a denominator of 0. */
export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('a fraction has no denominator 0');
  const common = greatestCommonDivisor(n, d) * (d < 0n ? -1n : 1n);
  return { numerator: n / common, denominator: d / common };
};

/** The fraction 0. */
export const zero: Rational = rational(0);

/** Reads a plain decimal such as `-12.3400` exactly; throws on anything else. */
export const decimal = (text: string): Rational => {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (parts === null) throw new RangeError('not a plain decimal');
  const [, sign, whole = '', fraction = ''] = parts;
  const units = BigInt(whole + fraction);
  return rational(sign === '-' ? -units : units, 10n ** BigInt(fraction.length));
};

/** a + b, exactly. */
export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** The same size with the other sign. */
export const negate = (a: Rational): Rational => rational(-a.numerator, a.denominator);

/** a − b, exactly. */
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

/** a × b, exactly. */
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** a ÷ b; throws where b is 0. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** The size without its sign. */
export const absolute = (a: Rational): Rational => (a.numerator < 0n ? negate(a) : a);

/** Negative, 0 or positive as a is less than, equal to or more than b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = subtract(a, b).numerator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Whether it is 0. */
export const isZero = (a: Rational): boolean => a.numerator === 0n;

/** The exact sum; 0 for no parts. */
export const sum = (parts: Iterable<Rational>): Rational => {
  let total = zero;
  for (const part of parts) total = add(total, part);
  return total;
};

/** The nearest double, within one unit in the last place. */
export const toNumber = (a: Rational): number => {
  const small = 2n ** 53n;
  if (absolute(a).numerator < small && a.denominator < small) {
    return Number(a.numerator) / Number(a.denominator);
  }
  const missing = 80 + a.denominator.toString(2).length - absolute(a).numerator.toString(2).length;
  const shift = Math.max(0, missing);
  return Number((a.numerator << BigInt(shift)) / a.denominator) / 2 ** shift;
};
