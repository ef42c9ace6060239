import type { CheckResult } from '../../report/schema.ts';
import { formatCount } from '../numbers.ts';
import type { Language } from '../options.ts';
import { type State, stateOf, states } from './view.ts';
import { checkWords } from './words.ts';

/** The sign each state is marked by. */
export const stateSigns: Readonly<Record<State, string>> = {
  passed: '✔',
  failed: '✖',
  warned: '▲',
  undecided: '~',
  unevaluated: '?',
};

/** How many checks passed, failed and so on: `2 passed, 1 failed, 1 could not be evaluated`. */
export const summaryText = (checks: readonly CheckResult[], lang: Language): string => {
  const words = checkWords(lang);
  const counted = states
    .map((state) => [state, checks.filter((check) => stateOf(check) === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => words.counts[state](formatCount(count, lang), count > 1));
  return counted.length === 0 ? words.none : counted.join(', ');
};
