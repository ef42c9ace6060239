import { expect } from 'vitest';
import { answerOf, differences } from './answer.ts';
import { ask } from './ask.ts';
import { type Change, changes } from './changes.ts';
import { idle, type Law } from './law.ts';
import { retell, type Study } from './study.ts';
import { filesOf, flagsOf } from './telling.ts';

/** In what the answer to the changes differs from the one to be expected. */
const faultsOf = async (study: Study, given: readonly Change[]): Promise<string[]> => {
  const { telling, expected } = retell(study.trial, given, answerOf(await study.report()));
  return differences(answerOf(await ask(filesOf(telling), flagsOf(telling))), expected);
};

const lawOf = (change: Change): Law => ({
  title: change.law,
  holds: async (study) => {
    const { applied, actual, expected } = await study.retold();
    if (!applied.includes(change)) return idle;
    if (differences(actual, expected).length === 0) return undefined;
    expect(await faultsOf(study, [change])).toEqual([]);
    return undefined;
  },
});

/** One law a change. All are made at once; where that does not give what was to be expected, each is tried alone. */
export const retelling: readonly Law[] = [
  ...changes.map(lawOf),
  {
    title: 'all of this at once is each of them after the other',
    holds: async (study) => {
      const { actual, expected } = await study.retold();
      expect(differences(actual, expected)).toEqual([]);
      return undefined;
    },
  },
];
