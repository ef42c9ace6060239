import fc from 'fast-check';
import type { Language } from '../../../src/render/options.ts';
import type { Unit } from '../../../src/report/schema.ts';

/** Decimals as whole numbers of 10⁻²⁶, made and compared by nothing the program has. */
export const places = 26;

/** The units of a number as it is written. */
export const unitsOf = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.replace(/^[-+]/, '').split('.');
  const units = BigInt(whole + fraction.padEnd(places, '0'));
  return text.startsWith('-') ? -units : units;
};

/** The number some units are, digit for digit. */
export const textOf = (units: bigint): string => {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** −1, 0 or 1: where a number lies beside another. */
export const sign = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);
/** The names of those. */
export const distances = ['below', 'at', 'above'] as const;
export const magnitude = (units: bigint): bigint => (units < 0n ? -units : units);

/** The numbers in a text of a language, in the order they stand there. */
export const numbersIn = (text: string, lang: Language): bigint[] =>
  [...text.matchAll(/[-+]?\d[\d,.\u202f]*/g)].map(([number]) =>
    unitsOf(lang === 'fr' ? number.replaceAll('\u202f', '').replace(',', '.') : number.replaceAll(',', '')),
  );

/** Every unit there is. */
export const unit = fc.constantFrom<Unit>(
  'count',
  'share',
  'money',
  'points',
  'days',
  'years',
  'ratio',
  'scale',
);
/** Thresholds of up to six decimals. */
export const threshold = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([number, scale]) => BigInt(number) * 10n ** BigInt(places - scale));

/** Values near a threshold, so near that doubles cannot tell them from it, at it, or anywhere. */
export const near = (to: bigint): fc.Arbitrary<bigint> =>
  fc
    .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: places }))
    .map(([step, scale]) => to + BigInt(step) * 10n ** BigInt(places - scale));
