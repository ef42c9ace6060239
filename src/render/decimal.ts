import type { Exact } from '../indicators/define.ts';
import type { Language } from './options.ts';

const aligned = (value: Exact, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale);

/** The decimal a text or a number stands for, digit for digit: a number is what JavaScript writes it as. */
export const decimalOf = (written: string | number): Exact => {
  const [, sign, whole, fraction = '', exponent = '0'] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(written)) ?? [];
  if (whole === undefined) throw new Error(`${written} is no decimal`);
  const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  return shifted({ units, scale: fraction.length }, Number(exponent));
};

/** A decimal times a power of ten. */
export const shifted = ({ units, scale }: Exact, places: number): Exact =>
  scale >= places
    ? { units, scale: scale - places }
    : { units: units * 10n ** BigInt(places - scale), scale: 0 };

/** −1, 0 or 1: where a decimal lies beside another. */
export const compared = (value: Exact, other: Exact): -1 | 0 | 1 => {
  const scale = Math.max(value.scale, other.scale);
  const [left, right] = [aligned(value, scale), aligned(other, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** How far two decimals are apart. */
export const apart = (value: Exact, other: Exact): Exact => {
  const scale = Math.max(value.scale, other.scale);
  const units = aligned(value, scale) - aligned(other, scale);
  return { units: units < 0n ? -units : units, scale };
};

/** A decimal with so many decimals, halves away from 0. */
export const rounded = (value: Exact, decimals: number): Exact => {
  if (value.scale <= decimals) return { units: aligned(value, decimals), scale: decimals };
  const step = 10n ** BigInt(value.scale - decimals);
  const half = value.units < 0n ? -(step / 2n) : step / 2n;
  return { units: (value.units + half) / step, scale: decimals };
};

/** A decimal without the zeros at its end, down to `least` decimals. */
export const trimmed = ({ units, scale }: Exact, least: number): Exact =>
  scale > least && units % 10n === 0n
    ? trimmed({ units: units / 10n, scale: scale - 1 }, least)
    : { units, scale };

const marks: Readonly<Record<Language, { readonly thousands: string; readonly point: string }>> = {
  en: { thousands: ',', point: '.' },
  fr: { thousands: '\u202f', point: ',' },
};

/** A decimal as the language writes it, digit for digit, its thousands grouped. */
export const decimalText = ({ units, scale }: Exact, lang: Language, signed = false): string => {
  const { thousands, point } = marks[lang];
  const sign = units < 0n ? '-' : signed && units > 0n ? '+' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, thousands);
  return sign + whole + (scale === 0 ? '' : point + digits.slice(digits.length - scale));
};
