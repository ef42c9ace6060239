/** Cents as an amount with two decimals. */
export const decimal = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** An instant as a clock of the zone shows it: `2021-03-31 23:30:00`. */
export const clockOf = (at: Date, timeZone: string): string =>
  at.toLocaleString('sv-SE', { timeZone, hourCycle: 'h23' });

/** The offset of a zone at an instant: `+0200`. */
export const offsetOf = (at: Date, timeZone: string): string => {
  const minutes = (Date.parse(`${clockOf(at, timeZone).replace(' ', 'T')}Z`) - at.getTime()) / 60_000;
  const ahead = Math.abs(minutes);
  const [hours, rest] = [Math.floor(ahead / 60), ahead % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}${rest}`;
};
