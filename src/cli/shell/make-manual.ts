import { Readable } from 'node:stream';
import { packageVersion } from '../../package.ts';
import type { Io, Stream } from '../io.ts';
import { makeProgram } from '../program.ts';
import { manualPage } from './manual.ts';
import { modelOf } from './model.ts';

const nowhere: Stream = { isTerminal: false, width: 80, write: async () => undefined };

/** Surroundings in which nothing is read or written: enough to define the commands, which are not run. */
const still: Io = {
  argv: [],
  environment: {},
  stdin: Readable.from([]),
  stdout: nowhere,
  stderr: nowhere,
  signal: new AbortController().signal,
  now: () => new Date(0),
};

/** The manual page of this program. */
export const makeManual = (): string =>
  manualPage(
    modelOf(
      makeProgram(
        still,
        () => undefined,
        () => undefined,
      ),
    ),
    packageVersion(),
  );
