import { EXIT, type ExitCode } from '../errors.ts';

/** What an exit code tells: in one line, and what is worth knowing besides. */
export interface ExitMeaning {
  readonly code: ExitCode;
  readonly meaning: string;
  readonly besides?: string;
}

/** Every exit code with its meaning, in the order of the numbers; the help, the manual and the README print these. */
export const exitCodes: readonly ExitMeaning[] = [
  {
    code: EXIT.done,
    meaning: 'done, every check passed; a figure without a value is an answer too',
  },
  { code: EXIT.checkFailed, meaning: 'a check failed', besides: 'the figures were computed and printed' },
  {
    code: EXIT.usage,
    meaning: 'wrong usage: a flag, a period, an id, a configuration',
    besides: 'nothing was computed',
  },
  {
    code: EXIT.input,
    meaning: 'an input was refused: missing, damaged, ambiguous',
    besides: 'nothing was written',
  },
  {
    code: EXIT.checkNotEvaluated,
    meaning: 'a check could not be told: no such segment, no value, too few cases',
    besides: 'it is never a pass',
  },
  { code: EXIT.output, meaning: 'an output could not be written' },
  { code: EXIT.bug, meaning: 'a bug of ours', besides: 'its stack is printed, to be reported' },
  { code: EXIT.interrupted, meaning: 'interrupted', besides: 'temporary files are removed' },
  { code: EXIT.terminated, meaning: 'terminated', besides: 'temporary files are removed' },
];

/** The exit codes as the help lists them, a line each. */
export const exitCodeLines = (): string =>
  exitCodes.map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`).join('\n');
