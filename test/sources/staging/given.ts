import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { LoyaltyError } from '../../../src/errors.ts';
import type { Source } from '../../../src/sources/staging/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'staging-test-'));
let made = 0;
let descriptor = -1;

const closeLast = (): void => {
  if (descriptor >= 0) closeSync(descriptor);
  descriptor = -1;
};

afterAll(() => {
  closeLast();
  rmSync(folder, { recursive: true, force: true });
});

/** What became of some bytes: what the work returned and wrote, or the fault it ended with. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly written: Buffer }
  | { readonly kind: 'fault'; readonly fault: LoyaltyError };

/** Puts bytes into a new file and returns it as an open source; the one before is closed and removed. */
export const sourceOf = (bytes: Uint8Array | string): Source => {
  closeLast();
  rmSync(join(folder, `given-${made++}`), { force: true });
  const given = join(folder, `given-${made}`);
  writeFileSync(given, bytes);
  descriptor = openSync(given, 'r');
  return { fd: descriptor, file: 'given.dat', bytes: statSync(given).size };
};

/** Does the work on some bytes; whatever it does, it must leave a private target or none. */
export const outcomeOf = async <Result>(
  bytes: Uint8Array | string,
  work: (source: Source, target: string) => Promise<Result>,
): Promise<Outcome<Result>> => {
  const source = sourceOf(bytes);
  const target = join(folder, `target-${made}`);
  try {
    const result = await work(source, target);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    return { kind: 'done', result, written: readFileSync(target) };
  } catch (error) {
    expect(existsSync(target)).toBe(false);
    if (!(error instanceof LoyaltyError)) throw error;
    return { kind: 'fault', fault: error };
  } finally {
    rmSync(target, { force: true });
  }
};

/** What the work made of the bytes; a fault fails the test. */
export const doneWith = async <Result>(
  bytes: Uint8Array | string,
  work: (source: Source, target: string) => Promise<Result>,
): Promise<{ result: Result; written: Buffer }> => {
  const outcome = await outcomeOf(bytes, work);
  if (outcome.kind === 'fault') throw outcome.fault;
  return outcome;
};

/** The fault the work ended with; success fails the test. */
export const faultOf = async <Result>(
  bytes: Uint8Array | string,
  work: (source: Source, target: string) => Promise<Result>,
): Promise<LoyaltyError> => {
  const outcome = await outcomeOf(bytes, work);
  expect(outcome.kind).toBe('fault');
  return (outcome as { fault: LoyaltyError }).fault;
};
