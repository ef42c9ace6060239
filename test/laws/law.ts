import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { clearFiles } from './ask.ts';
import { type Study, studyOf } from './study.ts';
import { runs, type Trial, trial } from './trials.ts';

/** What a law returns where the trial gives it nothing to say. */
export const idle = 'idle';
export type Outcome = typeof idle | undefined;

/** Something that holds whatever the shop and the question are; throws where it does not. */
export interface Law {
  readonly title: string;
  readonly holds: (study: Study) => Promise<Outcome>;
}

/** A law that a single report shows. */
export const onReport = (title: string, check: (report: Report, trial: Trial) => Outcome): Law => ({
  title,
  holds: async (study) => check(await study.report(), study.trial),
});

/** Long enough for a law that makes its thousand reports first. */
const patience = 1_800_000;
const shrinkingTime = 60_000;

let explained = false;

/** Looks for the smallest trial that breaks the law, for the first that breaks; throws what it finds, else the fault. */
const explain = async (law: Law, seed: number, at: number, fault: unknown): Promise<never> => {
  console.error(`laws: "${law.title}" broke at trial ${at} of seed ${seed}`);
  if (explained) throw fault;
  explained = true;
  const again = fc.asyncProperty(trial, async (drawn) => {
    await law.holds(studyOf(drawn));
  });
  await fc.assert(again, {
    seed,
    path: String(at),
    endOnFailure: false,
    interruptAfterTimeLimit: shrinkingTime,
  });
  throw fault;
};

/** Holds laws to half of the trials, those of a seed: one set of reports for all of them. */
export const holdTo = (
  laws: readonly Law[],
  seed: number,
  afterwards: (trials: readonly Trial[]) => void,
): void => {
  const trials = fc.sample(trial, { seed, numRuns: Math.ceil(runs / 2) });
  const studies = trials.map(studyOf);
  console.info(`laws: ${studies.length} trials of seed ${seed}`);
  for (const law of laws) {
    test(law.title, { timeout: patience }, async () => {
      let cases = 0;
      for (const [at, study] of studies.entries()) {
        try {
          if ((await law.holds(study)) !== idle) cases += 1;
        } catch (fault) {
          await explain(law, seed, at, fault);
        }
      }
      if (studies.length >= 50) expect(cases, 'trials that gave the law a case').toBeGreaterThan(0);
    });
  }
  test('the trials leave nothing out', () => afterwards(trials));
  afterAll(clearFiles);
};
