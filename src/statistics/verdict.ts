/** The level of the intervals, and what `significant` means: p < 1 − level. */
export const LEVEL = 0.95;

/** What a two-sided test of "no difference" says, at the level of 95 %. */
export interface Test {
  readonly significant: boolean;
  readonly p: number;
}

/** Makes the answer of a test of its p value. */
export const verdict = (p: number): Test => ({ significant: p < 1 - LEVEL, p });
