import * as z from 'zod';
import { figureStatus, report, unit } from '../report/schema.ts';

const count = z.number().int().nonnegative();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const { tool, asOf, period, base, inputs } = report.shape;

export const amounts = z.object({
  value: z.number().nullable(),
  exact: z.string().nullable().describe('sums of money as an exact decimal'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: figureStatus,
});

const name = z.object({
  id: z.string(),
  segment: z.record(z.string(), z.string()).nullable().describe('null for the total'),
});

export const causeCode = z.enum([
  'definition',
  'define',
  'costs',
  'spend',
  'late_orders',
  'removed_orders',
  'refunds',
  'amounts',
  'identified_orders',
  'merged_ids',
  'split_ids',
  'customers_before',
  'late_answers',
  'removed_answers',
  'data_end',
  'version',
  'unknown',
]);

const cause = z.object({
  code: causeCode,
  before: z.string().nullable().describe('what the cause was read from, as it was'),
  now: z.string().nullable().describe('and as it is'),
  toDate: z.literal(true).optional().describe('where it is counted up to the end of the period'),
});

const restated = z.object({
  period: z.string().describe('the label of the closed period'),
  ...name.shape,
  unit,
  old: z.object({ asOf: isoDate, ...amounts.shape }),
  now: amounts,
  causes: z.array(cause).min(1),
});

/** The form of a manifest: what one night read and wrote. */
export const manifest = z.object({
  schemaVersion: z.string(),
  tool,
  asOf: asOf.describe('the order of nights: an earlier one never replaces a later one'),
  period,
  base,
  settings: z.string().describe('names what all figures were defined with'),
  previous: z
    .object({ asOf: isoDate, period: z.string() })
    .nullable()
    .describe('the manifest of the night before this one, null for the first'),
  inputs,
  outputs: z.array(
    z.object({
      path: z.string().describe('from the folder of the manifest, with /'),
      format: z.string(),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  configuration: z.string().optional().describe('the name of the configuration file, whose manifest it is'),
  history: z.string().nullable().describe('from the folder of the manifest; null where none is kept'),
  figures: z
    .array(
      z.object({
        ...name.shape,
        ...amounts.shape,
        settings: z.string().optional().describe('where it is defined with more than all figures are'),
      }),
    )
    .describe('those of the outputs, and after them what the causes are read from'),
  checks: z.object({ pass: count, warn: count, fail: count, error: count }),
  restated: z.array(restated).describe('figures of closed periods that are not what they were'),
});

/** The JSON Schema of a manifest. */
export const manifestSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(manifest),
  title: 'Manifest of a run of loyalty',
});

export type Manifest = z.infer<typeof manifest>;
export type Amounts = z.infer<typeof amounts>;
export type Restated = z.infer<typeof restated>;
export type Cause = z.infer<typeof cause>;
export type CauseCode = z.infer<typeof causeCode>;
