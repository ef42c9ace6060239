import { existsSync } from 'node:fs';
import { type AlsoDeclared, understanding } from '../config/understanding.ts';
import { assertEnding, writtenFor } from '../config/written.ts';
import { fault } from '../errors.ts';
import type { Inspection } from '../inspection/schema.ts';
import { assertWritable, writeOutputs } from '../outputs/index.ts';
import type { KpiOptions } from './options.ts';

/** Refuses a configuration to be written over an input, over a file that is there, or in a format nobody knows. */
export const assertNewConfig = (
  path: string | undefined,
  force: boolean,
  inputs: readonly string[],
  flag = '--write-config',
): void => {
  if (path === undefined) return;
  if (inputs.includes('-')) throw fault('input_unnamed', [flag]);
  assertWritable([path], inputs);
  assertEnding(path);
  if (!force && existsSync(path)) throw fault('output_exists', [path]);
};

const maxRejectsOf = ({ strict, maxRejects }: Readonly<Record<string, unknown>>): string | null =>
  strict === true ? '0%' : typeof maxRejects === 'string' ? maxRejects : null;

/** What was declared for an inspection and belongs into its configuration too; `flags` as they were written. */
export const alsoDeclared = (
  options: KpiOptions,
  flags: Readonly<Record<string, unknown>>,
): AlsoDeclared => ({ ...options, maxRejects: maxRejectsOf(flags) });

/** Writes what an inspection understood as a configuration, in the format of its ending. */
export const writeUnderstanding = async (
  found: Inspection,
  paths: readonly string[],
  path: string,
  also: AlsoDeclared,
): Promise<void> => {
  const content = await writtenFor(path, { ...understanding(found, paths, path, also) });
  writeOutputs([{ path, content }]);
};
