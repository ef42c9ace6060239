/** A sentence in both languages; its details are written in order, those left out are ''. */
export interface Message {
  readonly en: (...details: string[]) => string;
  readonly fr: (...details: string[]) => string;
  /** The places of the details that are numbers, to be written as the language writes them. */
  readonly numbers?: readonly number[];
}

/** A sentence without details. */
export const message = (en: string, fr: string): Message => ({ en: () => en, fr: () => fr });

/** The words that agree with a count, in the singular or the plural; no sentence is said of a count of 0. */
export const agreeing = (count: string, one: string, many: string): string => (count === '1' ? one : many);
