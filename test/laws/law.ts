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

/** How a law fared: in how many trials it had a case, and the first that broke it. */
interface Score {
  cases: number;
  broken: { readonly at: number; readonly fault: unknown } | null;
}

const chunk = 50;

/** Holds all laws to one trial after the other, so that they share its reports; a law that broke is left alone. */
const tryAll = async (laws: readonly Law[], seed: number, trials: number): Promise<Map<Law, Score>> => {
  const records = new Map(laws.map((law): [Law, Score] => [law, { cases: 0, broken: null }]));
  for (let at = 0; at < trials; at += chunk) {
    const drawn = fc.sample(trial, { seed, path: String(at), numRuns: Math.min(chunk, trials - at) });
    for (const [offset, one] of drawn.entries()) {
      const study = studyOf(one);
      for (const [law, record] of records) {
        if (record.broken !== null) continue;
        try {
          if ((await law.holds(study)) !== idle) record.cases += 1;
        } catch (fault) {
          record.broken = { at: at + offset, fault };
        }
      }
    }
  }
  return records;
};

/** Looks for a smaller trial that breaks the law; throws what it finds, else the fault itself. */
const explain = async (law: Law, seed: number, at: number, fault: unknown): Promise<never> => {
  const again = fc.asyncProperty(trial, async (drawn) => {
    await law.holds(studyOf(drawn));
  });
  await fc.assert(again, { seed, path: String(at), interruptAfterTimeLimit: shrinkingTime });
  throw fault;
};

/** Long enough for a law that waits until all trials are made, ten thousand of them too. */
const patience = 20_000_000;
const shrinkingTime = 60_000;

/** From so many trials on, a law must have had a case in one of them. */
const enough = 50;

/** Holds laws to half of the trials, those of a seed, one test a law; the first that broke is looked into. */
export const holdTo = (laws: readonly Law[], seed: number, afterwards: () => void): void => {
  const trials = Math.ceil(runs / 2);
  let tried: Promise<Map<Law, Score>> | null = null;
  let explained = false;
  console.info(`laws: ${trials} trials of seed ${seed}`);
  for (const law of laws) {
    test(law.title, { timeout: patience }, async () => {
      tried ??= tryAll(laws, seed, trials);
      const { cases, broken } = (await tried).get(law)!;
      if (broken === null) {
        if (trials >= enough) expect(cases, 'trials that gave the law a case').toBeGreaterThan(0);
        return;
      }
      console.error(`laws: "${law.title}" broke at trial ${broken.at} of seed ${seed}`);
      if (explained) throw broken.fault;
      explained = true;
      await explain(law, seed, broken.at, broken.fault);
    });
  }
  test('the trials leave nothing out', afterwards);
  afterAll(clearFiles);
};
