import { clearFiles } from '../laws/ask.ts';
import { type Case, casesOf, type Kind } from './cases.ts';
import { makeFirstReader } from './first-reading.ts';
import { judgeFigures, judgeReading, type Verdict } from './judge.ts';
import { smaller } from './smaller.ts';

/** What is to be tried. */
export interface Plan {
  readonly kind: Kind;
  readonly seed: number;
  readonly cases: number;
  /** Of the cases that are read, one in so many is run through all of `kpi`, and a tenth as many of those that are not. */
  readonly every: number;
  /** When to end even though cases are left, in milliseconds since 1970. */
  readonly until: number;
}

/** A case that went as it must not, made as small as it was possible. */
export interface Fault {
  readonly kind: Kind;
  readonly seed: number;
  readonly number: number;
  readonly role: string;
  readonly flags: string;
  readonly done: readonly string[];
  readonly fault: string;
  /** The bytes in Base64. */
  readonly file: string;
}

/** How the cases of a plan ended. */
export interface Tried {
  readonly kind: Kind;
  readonly seed: number;
  cases: number;
  /** Of these, how many were run through all of `kpi`. */
  whole: number;
  /** By outcome, of the reading alone and of whole runs. */
  readonly reading: Record<string, number>;
  readonly figures: Record<string, number>;
  /** By code. */
  readonly refusals: Record<string, number>;
  readonly faults: Fault[];
}

/** So many faults end a plan: there is no use in more before these are understood. */
const enoughFaults = (cases: number): number => Math.max(5, cases / 10_000);

const counted = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Tries the cases of a plan, one after another, and ends early where faults are many. */
export const fuzz = async ({ kind, seed, cases, every, until }: Plan): Promise<Tried> => {
  const tried: Tried = { kind, seed, cases: 0, whole: 0, reading: {}, figures: {}, refusals: {}, faults: [] };
  const reader = makeFirstReader();
  const caseAt = casesOf(kind, seed);
  const note = async (one: Case, verdict: Verdict, judge: (of: Case) => Promise<Verdict>): Promise<void> => {
    if (verdict.code !== null) counted(tried.refusals, verdict.code);
    if (verdict.fault === null) return;
    const { number, done, base, bytes } = await smaller(one, verdict.fault, judge);
    const { role, flags } = base;
    tried.faults.push({
      kind,
      seed,
      number,
      role,
      flags: JSON.stringify(flags),
      done,
      fault: verdict.fault,
      file: bytes.toString('base64'),
    });
  };
  const byReading = (of: Case): Promise<Verdict> => judgeReading(of, reader);
  try {
    for (let number = 0; number < cases && tried.faults.length < enoughFaults(cases); number++) {
      if (Date.now() > until) break;
      const one = caseAt(number);
      tried.cases += 1;
      const read = await byReading(one);
      counted(tried.reading, read.outcome);
      await note(one, read, byReading);
      if (number % (read.outcome === 'refused' ? 10 * every : every) !== 0) continue;
      tried.whole += 1;
      const whole = await judgeFigures(one);
      counted(tried.figures, whole.outcome);
      await note(one, whole, judgeFigures);
    }
  } finally {
    await reader.close();
    clearFiles();
  }
  return tried;
};
