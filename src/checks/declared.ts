import * as z from 'zod';
import { fault } from '../errors.ts';
import type { Operator } from '../report/schema.ts';
import { inconclusives } from './check.ts';
import { parseCheck, segmentNamed, usualSettings, type WrittenCheck } from './notation.ts';
import { parseNumber, type WrittenNumber } from './number.ts';

const text = z.string().min(1, 'is empty');
const number = z.union([z.number(), text]);

/** What may be said of a check beside its condition. */
const settings = {
  name: text.optional(),
  level: z.enum(['error', 'warn']).optional(),
  against: z.enum(['previous', 'year', 'baseline']).optional(),
  min_n: z.number().int().min(1).max(999_999_999).optional(),
  confidence: z.boolean().optional(),
  inconclusive: z.enum(inconclusives).optional(),
  allow_history_short: z.boolean().optional(),
};

const conditions = {
  at_least: number.optional(),
  at_most: number.optional(),
  above: number.optional(),
  below: number.optional(),
  between: z.tuple([number, number]).optional(),
  max_drop: number.optional(),
  max_rise: number.optional(),
};

const operators = {
  at_least: '>=',
  at_most: '<=',
  above: '>',
  below: '<',
  between: 'between',
  max_drop: 'max_drop',
  max_rise: 'max_rise',
} as const satisfies Record<keyof typeof conditions, Operator>;

/**
 * A check in a configuration: its notation alone, the notation with settings beside it, or figure, segment and condition
 * by name.
 */
export const declaredCheck = z.union([
  text,
  z.strictObject({ check: text, ...settings }),
  z
    .strictObject({
      figure: text,
      segment: z
        .record(text, text)
        .refine((segment) => Object.keys(segment).length === 1, 'a segment has one attribute')
        .optional(),
      ...conditions,
      ...settings,
    })
    .refine(
      (check) => Object.keys(operators).filter((name) => Object.hasOwn(check, name)).length === 1,
      `a check has exactly one of ${Object.keys(operators).join(', ')}`,
    ),
]);

export type DeclaredCheck = z.infer<typeof declaredCheck>;

const numberOf = (written: number | string, of: string): WrittenNumber => {
  const found = parseNumber(String(written));
  if (found === null) throw fault('bad_check', [of, `"${written}" is not a number I can read for sure`]);
  return found;
};

const settingsOf = (declared: Exclude<DeclaredCheck, string>): Partial<WrittenCheck> => {
  const { name, level, against, min_n, confidence, inconclusive, allow_history_short } = declared;
  const given = {
    name,
    level,
    against,
    minN: min_n,
    confidence,
    inconclusive,
    allowShortHistory: allow_history_short,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};

/** The check a configuration declares; numbers and notations that cannot be read are refused (`bad_check`). */
export const checkDeclared = (declared: DeclaredCheck): WrittenCheck => {
  if (typeof declared === 'string') return parseCheck(declared);
  if ('check' in declared) return { ...parseCheck(declared.check), ...settingsOf(declared) };
  const { figure, segment } = declared;
  const name = (Object.keys(operators) as (keyof typeof operators)[]).find(
    (condition) => declared[condition] !== undefined,
  )!;
  const condition = declared[name]!;
  const [low, high] = Array.isArray(condition) ? condition : [condition, null];
  const entry = segment === undefined ? null : Object.entries(segment)[0]!;
  return {
    ...usualSettings,
    id: figure,
    segment: entry === null ? null : segmentNamed(...entry),
    operator: operators[name],
    threshold: numberOf(low, figure),
    upper: high === null ? null : numberOf(high, figure),
    ...settingsOf(declared),
  };
};
