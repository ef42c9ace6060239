import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { shop } from '../oracle/arbitraries.ts';
import { type Day, dayOf, dayText } from '../oracle/day.ts';
import { type Inquiry, inquiry } from '../oracle/questions.arbitrary.ts';
import type { CustomerRow, Shop } from '../oracle/shop.ts';
import { csvTexts } from '../oracle/shop-text.ts';
import { figuresOf, type ShopFiles } from './harness.ts';

/** One random shop and what is asked of it. */
export interface Trial {
  readonly shop: Shop;
  readonly question: Inquiry;
}

/** How many trials each law gets: `LOYALTY_RUNS`, 100 unless told. */
export const runs = Number(process.env.LOYALTY_RUNS ?? 100);
if (!Number.isInteger(runs) || runs < 1) throw new RangeError('LOYALTY_RUNS is a whole number from 1');

/** Half of the trials are always the same, half are new in every run. */
export const seeds: readonly number[] = [20240229, randomInt(2 ** 31)];
console.info(`laws: ${runs} trials each, seeds ${seeds.join(' and ')}`);

/** Long enough for a law over a thousand spawned runs. */
export const patience = { timeout: 1_800_000 };

const customersKnownBy = (customers: readonly CustomerRow[], asOf: Day): CustomerRow[] => {
  const known = (text: string) => (text !== '' && dayOf(text) <= asOf ? text : '');
  return customers
    .filter((row) => row.started_at === '' || known(row.started_at) !== '')
    .map((row) => ({
      ...row,
      ended_at: known(row.ended_at),
      end_reason: known(row.ended_at) === '' ? '' : row.end_reason,
      enrolled_at: known(row.enrolled_at),
    }));
};

/** Trials over the shops of an arbitrary; the customers export says only what was known on the as-of day, and contracts are asked about where it is given. */
export const trialOf = (
  shops: fc.Arbitrary<Shop>,
  questions: fc.Arbitrary<Inquiry> = inquiry,
): fc.Arbitrary<Trial> =>
  fc.record({ shop: shops, question: questions }).map(({ shop: drawn, question }) => ({
    shop: {
      ...drawn,
      customers: drawn.customers === null ? null : customersKnownBy(drawn.customers, question.asOf),
    },
    question:
      drawn.customers === null && question.base === 'contract' ? { ...question, base: 'ever' } : question,
  }));

const trial = trialOf(shop);

/** The flags of `kpi` that ask a question and say how the exports are written: one row per order, decimal points. */
export const flagsOf = (question: Inquiry): string[] => [
  '--period',
  question.label,
  '--as-of',
  dayText(question.asOf),
  '--base',
  question.base,
  '--timezone',
  'UTC',
  '--grain',
  'orders',
  '--decimal',
  '.',
];

const remembered = new Map<string, Promise<Report>>();

/** The report over the exports as CSV; one and the same input is run once for all laws of a file. */
export const reportOf = (
  { shop: drawn, question }: Trial,
  files: ShopFiles = csvTexts(drawn),
): Promise<Report> => {
  const flags = flagsOf(question);
  const key = JSON.stringify([files, flags]);
  const earlier = remembered.get(key) ?? figuresOf(files, flags);
  remembered.set(key, earlier);
  return earlier;
};

/** What a law returns where the trial gives it nothing to say. */
export const idle = 'idle';

type Outcome = typeof idle | undefined;

/** Holds a law to random trials, `extra` being whatever else it draws; fails as well when it never had a case. */
export const everyTrial = async <T>(
  law: (trial: Trial, extra: T) => Promise<Outcome>,
  extra: fc.Arbitrary<T>,
): Promise<void> => {
  let said = 0;
  for (const seed of seeds) {
    await fc.assert(
      fc.asyncProperty(trial, extra, async (drawn, more) => {
        if ((await law(drawn, more)) !== idle) said += 1;
      }),
      { seed, numRuns: Math.ceil(runs / seeds.length) },
    );
  }
  if (runs >= 50) expect(said, 'trials that gave the law a case').toBeGreaterThan(0);
};

/** Holds a law to the reports of random trials. */
export const everyReport = (law: (report: Report, trial: Trial) => Outcome): Promise<void> =>
  everyTrial(async (drawn) => law(await reportOf(drawn), drawn), fc.constant(null));
