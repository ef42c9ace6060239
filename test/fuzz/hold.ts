import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Fault, fuzz } from './fuzz.ts';
import { cases, plansOf } from './plans.ts';

/** Long enough for a million cases. */
const patience = 20_000_000;

/** From so many cases on, each of the usual outcomes must have come up. */
const enough = 200;

const told = ({ kind, seed, number, role, flags, done, fault, file }: Fault): string =>
  [
    `case ${number} of seed ${seed} (${kind}, ${role}: ${done.join(', ')}): ${fault}`,
    `flags ${flags}, file in Base64: ${file}`,
  ].join('\n');

/** Holds the reader and all of `kpi` to half of the cases, those of a seed. */
export const holdTo = (seed: number): void => {
  console.info(`fuzz: seed ${seed}`);
  for (const plan of plansOf(seed, cases / 2))
    test(`no ${plan.kind === 'values' ? 'unusual value' : `damaged ${plan.kind}`} is misread`, {
      timeout: patience,
    }, async () => {
      const tried = await fuzz(plan);
      const folder = process.env.LOYALTY_FUZZ_RESULTS;
      if (folder !== undefined) writeFileSync(join(folder, `${plan.kind}.json`), JSON.stringify(tried));
      expect(tried.faults.map(told)).toEqual([]);
      if (plan.until === Number.POSITIVE_INFINITY) expect(tried.cases).toBe(plan.cases);
      if (tried.cases >= enough) {
        expect(Object.keys(tried.reading)).toEqual(
          expect.arrayContaining(plan.kind === 'values' ? ['agreed'] : ['same', 'refused']),
        );
        expect(tried.reading.refused ?? 0).toBeLessThan(0.9 * tried.cases);
      }
    });
};
