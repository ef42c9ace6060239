/** What every canary begins with; it stands in no name of ours, and finds canaries that were cut short too. */
export const canary = /zqx\d{5}/i;

const letters = 'abcdefghijkmnprstuvwyz';

/** The canary of a number: 16 signs, no other number's. */
const tokenOf = (number: number): string => {
  let rest = (number * 2_654_435_761) % 4_294_967_296;
  let tail = '';
  for (let sign = 0; sign < 8; sign += 1) {
    tail += letters[rest % letters.length]!;
    rest = Math.floor(rest / letters.length) + number * 31;
  }
  return `zqx${String(number).padStart(5, '0')}${tail}`;
};

/** Gives canaries: a new one for each cell, and always the same for what is said to be the same. */
export interface Canaries {
  readonly next: () => string;
  readonly of: (what: string) => string;
}

/** Makes a source of canaries. */
export const canaries = (): Canaries => {
  let given = 0;
  const known = new Map<string, string>();
  const next = (): string => tokenOf(given++);
  return {
    next,
    of: (what) => {
      const found = known.get(what) ?? next();
      known.set(what, found);
      return found;
    },
  };
};
