import * as z from 'zod';
import { delimiters } from '../sources/dialect.ts';
import { encodings } from '../sources/prepare.ts';
import { profileSchema } from '../sources/profiles/profile.ts';
import { dateFormats } from '../sources/values/dates.ts';

const text = z.string().min(1, 'is empty');

const source = z.strictObject({
  role: z.enum(['orders', 'customers', 'surveys', 'content', 'spend']),
  /** From the folder of the configuration file. */
  path: text,
  /** The id of a profile, or `none`. */
  profile: text.optional(),
  /** Columns, or arithmetic of columns, by field. */
  map: z.record(z.string(), text).optional(),
  delimiter: z.enum(delimiters).optional(),
  encoding: z.enum(encodings).optional(),
  decimal: z.enum(['.', ',']).optional(),
  dateFormat: z.enum(Object.keys(dateFormats) as [string, ...string[]]).optional(),
  grain: z.enum(['orders', 'lines']).optional(),
  countStatus: z.array(text).min(1, 'is empty').optional(),
  allowUnterminated: z.boolean().optional(),
});

/** The form of a configuration file: the exports with how each is read, and what holds for all of them. */
export const configuration = z.strictObject({
  $schema: z.string().optional(),
  sources: z.array(source).default([]),
  timezone: text.optional(),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'is a code such as EUR')
    .optional(),
  /** Rules such as `orders.order_id=C*`. */
  exclude: z.array(text).optional(),
  onlyWhere: z.array(text).optional(),
  /** A rule such as `nps=0-10`. */
  scale: z.array(text).optional(),
  /** A share such as `1%`. */
  maxRejects: text.optional(),
  /** In the form of those that are shipped; one with the id of a shipped one takes its place. */
  profiles: z.array(profileSchema).default([]),
});

/** A configuration as it is written. */
export type DeclaredConfiguration = z.input<typeof configuration>;

/** A configuration with its defaults, the paths of its sources as they are opened. */
export type Configuration = z.output<typeof configuration>;
export type ConfiguredSource = Configuration['sources'][number];
