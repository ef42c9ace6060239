import type { Case } from './cases.ts';
import type { Verdict } from './judge.ts';

/** Judges a case again; what is looked for is a fault that begins as the first one did. */
export type Judge = (one: Case) => Promise<Verdict>;

const alike = (one: string | null, other: string): boolean =>
  one !== null && one.slice(0, 12) === other.slice(0, 12);

const pieces = 400;

/** Takes away lines and then stretches of bytes for as long as the fault stays: the smallest file found to have it. */
export const smaller = async (one: Case, fault: string, judge: Judge): Promise<Case> => {
  let left = one;
  let patience = pieces;
  const attempt = async (bytes: Buffer): Promise<boolean> => {
    patience -= 1;
    const tried = { ...left, bytes };
    const found = (await judge(tried)).fault;
    if (!alike(found, fault)) return false;
    left = tried;
    return true;
  };
  const lines = (): number[] => [...left.bytes.keys()].filter((at) => left.bytes[at] === 0x0a);
  for (let line = lines().length - 1; line > 0 && patience > 0; line--) {
    const ends = lines();
    const [from, to] = [ends[line - 1]! + 1, (ends[line] ?? left.bytes.length - 1) + 1];
    await attempt(Buffer.concat([left.bytes.subarray(0, from), left.bytes.subarray(to)]));
  }
  for (const size of [32, 8, 2, 1])
    for (let at = left.bytes.length - size; at >= 0 && patience > 0; at -= size)
      await attempt(Buffer.concat([left.bytes.subarray(0, at), left.bytes.subarray(at + size)]));
  return left;
};
