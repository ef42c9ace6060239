import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareExact,
  decimalText,
  multiply,
  parseExact,
  ratio,
  subtract,
  toDouble,
  whole,
} from '../../src/statistics/index.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => ({ units, scale }));

describe('exact decimals', () => {
  it.each([
    ['112498.6100', 1124986100n, 4, '112498.61', '112498.61'],
    ['0', 0n, 0, '0.00', '0'],
    ['-0.05', -5n, 2, '-0.05', '-0.05'],
    ['-0.00', 0n, 2, '0.00', '0'],
    ['+7', 7n, 0, '7.00', '7'],
    ['12.5', 125n, 1, '12.50', '12.5'],
    ['1.2345', 12345n, 4, '1.2345', '1.2345'],
    ['100', 100n, 0, '100.00', '100'],
    ['0007.10', 710n, 2, '7.10', '7.1'],
    [
      '99999999999999999999999999999999999999',
      99999999999999999999999999999999999999n,
      0,
      '99999999999999999999999999999999999999.00',
      '99999999999999999999999999999999999999',
    ],
  ])('%s', (text, units, scale, money, plain) => {
    expect(parseExact(text)).toEqual({ units, scale });
    expect(decimalText(parseExact(text), 2)).toBe(money);
    expect(decimalText(parseExact(text), 0)).toBe(plain);
  });

  it.each(['', '.5', '5.', '1e3', '1,5', ' 1', '1 ', '--1', 'NaN', '0x1', '١'])(
    'does not read "%s"',
    (text) => {
      expect(() => parseExact(text)).toThrow(SyntaxError);
    },
  );

  it('read back what they write', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), (value, minimum) => {
        const text = decimalText(value, minimum);
        expect(compareExact(parseExact(text), value)).toBe(0);
        expect(text).toMatch(
          new RegExp(`^-?\\d+${minimum === 0 ? '(\\.\\d*[1-9])?' : `\\.\\d{${minimum}}(\\d*[1-9])?`}$`),
        );
      }),
    );
  });

  it('add, subtract, multiply and compare as whole numbers of the smallest unit do', () => {
    const at = ({ units, scale }: { units: bigint; scale: number }): bigint =>
      units * 10n ** BigInt(24 - scale);
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(at(add(a, b))).toBe(at(a) + at(b));
        expect(at(subtract(a, b))).toBe(at(a) - at(b));
        expect(at(multiply(a, b)) * 10n ** 24n).toBe(at(a) * at(b));
        expect(compareExact(a, b)).toBe(at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0);
      }),
    );
  });
});

describe('quotients', () => {
  it('are none over 0', () => {
    expect(ratio(whole(1), parseExact('0.00'))).toBeNull();
    expect(ratio(whole(0), whole(0))).toBeNull();
  });

  it.each([
    ['1', '3', 1 / 3],
    ['-1', '3', -1 / 3],
    ['1', '-3', -1 / 3],
    ['-0.10', '-0.30', 1 / 3],
    ['0.00', '-5', 0],
    ['112498.61', '3267', 34.434836241199875],
    ['9007199254740993', '1', 9007199254740992],
    ['9007199254740995', '1', 9007199254740996],
    ['9007199254740993.000000000001', '1', 9007199254740994],
    ['94.995', '100', 0.94995],
  ])('%s ÷ %s', (numerator, denominator, expected) => {
    expect(ratio(parseExact(numerator), parseExact(denominator))).toBe(expected);
  });

  // IEEE 754 division of two integers that are doubles rounds once: the hardware is the second computation.
  it('of integers are those of the hardware', () => {
    const integer = fc.maxSafeInteger();
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        fc.pre(b !== 0);
        expect(ratio(whole(a), whole(b))).toBe(a / b + 0);
      }),
      { numRuns: 2000 },
    );
  });

  // Number(text) rounds a decimal once (ECMA-262): the parser of the runtime is the second computation.
  it('by 1 are the numbers their decimals spell', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        expect(toDouble(value)).toBe(Number(decimalText(value, 0)));
      }),
      { numRuns: 2000 },
    );
  });

  it('do not depend on how numerator and denominator are scaled', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.bigInt({ min: 1n, max: 10n ** 20n }), (a, b, factor) => {
        const larger = multiply(whole(factor), a);
        expect(ratio(larger, multiply(whole(factor), b))).toBe(ratio(a, b));
      }),
    );
  });
});
