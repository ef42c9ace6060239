import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { makeProgram } from '../../src/cli/program.ts';
import { type CommandModel, modelOf } from '../../src/cli/shell/model.ts';

const nowhere = { isTerminal: false, width: 80, write: async () => undefined };

/** The parser of the program, in surroundings in which nothing happens. */
export const program = (): Command =>
  makeProgram(
    {
      argv: [],
      environment: {},
      stdin: Readable.from([]),
      stdout: nowhere,
      stderr: nowhere,
      signal: new AbortController().signal,
      now: () => new Date('2022-12-31T12:00:00Z'),
    },
    () => undefined,
    () => undefined,
  );

/** The program as shells and the manual see it. */
export const model = (): CommandModel => modelOf(program());
