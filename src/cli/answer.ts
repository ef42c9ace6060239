import { fault } from '../errors.ts';
import type { Io } from './io.ts';

/** Writes an answer to standard output; what cannot be written there is an output that failed, exit 5. */
export const answer = async (io: Io, text: string): Promise<void> => {
  await io.stdout.write(text).catch((error: NodeJS.ErrnoException) => {
    throw fault('not_printed', [error.code ?? 'unknown']);
  });
};
