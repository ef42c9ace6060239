import type { z } from 'zod';
import { fault, type LoyaltyError } from '../errors.ts';

const flagOf = (path: readonly PropertyKey[]): string =>
  `--${String(path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const shown = (value: string): string =>
  value === '\t' ? 'tab' : /^[^a-z]$/i.test(value) ? `"${value}"` : value;

/** What a flag takes whose value zod refused, to stand behind its name. */
export const wrongText = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_value')
    return `is one of ${issue.values.map((value) => shown(String(value))).join(', ')}`;
  return issue.message.startsWith('is ') ? issue.message : 'takes another kind of value; see --help';
};

/** The error for a flag whose value zod refused, naming the flag and what it takes. */
export const usageText = (issue: z.core.$ZodIssue): LoyaltyError =>
  fault('bad_flag', [flagOf(issue.path), wrongText(issue)]);
