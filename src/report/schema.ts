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

const reconciliation = z.object({
  records: count,
  accepted: count,
  rejected: z.record(z.string(), count),
  duplicates: count,
  notCounted: z.record(z.string(), count),
  excluded: count,
  outsideWindow: count,
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
  checks: z.array(z.unknown()),
  warnings: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      count: count.nullable(),
      details: z.array(z.string()).describe('what the message was made with, in its order'),
    }),
  ),
});

export type Unit = z.infer<typeof unit>;
export type FigureStatus = z.infer<typeof figureStatus>;
export type Figure = z.infer<typeof figure>;
export type Interval = z.infer<typeof interval>;
export type Change = z.infer<typeof change>;
export type Reconciliation = z.infer<typeof reconciliation>;
export type Report = z.infer<typeof report>;
export type Warning = Report['warnings'][number];
export type Role = Report['inputs'][number]['role'];
