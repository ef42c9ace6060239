import * as z from 'zod/mini';
import { delimiters } from '../sources/dialect.ts';
import { encodings } from '../sources/prepare.ts';
import { dateFormats } from '../sources/values/dates.ts';
import { usageText } from './usage-text.ts';

// What a command validates, it validates once: to generate code for that takes longer than to go through it. And it
// begins with it, so these schemas are of the small variant of zod, which is loaded and built in a fraction of the time.
z.config({ jitless: true });

const list = z._default(z.array(z.string()), []);
const flag = z._default(z.boolean(), false);
const text = z.optional(z.string());
const chosen = <const T extends readonly [string, ...string[]]>(values: T, usual: T[number]) =>
  z._default(z.enum(values), usual);
const matching = (pattern: RegExp, message: string) => z.string().check(z.regex(pattern, message));
const notStandard = (stream: 'input' | 'output') =>
  z.optional(matching(/^(?!-?$)/, `is a file, not standard ${stream}`));
const lowerCase = z.pipe(
  z.string(),
  z.transform((word) => word.toLowerCase()),
);

const wholeNumber = (minimum: number, maximum = 1_000_000) => {
  const message = `is a whole number from ${minimum} to ${maximum}`;
  return z.pipe(
    z.pipe(matching(/^\d{1,7}$/, message), z.transform(Number)),
    z.number().check(z.minimum(minimum, message), z.maximum(maximum, message)),
  );
};

const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

const percent = (written: string): number => {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(written.trim());
  if (match === null) return Number.NaN;
  return Number(`${match[1]!.replace(',', '.')}${match[2] === '%' ? 'e-2' : ''}`);
};

const aDay = 'is a day such as 2021-12-31';
const aShare = 'is a share such as 0.3 or 30%';
const fewRejects = 'is a share such as 1% or 0.01';

/** The flags of `kpi` as commander hands them over, validated and given their defaults. */
export const kpiOptions = z.object({
  customers: list,
  surveys: list,
  content: list,
  spend: list,
  period: z._default(z.string(), 'all'),
  compare: chosen(['previous', 'year', 'none'], 'previous'),
  base: z._default(
    matching(/^(previous|ever|contract|active:\d{1,4}[dwmy])$/, 'is previous, ever, contract or active:12m'),
    'previous',
  ),
  by: text,
  only: list,
  except: list,
  group: list,
  asOf: z.optional(z.iso.date(aDay)),
  dataThrough: z.optional(z.iso.date(aDay)),
  timezone: z._default(z.string(), 'UTC'),
  fiscalStart: text,
  config: text,
  map: list,
  profile: list,
  exclude: list,
  onlyWhere: list,
  currency: z.optional(matching(/^[A-Za-z]{3}$/, 'is a code such as EUR')),
  countStatus: text,
  grain: z.optional(z.enum(['orders', 'lines'])),
  answers: chosen(['last', 'first', 'all'], 'last'),
  scale: list,
  lifespan: text,
  margin: z.optional(
    matching(/^\d{1,3}([.,]\d{1,6})?\s*%?$/, aShare).check(
      z.refine((written) => percent(written) <= 1, `${aShare}, and none is above 100%`),
    ),
  ),
  loyalOrders: z._default(wholeNumber(1), 2),
  contentMin: z._default(wholeNumber(1), 1),
  minGroup: z._default(wholeNumber(1), 5),
  maxRejects: z.pipe(
    z.pipe(z._default(z.string(), '1%'), z.transform(percent)),
    z.number(fewRejects).check(z.maximum(1, fewRejects)),
  ),
  strict: flag,
  rejects: notStandard('output'),
  showValues: flag,
  allowUnterminated: flag,
  encoding: z.optional(z.pipe(lowerCase, z.enum(encodings))),
  delimiter: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform(
          (word) => delimiterNames[word as keyof typeof delimiterNames] ?? (word === '\\t' ? '\t' : word),
        ),
      ),
      z.enum(delimiters),
    ),
  ),
  decimal: z.optional(z.enum(['.', ','])),
  dateFormat: z.optional(z.pipe(lowerCase, z.enum(Object.keys(dateFormats) as [string, ...string[]]))),
  threads: z.optional(wholeNumber(1, 1024)),
  memory: z.optional(matching(/^\d{1,6}(\.\d+)?\s?(MB|GB|MiB|GiB)$/i, 'is a size such as 512MB or 4GB')),
});

/** The flags of checks, on `kpi` and on `check`. */
export const checkOptions = z.object({
  check: list,
  baseline: notStandard('input'),
  reporter: list,
});

/** The flags of `run` alone. */
export const nightOptions = z.object({
  dryRun: flag,
  force: flag,
  wait: z._default(
    z.union(
      [
        z.pipe(
          z.literal(true),
          z.transform(() => Number.POSITIVE_INFINITY),
        ),
        wholeNumber(0),
      ],
      'is a number of seconds, or nothing behind it',
    ),
    0,
  ),
});

export type KpiOptions = z.infer<typeof kpiOptions>;

/** The flags every command that prints for people knows. */
export const printOptions = z.object({
  format: text,
  output: list,
  csvDialect: chosen(['rfc4180', 'excel-fr'], 'rfc4180'),
  lang: chosen(['en', 'fr'], 'en'),
  color: chosen(['auto', 'always', 'never'], 'auto'),
  width: z.optional(wholeNumber(40, 1000)),
  ascii: flag,
  quiet: flag,
  verbose: flag,
});

/** The flags of the commands whose answer is a table or JSON, and of `--write-config`. */
export const tableOrJson = z.object({
  format: chosen(['table', 'json'], 'table'),
  writeConfig: notStandard('output'),
  force: flag,
});

/** The flag of commands that write a file of their own naming. */
export const forceOption = z.object({ force: flag });

/** The flags of `config print`. */
export const yamlOrJson = z.object({ format: chosen(['yaml', 'json'], 'yaml') });

export type PrintOptions = z.infer<typeof printOptions>;

/** Validates flags against their schema; the first fault becomes one sentence that names the flag. */
export const validate = <T extends z.ZodMiniType>(schema: T, flags: unknown): z.infer<T> => {
  const result = schema.safeParse(flags);
  if (result.success) return result.data;
  throw usageText(result.error.issues[0]!);
};
