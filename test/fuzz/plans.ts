import { type Kind, kinds } from './cases.ts';
import type { Plan } from './fuzz.ts';

const whole = (name: string, otherwise: number): number => {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} is a whole number from 1`);
  return value;
};

/** How many cases there are of all kinds together: `LOYALTY_FUZZ`, 26 500 unless told. */
export const cases = whole('LOYALTY_FUZZ', 26_500);

/** Of the cases that are read, one in so many is run through all of `kpi`: `LOYALTY_FUZZ_WHOLE`, 50 unless told. */
export const every = whole('LOYALTY_FUZZ_WHOLE', 50);

/** Unusual values show in figures alone, so more of them are run to the end. */
const moreValues = 13;

/** Two seeds share the cases, the same in every run, so that what lands does not hang on chance; deep runs draw new ones. */
export const fixedSeed = 20_240_229;
export const secondSeed = (): number => whole('LOYALTY_FUZZ_SEED', 20_261_122);

const shares: Readonly<Record<Kind, number>> = { csv: 20_000, json: 5_000, gzip: 500, values: 1_000 };
const together = Object.values(shares).reduce((sum, share) => sum + share);

const begun = Date.now();

/** When to end at the latest, in milliseconds since 1970: after `LOYALTY_FUZZ_MINUTES`, where that is said. */
const limit = (share: number): number => {
  const minutes = process.env.LOYALTY_FUZZ_MINUTES;
  return minutes === undefined ? Number.POSITIVE_INFINITY : begun + Number(minutes) * 60_000 * share;
};

/** The plans of a seed for so many cases: forty of CSV, ten of JSON and two of values to one of gzip; time is shared out likewise. */
export const plansOf = (seed: number, wanted: number): Plan[] => {
  let share = 0;
  return kinds.map((kind) => {
    share += shares[kind] / together;
    return {
      kind,
      seed,
      cases: Math.ceil((wanted * shares[kind]) / together),
      every: kind === 'values' ? Math.ceil(every / moreValues) : every,
      until: limit(share),
    };
  });
};
