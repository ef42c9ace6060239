import type { Day } from './day.ts';

/** Abbreviations the runtime takes although they are no IANA names: BST would be Dhaka, IST Kolkata, AST Anchorage. */
const abbreviations = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(
    ' ',
  ),
);

/** Whether the name is an IANA time zone: `Europe/Paris`, `UTC`. Offsets and ambiguous abbreviations are not. */
export const isTimezone = (name: string): boolean => {
  if (name === 'UTC') return true;
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(name) || abbreviations.has(name.toUpperCase())) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** The calendar day of an instant in a time zone, whatever the host's. */
export const dayIn = (instant: Date, timezone: string): Day => {
  if (timezone === 'UTC') return instant.toISOString().slice(0, 10);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};
