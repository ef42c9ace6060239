import { EXIT, type ExitCode, LoyaltyError } from '../errors.ts';

/** The signals that end a run in good order. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown into everything that runs when a signal arrives; a terminal that went away terminates like a request to. */
export class Interrupted extends Error {
  readonly exit: ExitCode;

  constructor(signal: (typeof signals)[number]) {
    super(`interrupted by ${signal}`);
    this.exit = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
  }
}

/** The exit code of whatever was thrown; what we do not know is a bug of ours. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (error instanceof LoyaltyError || error instanceof Interrupted) return error.exit;
  return EXIT.bug;
};
