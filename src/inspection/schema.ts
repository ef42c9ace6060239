import * as z from 'zod';
import { report } from '../report/schema.ts';

const count = z.number().int().nonnegative();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();
const input = report.shape.inputs.element.shape;

const refusal = z.object({ code: z.string(), message: z.string() });

const column = z.object({
  name: z.string().describe('as the header has it; its shape where the first line holds values'),
  fields: z.array(z.string()).describe('the fields that are read from it'),
  sampled: count,
  filled: count,
  shapes: z.array(z.object({ shape: z.string(), count })).describe('the commonest, of the sampled values'),
  values: z.array(z.string()).nullable().describe('the first values, only where they were asked for'),
});

const profile = z.object({
  id: z.string(),
  title: z.string(),
  by: z.enum(['declared', 'header']),
  columns: z.array(z.string()).describe('the columns it is known by'),
  refunds: z.enum(['column', 'rows', 'status', 'none']),
  warnings: z.array(z.string()),
});

const file = z.object({
  path: z.string(),
  role: input.role,
  roleBy: z.object({
    kind: z.enum(['flag', 'config', 'profile', 'columns', 'assumed']),
    details: z.array(z.string()),
  }),
  bytes: count.nullable(),
  sha256: z.string().nullable(),
  encoding: z.object({ name: z.string(), by: z.enum(['declared', 'recognised', 'concluded']) }).nullable(),
  delimiter: z.string().nullable().describe('null for JSON and Parquet, which need none'),
  preamble: count.nullable().describe('lines above the header'),
  headerRows: count.nullable(),
  decimal: z.enum(['.', ',']).nullable().describe('null where no number told, or the columns differ'),
  dates: z.array(z.object({ field: z.string(), notation: z.string(), offset: z.boolean() })),
  profile: profile.nullable(),
  fields: z.array(
    z.object({ field: z.string(), column: z.string(), by: z.enum(['map', 'profile', 'name']) }),
  ),
  columns: z.array(column),
  records: count.nullable(),
  reconciliation: input.reconciliation.nullable(),
  guesses: z.array(z.object({ code: z.string(), details: z.array(z.string()) })),
  refusal: refusal.nullable(),
});

const orders = z.object({
  grain: z.enum(['orders', 'lines']),
  orders: count,
  first: day,
  last: day,
  customers: count,
  returned: count.describe('customers with two orders or more'),
  guestOrders: count,
  guestShare: z.number().nullable(),
  repeatedRows: count.describe('exact copies: folded where a row is an order, kept where it is a line'),
  refunds: z.object({
    orders: count.describe('orders of which something was given back'),
    sum: z.string(),
    unlinked: count.describe('refunds that name no order of these files'),
    unlinkedSum: z.string(),
  }),
  firstOrders: z
    .object({
      month: z.string(),
      customers: count.describe('customers whose first order lies in the first month'),
      share: z.number(),
      historyMonths: count,
      usual: z.number().nullable().describe('the median of first orders in the months after'),
      truncated: z.boolean().describe('customers ÷ usual is above 2'),
    })
    .nullable(),
  months: z.array(
    z.object({
      month: z.string(),
      orders: count,
      newCustomers: count,
      remark: z.enum(['empty', 'drop', 'unfinished']).nullable(),
      usual: z.number().nullable().describe('the median of the three months before'),
    }),
  ),
});

const wordRows = z.object({
  word: z.string().nullable().describe('null: other words, not shown'),
  rows: count,
});

/** The form of what `inspect` answers. */
export const inspection = z.object({
  schemaVersion: z.string(),
  tool: z.object({ name: z.string(), version: z.string() }),
  asOf: z.string(),
  timezone: z.string(),
  files: z.array(file),
  statuses: z.array(
    wordRows.extend({ counts: z.boolean().nullable().describe('null: not a status that is known') }),
  ),
  currencies: z.array(wordRows),
  orders: orders.nullable().describe('null where there are none, or they are refused'),
  others: z.array(
    z.object({
      role: z.enum(['customers', 'surveys', 'content', 'spend']),
      rows: count,
      people: count,
      first: day,
      last: day,
      kinds: z.array(z.object({ kind: z.string(), rows: count })),
    }),
  ),
  lacking: z
    .array(z.object({ id: z.string(), needs: z.array(z.string()), reason: z.string().nullable() }))
    .nullable()
    .describe('the figures without a value: what they need, or why; null where no file could be read'),
  warnings: z.array(z.object({ code: z.string(), details: z.array(z.string()), message: z.string() })),
  refusal: refusal.nullable().describe('of the files together'),
});

export type Inspection = z.infer<typeof inspection>;
export type InspectedFile = Inspection['files'][number];
export type InspectedOrders = NonNullable<Inspection['orders']>;
export type Refusal = NonNullable<Inspection['refusal']>;
