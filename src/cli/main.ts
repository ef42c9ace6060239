import { CommanderError } from 'commander';
import { EXIT, LoyaltyError } from '../errors.ts';
import { exitCodeOf, Interrupted } from './exit.ts';
import type { Io } from './io.ts';
import { makeProgram } from './program.ts';

const say = async (io: Io, error: unknown): Promise<void> => {
  if (error instanceof LoyaltyError) return io.stderr.write(`loyalty: ${error.message}\n`);
  if (error instanceof Interrupted) return io.stderr.write('loyalty: interrupted; nothing was written.\n');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return io.stderr.write(`loyalty: this is a bug; please report it with the lines below.\n${stack}\n`);
};

/** Runs a command line and gives its exit code; what a user did wrong is told in one sentence, never with a stack. */
export const main = async (io: Io): Promise<number> => {
  let code: number = EXIT.done;
  try {
    const program = makeProgram(io, (found) => {
      code = found;
    });
    await program.parseAsync([...io.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    await say(io, error);
    return exitCodeOf(error);
  }
};
