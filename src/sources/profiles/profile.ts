import * as z from 'zod';

/** Column names, alternatives: the first that a header has is meant. Compared without case, accents, blanks and punctuation. */
const columns = z.array(z.string().min(1)).min(1);

/**
 * Values by column, `*` standing for any text; compared without case and accents. A row matches where any of the
 * columns holds one of its values; an empty cell matches only `""`.
 */
const values = z.record(z.string(), z.array(z.string()).min(1));

const fieldColumns = z.union([
  columns,
  z.strictObject({
    columns,
    /** Only rows that match hold the field, as where one column of scores serves several kinds of survey. */
    when: values,
  }),
  /** The column of a question that the shop words itself, found by what it asks and how it is answered. */
  z.strictObject({ question: z.literal(true) }),
]);

const askedFields = ['score', 'satisfaction', 'effort'];

const words = z.array(
  z.string().regex(/^[^\sA-Z\p{M}|\\]*$/u, 'a lower-case word without accents, _ for blanks and hyphens'),
);

/** What makes an export what it is; the form of the profiles shipped and of those a user declares. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  role: z.enum(['orders', 'customers', 'surveys', 'content', 'spend']),
  /** A header is recognised that has one column of each list of `has` and none of `lacks`; the most lists win. */
  recognise: z.strictObject({ has: z.array(columns).min(1), lacks: columns.optional() }),
  /** Records at the top that are no data: names first, then questions or import ids. */
  headerRows: z.number().int().min(1).max(3).default(1),
  /** What shows that the last of them is there: a text some cell holds, or columns it leaves blank. */
  lastHeaderRow: z
    .union([z.strictObject({ holds: z.string().min(1) }), z.strictObject({ blank: columns })])
    .optional(),
  /** What a row of orders is. */
  grain: z.enum(['orders', 'lines']).default('orders'),
  /** Of lines: each has its own amount (`line`), or all have the order's, repeated or blank after the first (`order`). */
  amountOf: z.enum(['line', 'order']).default('line'),
  /** Whether a row without order id and e-mail belongs to the order above it. */
  idCarried: z.boolean().default(false),
  /** The fields of the role and the columns that hold them; no other column is looked at. */
  fields: z
    .record(z.string(), fieldColumns)
    .refine(
      (fields) =>
        Object.entries(fields).every(
          ([field, found]) => !('question' in found) || askedFields.includes(field),
        ),
      'only score, satisfaction and effort can be a question',
    ),
  /** Columns of the export's own that are never a question; those named elsewhere need not be repeated. */
  notQuestions: columns.optional(),
  /** How a refund is told, and the only way it is counted: a column, rows of their own, the status, or not at all. */
  refunds: z.enum(['column', 'rows', 'status', 'none']).default('none'),
  statuses: z
    .strictObject({
      count: words,
      ignore: words,
      /** Those of `count` under which all was given back, where `refunds` is `status` or a file lacks its column. */
      refunded: words.default([]),
    })
    .optional(),
  /** Orders that do not count although their status may: cancelled, not captured, tests. */
  ignore: values.optional(),
  /** Rows that are about something else: withdrawals, currency conversions, other kinds of surveys. */
  drop: values.optional(),
  /** Where given, rows that match none are about something else too. */
  keep: values.optional(),
  /** Values of a key that name nobody: customer 0, relay addresses; `*` stands for any text. */
  nobody: z.partialRecord(z.enum(['customer_id', 'email']), z.array(z.string())).optional(),
  dates: z
    .strictObject({
      /** The notation, where it is known to be one that the values may leave open. */
      order: z
        .enum(['ymd', 'dmy', 'mdy', 'dmy2', 'mdy2', 'compact', 'month-first', 'day-first', 'excel', 'unix'])
        .optional(),
      /** The zone of times without an offset; without it they are in the zone of the run. */
      zone: z.string().optional(),
      /** Columns with the time of day and its zone beside the date. */
      time: columns.optional(),
      zoneColumn: columns.optional(),
    })
    .optional(),
  decimal: z.enum(['.', ',']).optional(),
  /** What the amount holds: tax, shipping; null where the export does not say. */
  amountIncludes: z
    .strictObject({ tax: z.boolean().nullable(), shipping: z.boolean().nullable() })
    .optional(),
  /** Lines below the records, by how they begin. */
  footer: z.array(z.string().min(3)).optional(),
  /** Stable codes of what cannot be known from this export. */
  warnings: z
    .array(
      z.enum([
        'identity_by_name',
        'refunds_undated',
        'refunds_by_status',
        'partial_refunds_unknown',
        'refunds_unknown',
        'statuses_unknown',
        'amount_without_tax',
        'local_times',
      ]),
    )
    .default([]),
});

/** A profile with its defaults. */
export type Profile = z.output<typeof profileSchema>;

/** A profile as it is written, in a file of this folder or by a user. */
export type DeclaredProfile = z.input<typeof profileSchema>;
