import type { Argument, Option } from 'commander';

/** A word a shell may offer, alone or with what it means. */
export type Word = string | readonly [word: string, meaning: string];

/** A list that other modules hold; it is read when a completion is made, not when the program starts. */
export type Register = 'figures' | 'checked' | 'groups' | 'profiles' | 'dates';

/** What a shell may offer where a value goes. */
export type Offer =
  /** Words; `closed` where there are no others. */
  | { readonly kind: 'words'; readonly words: readonly Word[]; readonly closed: boolean }
  /**
   * The names of a register, of which a `list` takes several with commas between them; `also` stand before them;
   * `closed` where a value is such a name and nothing more.
   */
  | {
      readonly kind: 'register';
      readonly of: Register;
      readonly list: boolean;
      readonly closed: boolean;
      readonly also: readonly Word[];
    }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  /** A file, which may have one of these words and a = before it. */
  | { readonly kind: 'labelled-files'; readonly labels: readonly Word[] };

const offers = new WeakMap<Option | Argument, Offer>();

/** Says what a shell offers for the value of a flag or an argument; the flag itself accepts what it did before. */
export const offering = <T extends Option | Argument>(target: T, offer: Offer): T => {
  offers.set(target, offer);
  return target;
};

/** All the words a flag takes; in a test each is held against the schema that validates the flag. */
export const words = (...all: readonly Word[]): Offer => ({ kind: 'words', words: all, closed: true });

/** Some of the words a flag takes. */
export const suggestions = (...some: readonly Word[]): Offer => ({
  kind: 'words',
  words: some,
  closed: false,
});

/** One name of a register. */
export const nameOf = (of: Register): Offer => ({
  kind: 'register',
  of,
  list: false,
  closed: true,
  also: [],
});

/** A value that begins with a name of a register, or with one of these words, and goes on as its writer likes. */
export const beginningWith = (of: Register, ...also: readonly Word[]): Offer => ({
  kind: 'register',
  of,
  list: false,
  closed: false,
  also,
});

/** Names of a register with commas between them, or one of the words that stand for none of it. */
export const namesOf = (of: Register, ...also: readonly Word[]): Offer => ({
  kind: 'register',
  of,
  list: true,
  closed: true,
  also,
});

export const files: Offer = { kind: 'files' };

/** A file, or `label=file`. */
export const labelledFiles = (...labels: readonly Word[]): Offer => ({ kind: 'labelled-files', labels });

const byPlaceholder: Readonly<Record<string, Offer>> = {
  file: files,
  files,
  folder: { kind: 'folders' },
  ids: namesOf('figures'),
};

/** What was said to be offered; else what the placeholder of the value or commander's own choices say; else null. */
export const offerOf = (target: Option | Argument, placeholder: string): Offer | null =>
  offers.get(target) ??
  (target.argChoices === undefined ? byPlaceholder[placeholder] : words(...target.argChoices)) ??
  null;
