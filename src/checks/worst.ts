import type { CheckResult } from '../report/schema.ts';

/** What the verdicts make of a run that otherwise was done: error outranks fail. */
export const worstOf = (results: readonly CheckResult[]): 'pass' | 'fail' | 'error' => {
  if (results.some(({ outcome }) => outcome === 'error')) return 'error';
  return results.some(({ outcome }) => outcome === 'fail') ? 'fail' : 'pass';
};
