import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../stories/binary.ts';
import { type Call, callsIn } from './calls.ts';
import type { Surroundings } from './strace.ts';

/** The words of a run that writes files named in `outputs`, each as `FORMAT=NAME`, and the list of rejects if asked. */
export const words = (outputs: readonly string[], rejects: string | null = null): string[] => [
  'kpi',
  `${root}fixtures/small/orders.csv`,
  ...['--only', 'orders', '--period', '2021-Q2', '--as-of', '2022-01-15', '--quiet'],
  ...outputs.flatMap((output) => ['-o', output]),
  ...(rejects === null ? [] : ['--rejects', rejects]),
];

/** What stands in a target before a run that is to replace it. */
export const old = 'the old content\n';

/** A folder of its own for the outputs of one run, and one for what it makes for itself. */
export interface Place extends Surroundings {
  /** The content of a file, null where there is none. */
  readonly read: (name: string) => string | null;
  /** The names in both folders that are none of the targets. */
  readonly strays: () => string[];
  /** Those of the calls that are about what lies in the folders. */
  readonly own: (calls: readonly Call[]) => Call[];
  readonly remove: () => void;
}

/** Makes such a place; `before` is the content of the targets, null for none. */
export const makePlace = (targets: readonly string[], before: string | null): Place => {
  const base = mkdtempSync(join(tmpdir(), 'crash-'));
  const folder = join(base, 'out');
  const temporary = join(base, 'temporary');
  mkdirSync(folder);
  mkdirSync(temporary);
  if (before !== null) for (const name of targets) writeFileSync(join(folder, name), before);
  return {
    folder,
    temporary,
    read: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null),
    strays: () => [
      ...readdirSync(folder).filter((name) => !targets.includes(name)),
      ...readdirSync(temporary),
    ],
    own: (calls) => callsIn(calls, [folder, temporary]),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
};
