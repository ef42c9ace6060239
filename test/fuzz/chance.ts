/** A stream of draws that is the same for the same seed and case, on any machine. */
export interface Chance {
  /** A whole number from 0 to `limit − 1`; 0 where the limit is no more than 1. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** True about once in so many draws. */
  readonly oneIn: (times: number) => boolean;
}

const mixed = (value: number): number => {
  const once = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
  return (twice ^ (twice >>> 15)) >>> 0;
};

/** The draws of one case of a seed; no case depends on how many came before it. */
export const chanceOf = (seed: number, number: number): Chance => {
  let state = mixed((mixed(seed) + Math.imul(number + 1, 0x9e3779b9)) >>> 0);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixed(state) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * Math.max(1, limit));
  return { below, pick: (items) => items[below(items.length)]!, oneIn: (times) => below(times) === 0 };
};
