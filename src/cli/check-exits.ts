import type { worstOf } from '../checks/worst.ts';
import { EXIT, type ExitCode } from '../errors.ts';

/** The exit code for the worst outcome of the checks of a run. */
export const exits = {
  pass: EXIT.done,
  fail: EXIT.checkFailed,
  error: EXIT.checkNotEvaluated,
} as const satisfies Record<ReturnType<typeof worstOf>, ExitCode>;
