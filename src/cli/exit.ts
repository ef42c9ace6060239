import { EXIT, type ExitCode, LoyaltyError } from '../errors.ts';

/** Thrown into everything that runs when a signal arrives. */
export class Interrupted extends Error {
  readonly exit: ExitCode;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`interrupted by ${signal}`);
    this.exit = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
  }
}

/** The exit code of whatever was thrown; what we do not know is a bug of ours. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (error instanceof LoyaltyError || error instanceof Interrupted) return error.exit;
  return EXIT.bug;
};
