import * as z from 'zod';
import { declaredCheck } from '../checks/declared.ts';
import { grains } from '../indicators/define.ts';
import { units } from '../indicators/own/compile.ts';
import { reporters } from '../render/checks/index.ts';
import { formats } from '../render/index.ts';
import { delimiters } from '../sources/dialect.ts';
import { encodings } from '../sources/prepare.ts';
import { profileSchema } from '../sources/profiles/profile.ts';
import { dateFormats } from '../sources/values/dates.ts';

const text = z.string().min(1, 'is empty');
const texts = z.array(text).min(1, 'is empty');
/** What is a number to YAML and a text to us: the period 2021, the margin 0.3. */
const textOrNumber = z.union([text, z.number()]);
const count = (most: number) => z.number().int().min(1).max(most);

const source = z.strictObject({
  role: z.enum(['orders', 'customers', 'surveys', 'content', 'spend']),
  path: text.describe('from the folder of the configuration'),
  profile: text.optional().describe('the id of a profile, or none'),
  map: z.record(z.string(), text).optional().describe('columns, or arithmetic of columns, by field'),
  delimiter: z.enum(delimiters).optional(),
  encoding: z.enum(encodings).optional(),
  decimal: z.enum(['.', ',']).optional(),
  dateFormat: z.enum(Object.keys(dateFormats) as [string, ...string[]]).optional(),
  grain: z.enum(['orders', 'lines']).optional(),
  countStatus: texts.optional(),
  allowUnterminated: z.boolean().optional(),
});

const outputFormats = [...new Set([...Object.keys(formats), ...Object.keys(reporters)])];

/** A path in which `{period}` may stand for the period, and no other name in braces. */
const pathOfPeriod = text.regex(
  /^(?:[^{}]|\{period\})*$/,
  'is a path in which {period} may stand, and no other name in braces',
);

const output = z.strictObject({
  format: z.enum(outputFormats as [string, ...string[]]),
  path: pathOfPeriod.describe('from the folder of the configuration; {period} stands for the period'),
});

const indicators = z.strictObject({
  only: texts.optional().describe('only these figures, by id'),
  except: texts.optional().describe('all but these figures'),
  group: texts.optional().describe('only these groups'),
});

const bilingual = z.strictObject({ en: text, fr: text });

const ownIndicator = z.strictObject({
  id: text
    .max(60)
    .regex(
      /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
      'is an id of small letters, digits and underscores, such as big_spender_share',
    ),
  title: z.union([text, bilingual]).optional().describe('how it is called (default: its id)'),
  grain: z.enum(grains).describe('what is counted: see the README for the columns of each'),
  unit: z.enum(units).describe('share is a count over a count'),
  better: z.enum(['higher', 'lower', 'neither']).default('neither'),
  numerator: text.max(1000).describe('count where orders_in >= 2, sum revenue_in'),
  denominator: text.max(1000).optional().describe('the same; of a share what the numerator is a part of'),
});

const day = z.iso.date('is a day such as 2021-12-31');
const amount = z
  .union([text, z.number()])
  .refine(
    (written) =>
      (typeof written === 'number' ? /^\d{1,11}(\.\d{1,4})?$/ : /^\d{1,14}(\.\d{1,4})?$/).test(
        String(written),
      ),
    'is an amount such as 1200.50, without a sign or separators; longer ones stand in quotes',
  );

const cost = z
  .strictObject({
    kind: z.enum(['acquisition', 'retention']),
    amount,
    on: day.optional().describe('the day it counts on'),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is a month such as 2021-03')
      .optional()
      .describe('in place of on: its first day'),
  })
  .refine(({ on, month }) => (on === undefined) !== (month === undefined), 'is dated by either on or month');

/** The form of a configuration file: the exports with how each is read, and what holds for all of them. */
export const configuration = z.strictObject({
  $schema: z.string().optional().describe('the JSON Schema of this file, for editors'),
  sources: z
    .array(source)
    .default([])
    .describe('the exports, each with its role, its path and how it is read'),
  period: textOrNumber.optional().describe('2021-Q1, last-month, all; as --period'),
  compare: z.enum(['previous', 'year', 'none']).optional().describe('what the period is compared with'),
  base: text.optional().describe('previous, active:12m, ever or contract'),
  by: text.optional().describe('the attribute to break down by'),
  timezone: text.optional().describe('zone of the days, such as Europe/Paris'),
  fiscalStart: text.optional().describe('first day of the fiscal year, MM-DD'),
  dataThrough: z.iso.date('is a day such as 2021-12-31').optional().describe('last day the exports cover'),
  indicators: indicators.optional().describe('which figures: only, except, group'),
  define: z
    .array(ownIndicator)
    .min(1, 'is empty')
    .optional()
    .describe('indicators of your own: id, grain, unit, numerator, denominator'),
  costs: z
    .array(cost)
    .min(1, 'is empty')
    .optional()
    .describe('money spent, beside the spend exports: kind, amount, on or month'),
  answers: z.enum(['last', 'first', 'all']).optional().describe('which of one person’s answers count'),
  lifespan: text.optional().describe('how long a customer stays: 3y'),
  margin: textOrNumber.optional().describe('a share the lifetime value is multiplied by: 30%'),
  loyalOrders: count(1_000_000).optional().describe('orders that make a customer loyal, for content'),
  contentMin: count(1_000_000).optional().describe('reads a month that make a regular reader'),
  minGroup: count(1_000_000).optional().describe('segments of fewer people are withheld'),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'is a code such as EUR')
    .optional()
    .describe('only orders in this currency count'),
  exclude: texts.optional().describe('rows to leave out: orders.order_id=C*'),
  onlyWhere: texts.optional().describe('rows to keep, no others: orders.channel=web'),
  scale: texts.optional().describe('scales of the scores: nps=0-10'),
  maxRejects: textOrNumber.optional().describe('share of unreadable rows a file may have: 1%'),
  strict: z.boolean().optional().describe('refuse a file with any unreadable row'),
  lang: z.enum(['en', 'fr']).optional().describe('language of what is printed for people'),
  csvDialect: z.enum(['rfc4180', 'excel-fr']).optional().describe('how CSV is written'),
  threads: count(1024).optional().describe('threads of the engine'),
  memory: text.optional().describe('memory of the engine: 4GB'),
  checks: z
    .array(declaredCheck)
    .min(1, 'is empty')
    .optional()
    .describe('thresholds: a notation, or figure, segment and condition by name'),
  outputs: z.array(output).min(1, 'is empty').optional().describe('what a nightly run writes: format, path'),
  history: text
    .regex(/^[^{}]+\.(ndjson|jsonl|csv)$/i, 'is a file .ndjson, .jsonl or .csv, one for all periods')
    .optional()
    .describe('the file in which the nights gather their figures: .ndjson or .csv'),
  manifest: pathOfPeriod
    .optional()
    .describe('what a night read and wrote (default: manifest.json beside the first output)'),
  restate: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe('how many closed periods a night asks for again (default: 12)'),
  profiles: z
    .array(profileSchema)
    .default([])
    .describe('exports of your own, as `loyalty profiles ID` prints them'),
});

/** A configuration as it is written. */
export type DeclaredConfiguration = z.input<typeof configuration>;

/** A configuration with its defaults, the paths in it as they are opened. */
export type Configuration = z.output<typeof configuration>;
export type ConfiguredSource = Configuration['sources'][number];

/** The JSON Schema of a configuration as it is written. */
export const configurationSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(configuration, { io: 'input' }),
  title: 'Configuration of loyalty',
});
