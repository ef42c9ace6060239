import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, decimal, divide, multiply, rational, subtract, sum, toNumber } from './rational.ts';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 24n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

test('fractions obey the laws of arithmetic', () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (a, b, c) => {
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(subtract(add(a, b), b)).toEqual(a);
      if (b.numerator !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)));
    }),
  );
});

test('decimals are read exactly', () => {
  expect(sum(Array.from({ length: 10 }, () => decimal('0.1')))).toEqual(rational(1));
  expect(decimal('-12.3400')).toEqual(rational(-617, 50));
  expect(() => decimal('1,5')).toThrow(RangeError);
  expect(() => rational(1, 0)).toThrow(RangeError);
});

test('a quotient of doubles that are whole numbers is the nearest double', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (a, b) => {
      expect(toNumber(rational(a, b))).toBe(a / b + 0);
    }),
  );
});

test('a fraction too large for doubles keeps fifteen digits', () => {
  expect(toNumber(rational(10n ** 40n, 3n * 10n ** 39n))).toBeCloseTo(10 / 3, 14);
  expect(toNumber(rational(-(10n ** 20n) - 1n, 10n ** 40n))).toBeCloseTo(-1e-20, 34);
});
