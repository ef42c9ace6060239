import type { z } from 'zod';
import { fault, type LoyaltyError } from '../errors.ts';

const flagOf = (path: readonly PropertyKey[]): string =>
  `--${String(path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const shown = (value: string): string =>
  value === '\t' ? 'tab' : /^[^a-z]$/i.test(value) ? `"${value}"` : value;

/** The error for a flag whose value zod refused, naming the flag and what it takes. */
export const usageText = (issue: z.core.$ZodIssue): LoyaltyError => {
  const flag = flagOf(issue.path);
  if (issue.code === 'invalid_value')
    return fault('bad_flag', [
      flag,
      `is one of ${issue.values.map((value) => shown(String(value))).join(', ')}`,
    ]);
  const own = issue.message.startsWith('is ');
  return fault('bad_flag', [flag, own ? issue.message : 'takes another kind of value; see --help']);
};
