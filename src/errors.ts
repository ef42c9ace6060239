import { inputFaults } from './errors/input.ts';
import { outputFaults } from './errors/output.ts';
import type { Sentence } from './errors/sentence.ts';
import { usageFaults } from './errors/usage.ts';

/** The exit codes other programs rely on; they never change within a major version. */
export const EXIT = {
  done: 0,
  checkFailed: 1,
  usage: 2,
  input: 3,
  checkNotEvaluated: 4,
  output: 5,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a fault stands: the file as the user gave it, and line and column counted from 1 where they are known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

const catalogue = { ...usageFaults, ...inputFaults, ...outputFaults };
type Code = keyof typeof catalogue;

const exitOf = (code: Code): ExitCode =>
  code in usageFaults ? EXIT.usage : code in inputFaults ? EXIT.input : EXIT.output;

/** Writes a place as `file:line:column`, leaving out what is not known. */
export const placeText = (place: Place): string =>
  [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');

/**
 * A fault of the user's command, file or surroundings: one sentence that says what, where and what to do next.
 * It never carries a value out of a customer's file. Anything else that is thrown is a bug of ours.
 */
export class LoyaltyError extends Error {
  readonly code: Code;
  readonly exit: ExitCode;
  readonly place: Place | null;

  constructor(code: Code, details: readonly string[], place: Place | null = null) {
    const sentence = (catalogue[code] as Sentence)(...details);
    super(place === null ? sentence : `${placeText(place)} ${code}: ${sentence}`);
    this.name = 'LoyaltyError';
    this.code = code;
    this.exit = exitOf(code);
    this.place = place;
  }
}

/** Makes the error of a code of the catalogue; `details` fill its sentence in order. */
export const fault = (
  code: Code,
  details: readonly string[] = [],
  place: Place | null = null,
): LoyaltyError => new LoyaltyError(code, details, place);

/** The name of what the system refused, such as `ENOSPC`; `unknown` where an error does not tell. */
export const systemCodeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';
