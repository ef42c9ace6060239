import { expect } from 'vitest';
import { agreement } from './agreement.ts';
import { answers } from './answers.ts';
import { balance } from './balance.ts';
import { bounds } from './bounds.ts';
import { holdTo } from './law.ts';
import { retelling } from './retelling.ts';
import { runs } from './trials.ts';
import { views } from './views.ts';

/** From so many trials on, all figures must have had a value and all bases must have been asked for. */
const enough = 500;

/** Holds every law to the trials of a seed. */
export const holdEveryLaw = (seed: number): void => {
  const seen = new Map<string, boolean>();
  const asked = new Set<string>();
  const laws = [...agreement(seen, asked), ...balance, ...bounds, ...answers, ...retelling, ...views];
  holdTo(laws, seed, () => {
    if (runs < enough) return;
    expect([...asked].toSorted()).toEqual(['active:12m', 'contract', 'ever', 'previous']);
    expect([...seen].filter(([, hadValue]) => !hadValue).map(([id]) => id)).toEqual([]);
  });
};
