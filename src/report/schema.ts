import * as z from 'zod';

const count = z.number().int().nonnegative();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const figureStatus = z.enum(['ok', 'undefined', 'incomplete', 'unavailable']);
export const unit = z.enum(['count', 'share', 'money', 'points', 'days', 'years', 'ratio', 'scale']);

const interval = z.object({
  low: z.number(),
  high: z.number(),
  level: z.number(),
  method: z.enum(['wilson', 'adjusted-wald', 't']),
});

const previous = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: figureStatus,
});

const change = z.object({
  absolute: z
    .number()
    .describe('value − previous value, in the unit of the figure (shares: 0.05 is five points)'),
  relative: z.number().nullable().describe('absolute ÷ previous value; null where that is 0'),
  significant: z.boolean().nullable().describe('null where the figure has no test'),
  p: z.number().nullable().describe('two-sided p value of that test'),
});

export const figure = z.object({
  id: z.string(),
  segment: z
    .record(z.string(), z.string())
    .nullable()
    .describe('null for the total, else {attribute: value}'),
  value: z.number().nullable().describe('null where the figure is undefined or unavailable, never NaN'),
  exact: z.string().nullable().describe('sums of money as an exact decimal'),
  unit,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: interval.nullable(),
  previous: previous.nullable(),
  change: change.nullable(),
  status: figureStatus,
  notes: z.array(z.string()).describe('stable codes, some with a value: history_short, margin=0.3'),
});

export const operator = z.enum(['<', '<=', '>', '>=', 'between', 'max_drop', 'max_rise']);
export const against = z.enum(['previous', 'year', 'baseline']);

const condition = z.object({
  operator,
  threshold: z.string().describe('exact decimal, in the unit of the figure; of between the lower end'),
  upper: z.string().nullable().describe('of between the upper end, itself included'),
  relative: z.boolean().describe('whether a change is held to a share of the earlier value'),
  against: against.nullable().describe('what a change is measured from'),
});

export const checkVerdict = z.enum(['passed', 'failed', 'inconclusive', 'not_evaluated']);
export const checkOutcome = z.enum(['pass', 'warn', 'fail', 'error']);

export const checkResult = z.object({
  check: z.string().describe('in the notation of --check'),
  name: z.string().nullable().describe('as the configuration names it'),
  id: z.string(),
  segment: z.record(z.string(), z.string()).nullable(),
  unit: unit.nullable().describe('null for an unknown id'),
  condition,
  level: z.enum(['error', 'warn']),
  value: z.number().nullable().describe('of the figure'),
  earlier: z.number().nullable().describe('the value a change is measured from'),
  change: z
    .number()
    .nullable()
    .describe('value − earlier, or that ÷ |earlier| where the condition is relative'),
  distance: z
    .enum(['below', 'at', 'above'])
    .nullable()
    .describe('of what was compared, exactly, to the threshold (between: to the end it is nearest to)'),
  numerator: z.number().nullable(),
  n: z.number().nullable().describe('cases behind the value'),
  minN: z.number().int().nullable(),
  interval: z
    .object({
      low: z.number(),
      high: z.number(),
      level: z.number(),
      method: z.enum(['clopper-pearson', 'adjusted-wald', 't']),
    })
    .nullable()
    .describe('where the check asks for confidence'),
  verdict: checkVerdict,
  outcome: checkOutcome.describe('what it does to the exit code: pass and warn 0, fail 1, error 4'),
  reason: z.string().nullable().describe('a stable code: why it could not be evaluated or not be told'),
  details: z.array(z.string()).describe('what the sentence of the reason is made with'),
  message: z.string().describe('what was wanted and what was found, in English'),
});

const reconciliation = z.object({
  records: count,
  accepted: count,
  rejected: z.record(z.string(), count),
  duplicates: count,
  notCounted: z.record(z.string(), count),
  excluded: count,
  outsideWindow: count,
});

const settings = z.object({
  answers: z.string(),
  scale: z.string().nullable(),
  lifespan: z.number().nullable().describe('in years'),
  margin: z.string().nullable().describe('an exact share'),
  loyalOrders: count,
  contentMin: count,
  fiscalStart: z.string().nullable(),
  currency: z.string().nullable(),
  countStatus: z.array(z.string()).nullable(),
  grain: z.string().nullable(),
  exclude: z.array(z.string()).describe('column and a mark of the values, which are not told'),
  onlyWhere: z.array(z.string()).describe('the same'),
  define: z.record(z.string(), z.string()).describe('of figures of one’s own: grain and formula, by id'),
});

export const report = z.object({
  schemaVersion: z.string(),
  tool: z.object({ name: z.string(), version: z.string(), engine: z.string() }),
  asOf: isoDate,
  dataThrough: isoDate.nullable(),
  period: z.object({
    label: z.string(),
    start: isoDate.nullable(),
    stop: isoDate.nullable().describe('exclusive'),
    timezone: z.string(),
    status: z.enum(['complete', 'incomplete', 'empty']),
  }),
  comparison: z.object({ label: z.string(), start: isoDate, stop: isoDate }).nullable(),
  base: z.string(),
  settings: settings
    .optional()
    .describe('what changes the meaning of figures, null where it was not given; reports of 0.1.0 and later'),
  inputs: z.array(
    z.object({
      path: z.string(),
      role: z.enum(['orders', 'customers', 'surveys', 'content', 'spend']),
      profile: z.string().nullable(),
      encoding: z.string(),
      bytes: count,
      sha256: z.string(),
      records: count,
      reconciliation,
    }),
  ),
  figures: z.array(figure),
  checks: z.array(checkResult),
  warnings: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      count: count.nullable(),
      details: z.array(z.string()).describe('what the message was made with, in its order'),
    }),
  ),
});

export type CheckResult = z.infer<typeof checkResult>;
export type Operator = z.infer<typeof operator>;
export type Against = z.infer<typeof against>;
export type Unit = z.infer<typeof unit>;
export type FigureStatus = z.infer<typeof figureStatus>;
export type Figure = z.infer<typeof figure>;
export type Interval = z.infer<typeof interval>;
export type Change = z.infer<typeof change>;
export type Reconciliation = z.infer<typeof reconciliation>;
export type Report = z.infer<typeof report>;
export type Warning = Report['warnings'][number];
export type Role = Report['inputs'][number]['role'];
