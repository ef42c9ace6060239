/** A sentence of the catalogue, filled with details in their order: what, where, and what to do next. */
export type Sentence = (...details: string[]) => string;
