import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatChange,
  formatCount,
  formatDecimal,
  formatExact,
  formatNumber,
  formatProbability,
} from '../../src/render/numbers.ts';
import type { Unit } from '../../src/report/schema.ts';

describe('formatNumber', () => {
  test.each<[number, Unit, string, string]>([
    [0.408396946, 'share', '40.8%', '40,8\u00a0%'],
    [0, 'share', '0.0%', '0,0\u00a0%'],
    [1, 'share', '100.0%', '100,0\u00a0%'],
    [0.9996, 'share', '99.96%', '99,96\u00a0%'],
    [0.0002, 'share', '0.02%', '0,02\u00a0%'],
    [26987.31, 'money', '26,987.31', '26\u202f987,31'],
    [0.0004, 'money', '0.0004', '0,0004'],
    [2357, 'count', '2,357', '2\u202f357'],
    [46.1538, 'points', '+46.2', '+46,2'],
    [-0.04, 'points', '-0.04', '-0,04'],
    [0, 'points', '0.0', '0,0'],
    [31.5, 'days', '31.5 d', '31,5\u00a0j'],
    [31, 'days', '31 d', '31\u00a0j'],
    [2.5, 'years', '2.5 y', '2,5\u00a0ans'],
    [5.128, 'ratio', '5.13', '5,13'],
    [4.3, 'scale', '4.30', '4,30'],
  ])('%d as %s is %j, in French %j', (value, unit, en, fr) => {
    expect(formatNumber(value, unit, 'en')).toBe(en);
    expect(formatNumber(value, unit, 'fr')).toBe(fr);
  });

  test('a share that is neither nothing nor everything never looks like it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
        const printed = Number(formatNumber(share, 'share', 'en').replace('%', ''));
        expect(printed).toBeGreaterThan(0);
        expect(printed).toBeLessThan(100);
        expect(Math.abs(printed - share * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  test('a larger number is never printed as a smaller one', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const printed = (value: number): number =>
          Number(formatNumber(value, 'money', 'en').replaceAll(',', ''));
        expect(Math.sign(printed(a) - printed(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('as ECMA-402 writes them', () => {
  const locales = { en: 'en-GB', fr: 'fr-FR' } as const;
  const anyNumber = fc.oneof(
    fc.double({ min: -1e21, max: 1e21, noNaN: true }),
    fc.double({ min: -1000, max: 1000, noNaN: true }),
    fc.tuple(fc.integer(), fc.integer({ min: 0, max: 9 })).map(([units, scale]) => units / 10 ** scale),
  );
  const language = fc.constantFrom('en' as const, 'fr' as const);
  const digitsOf = (text: string, lang: 'en' | 'fr'): number =>
    (text.split(lang === 'fr' ? ',' : '.')[1] ?? '').replace(/\D/g, '').length;

  test.each<[Unit, number, number, 'exceptZero' | 'negative']>([
    ['share', 1, 1, 'negative'],
    ['points', 1, 1, 'exceptZero'],
    ['count', 0, 0, 'negative'],
    ['days', 0, 1, 'negative'],
    ['years', 0, 1, 'negative'],
    ['money', 2, 2, 'negative'],
    ['ratio', 2, 2, 'negative'],
    ['scale', 2, 2, 'negative'],
  ])('numbers of the unit %s', (unit, least, usual, signDisplay) => {
    fc.assert(
      fc.property(anyNumber, language, (value, lang) => {
        const text = formatNumber(value, unit, lang);
        const most = Math.max(usual, digitsOf(text, lang));
        const expected = new Intl.NumberFormat(locales[lang], {
          style: unit === 'share' ? 'percent' : 'decimal',
          minimumFractionDigits: Math.min(most, unit === 'share' || unit === 'points' ? most : least),
          maximumFractionDigits: most,
          signDisplay,
        }).format(value);
        const bare = (written: string): string => written.replace(/[\s%djyans]+$/, '');
        expect(bare(text)).toBe(bare(expected));
      }),
      { numRuns: 500 },
    );
  });

  test('exact decimals', () => {
    const exact = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }))
      .map(([units, scale]) => {
        const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
        const whole = digits.slice(0, digits.length - scale);
        const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
        return `${units < 0n ? '-' : ''}${whole}${fraction}`;
      });
    fc.assert(
      fc.property(exact, language, (text, lang) => {
        const format = (least: number): string =>
          new Intl.NumberFormat(locales[lang], {
            minimumFractionDigits: least,
            maximumFractionDigits: 20,
          }).format(text as Intl.StringNumericLiteral);
        expect(formatExact(text, lang)).toBe(format(2));
        expect(formatDecimal(text, lang)).toBe(format(text.split('.')[1]?.length ?? 0));
      }),
      { numRuns: 500 },
    );
  });
});

describe('exact decimals', () => {
  test.each([
    ['26987.3100', '26,987.31', '26\u202f987,31'],
    [
      '9007199254740993.0001',
      '9,007,199,254,740,993.0001',
      '9\u202f007\u202f199\u202f254\u202f740\u202f993,0001',
    ],
    ['-12', '-12.00', '-12,00'],
  ])('%s is %s, in French %s', (exact, en, fr) => {
    expect(formatExact(exact, 'en')).toBe(en);
    expect(formatExact(exact, 'fr')).toBe(fr);
  });

  test('keep every digit', () => {
    const fraction = fc.integer({ min: 0, max: 9999 }).map((part) => String(part).padStart(4, '0'));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fraction, (whole, part) => {
        const printed = formatExact(`${whole}.${part}`, 'en').replaceAll(',', '').split('.');
        expect([printed[0], printed[1]?.padEnd(4, '0')]).toEqual([String(whole), part]);
      }),
    );
  });

  test('a detail keeps the decimals it was given with', () => {
    expect(formatDecimal('1234.50', 'fr')).toBe('1\u202f234,50');
    expect(formatDecimal('61', 'en')).toBe('61');
  });
});

test.each<[number, number | null, Unit, string]>([
  [0.0865, 0.2687, 'share', '+8.7 pt'],
  [-0.0002, -0.1, 'share', '-0.02 pt'],
  [-3.8462, -0.0769, 'points', '-3.8 pt'],
  [-1024.09, -0.03656, 'money', '-3.7%'],
  [12, null, 'count', '+12'],
  [0.25, 0.1, 'scale', '+0.25'],
  [0, 0, 'count', '0.0%'],
])('a change of %d (%d) in %s is %s', (absolute, relative, unit, text) => {
  expect(formatChange(absolute, relative, unit, 'en')).toBe(text);
});

test('counts and p values', () => {
  expect(formatCount(1234567, 'en')).toBe('1,234,567');
  expect(formatProbability(0.0004, 'fr')).toBe('<0,001');
  expect(formatProbability(0.0384, 'en')).toBe('0.038');
});
