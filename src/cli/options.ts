import * as z from 'zod';
import { delimiters } from '../sources/dialect.ts';
import { encodings } from '../sources/prepare.ts';
import { dateFormats } from '../sources/values/dates.ts';
import { usageText } from './usage-text.ts';

// What a command validates, it validates once: to generate code for that takes longer than to go through it.
z.config({ jitless: true });

const list = z.array(z.string()).default([]);
const wholeNumber = (minimum: number, maximum = 1_000_000) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `is a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .pipe(
      z
        .number()
        .min(minimum, `is a whole number from ${minimum} to ${maximum}`)
        .max(maximum, `is a whole number from ${minimum} to ${maximum}`),
    );

const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

const percent = (text: string): number => {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (match === null) return Number.NaN;
  return Number(`${match[1]!.replace(',', '.')}${match[2] === '%' ? 'e-2' : ''}`);
};

/** The flags of `kpi` as commander hands them over, validated and given their defaults. */
export const kpiOptions = z.object({
  customers: list,
  surveys: list,
  content: list,
  spend: list,
  period: z.string().default('all'),
  compare: z.enum(['previous', 'year', 'none']).default('previous'),
  base: z
    .string()
    .regex(/^(previous|ever|contract|active:\d{1,4}[dwmy])$/, 'is previous, ever, contract or active:12m')
    .default('previous'),
  by: z.string().optional(),
  only: list,
  except: list,
  group: list,
  asOf: z.iso.date('is a day such as 2021-12-31').optional(),
  dataThrough: z.iso.date('is a day such as 2021-12-31').optional(),
  timezone: z.string().default('UTC'),
  fiscalStart: z.string().optional(),
  config: z.string().optional(),
  map: list,
  profile: list,
  exclude: list,
  onlyWhere: list,
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'is a code such as EUR')
    .optional(),
  countStatus: z.string().optional(),
  grain: z.enum(['orders', 'lines']).optional(),
  answers: z.enum(['last', 'first', 'all']).default('last'),
  scale: list,
  lifespan: z.string().optional(),
  margin: z
    .string()
    .regex(/^\d{1,3}([.,]\d{1,6})?\s*%?$/, 'is a share such as 0.3 or 30%')
    .refine((text) => percent(text) <= 1, 'is a share such as 0.3 or 30%, and none is above 100%')
    .optional(),
  loyalOrders: wholeNumber(1).default(2),
  contentMin: wholeNumber(1).default(1),
  minGroup: wholeNumber(1).default(5),
  maxRejects: z
    .string()
    .default('1%')
    .transform(percent)
    .pipe(z.number('is a share such as 1% or 0.01').max(1, 'is a share such as 1% or 0.01')),
  strict: z.boolean().default(false),
  rejects: z
    .string()
    .regex(/^(?!-?$)/, 'is a file, not standard output')
    .optional(),
  showValues: z.boolean().default(false),
  allowUnterminated: z.boolean().default(false),
  encoding: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(encodings))
    .optional(),
  delimiter: z
    .string()
    .transform(
      (text) => delimiterNames[text as keyof typeof delimiterNames] ?? (text === '\\t' ? '\t' : text),
    )
    .pipe(z.enum(delimiters))
    .optional(),
  decimal: z.enum(['.', ',']).optional(),
  dateFormat: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(Object.keys(dateFormats) as [string, ...string[]]))
    .optional(),
  threads: wholeNumber(1, 1024).optional(),
  memory: z
    .string()
    .regex(/^\d{1,6}(\.\d+)?\s?(MB|GB|MiB|GiB)$/i, 'is a size such as 512MB or 4GB')
    .optional(),
});

/** The flags of checks, on `kpi` and on `check`. */
export const checkOptions = z.object({
  check: list,
  baseline: z
    .string()
    .regex(/^(?!-?$)/, 'is a file, not standard input')
    .optional(),
  reporter: list,
});

/** The flags of `run` alone. */
export const nightOptions = z.object({
  dryRun: z.boolean().default(false),
  force: z.boolean().default(false),
  wait: z
    .union([z.literal(true).transform(() => Number.POSITIVE_INFINITY), wholeNumber(0)], {
      error: 'is a number of seconds, or nothing behind it',
    })
    .default(0),
});

export type KpiOptions = z.infer<typeof kpiOptions>;

/** The flags every command that prints for people knows. */
export const printOptions = z.object({
  format: z.string().optional(),
  output: list,
  csvDialect: z.enum(['rfc4180', 'excel-fr']).default('rfc4180'),
  lang: z.enum(['en', 'fr']).default('en'),
  color: z.enum(['auto', 'always', 'never']).default('auto'),
  width: wholeNumber(40, 1000).optional(),
  ascii: z.boolean().default(false),
  quiet: z.boolean().default(false),
  verbose: z.boolean().default(false),
});

/** The flags of the commands whose answer is a table or JSON, and of `--write-config`. */
export const tableOrJson = z.object({
  format: z.enum(['table', 'json']).default('table'),
  writeConfig: z
    .string()
    .regex(/^(?!-?$)/, 'is a file, not standard output')
    .optional(),
  force: z.boolean().default(false),
});

/** The flag of commands that write a file of their own naming. */
export const forceOption = z.object({ force: z.boolean().default(false) });

/** The flags of `config print`. */
export const yamlOrJson = z.object({ format: z.enum(['yaml', 'json']).default('yaml') });

export type PrintOptions = z.infer<typeof printOptions>;

/** Validates flags against their schema; the first fault becomes one sentence that names the flag. */
export const validate = <T extends z.ZodType>(schema: T, flags: unknown): z.infer<T> => {
  const result = schema.safeParse(flags);
  if (result.success) return result.data;
  throw usageText(result.error.issues[0]!);
};
