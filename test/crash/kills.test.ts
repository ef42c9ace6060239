import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loyalty } from '../stories/binary.ts';
import { described } from './calls.ts';
import { words } from './place.ts';
import { canTrace, deep } from './strace.ts';
import { type Known, know, type Shape, type Spoiled, spoil, together } from './sweep.ts';
import { tell } from './tell.ts';

const all = ['json=out.json', 'csv=out.csv', 'markdown=out.md', 'table=out.txt'];

const shapes: readonly Shape[] = [
  { outputs: ['json=out.json'], replaces: false },
  { outputs: ['json=out.json'], replaces: true },
  { outputs: all, rejects: 'rejects.csv', replaces: true },
  ...(deep
    ? [...all, 'json=out.json'].map((output) => ({ outputs: [output], rejects: 'r.csv', replaces: true }))
    : []),
  ...(deep ? [{ outputs: all, rejects: 'rejects.csv', replaces: false }] : []),
];

const left = (runs: readonly Spoiled[]): string[] => runs.flatMap(({ place }) => place.strays());

/** One run in good order with an output in each folder; what was left under all temporary folders lies under its own. */
const runAgain = async (runs: readonly Spoiled[], { targets }: Known): Promise<void> => {
  const temporary = mkdtempSync(join(tmpdir(), 'crash-next-'));
  for (const { place } of runs)
    for (const name of readdirSync(place.temporary))
      renameSync(join(place.temporary, name), join(temporary, name));
  const outputs = runs.map(({ place }) => `json=${join(place.folder, targets[0]!)}`);
  const { code, stderr } = await loyalty(words(outputs), { env: { TMPDIR: temporary } });
  expect(code, stderr).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(temporary, { recursive: true });
};

describe.skipIf(!canTrace)('a run killed at a call (skipped where strace may not be used)', () => {
  it.each(shapes)('writing $outputs (over old files: $replaces)', { timeout: 300_000 }, async (shape) => {
    const known = await know(shape);
    const { calls, targets, before, after } = known;
    const runs = await together(calls, (call) =>
      spoil(known, call, (number) => [`${call.name}:signal=KILL:when=${number}`]),
    );
    const seen = { old: 0, new: 0 };
    for (const { call, code, place } of runs) {
      expect(code, described(call)).toBe(null);
      for (const name of targets) {
        const content = place.read(name);
        expect([before, after.get(name)], `${name} at ${described(call)}`).toContain(content);
        seen[content === before ? 'old' : 'new']++;
      }
    }
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(0);
    expect(left(runs).length).toBeGreaterThan(0);
    await runAgain(runs, known);
    expect(left(runs)).toEqual([]);
    for (const { place } of runs) place.remove();
    tell('killed at every call', {
      outputs: targets,
      replaces: shape.replaces,
      calls: calls.length,
      ...seen,
      torn: 0,
    });
  });
});
