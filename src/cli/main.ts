import { CommanderError } from 'commander';
import { EXIT, LoyaltyError } from '../errors.ts';
import { terminalText } from '../render/escape.ts';
import { answer } from './answer.ts';
import { bugText } from './bug.ts';
import { exitCodeOf, Interrupted } from './exit.ts';
import type { Io } from './io.ts';
import { makeProgram, type Printed } from './program.ts';

const say = async (io: Io, error: unknown): Promise<void> => {
  if (error instanceof LoyaltyError) return io.stderr.write(`loyalty: ${terminalText(error.message)}\n`);
  if (error instanceof Interrupted) return io.stderr.write('loyalty: interrupted; nothing was written.\n');
  return io.stderr.write(bugText(error));
};

const parse = async (io: Io): Promise<number> => {
  let code: number = EXIT.done;
  const finish = (found: number): void => {
    code = found;
  };
  const printed: Printed[] = [];
  const program = makeProgram(io, finish, (text) => printed.push(text));
  try {
    await program.parseAsync([...io.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  for (const { stream, text } of printed)
    if (stream === 'stdout') await answer(io, text);
    else await io.stderr.write(text);
  return code;
};

/** Runs a command line and gives its exit code; what a user did wrong is told in one sentence, never with a stack. */
export const main = async (io: Io): Promise<number> => {
  try {
    return await parse(io);
  } catch (error) {
    await say(io, error);
    return exitCodeOf(error);
  }
};
