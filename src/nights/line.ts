import * as z from 'zod';
import type { Report } from '../report/schema.ts';
import { type Amounts, amounts } from './schema.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The form of a line of the history: one figure of one period, as it was known on a day. */
export const historyLine = z.strictObject({
  asOf: isoDate,
  period: z.string(),
  start: isoDate.nullable(),
  stop: isoDate.nullable(),
  timezone: z.string(),
  base: z.string(),
  version: z.string(),
  settings: z.string(),
  id: z.string(),
  segment: z.record(z.string(), z.string()).nullable(),
  ...amounts.shape,
  /** Whose figure it is: the manifest of the run, from the folder of the history; null in lines of before there was this part. */
  manifest: z.string().nullable().default(null),
});

export type HistoryLine = z.infer<typeof historyLine>;

/** The names of a line's parts, in their order. */
export const parts = Object.keys(historyLine.shape) as (keyof HistoryLine)[];

/** Names the period of a line, whatever was said of it. */
export const periodKey = ({ period, start, stop }: Pick<HistoryLine, 'period' | 'start' | 'stop'>): string =>
  JSON.stringify([period, start, stop]);

/** Names the figure of a line: two lines of one key tell the same figure on different days. */
export const keyOf = (line: HistoryLine): string =>
  JSON.stringify([line.period, line.start, line.stop, line.id, Object.entries(line.segment ?? {})]);

/** What a line says of its figure. */
export const amountsOf = ({ value, exact, numerator, denominator, status }: Amounts): Amounts => ({
  value,
  exact,
  numerator,
  denominator,
  status,
});

/** Whether two lines say the same of their figure. */
export const saysTheSame = (one: Amounts, other: Amounts): boolean =>
  JSON.stringify(amountsOf(one)) === JSON.stringify(amountsOf(other));

/** Whether two lines tell a figure of the same definition. */
export const definedAlike = (one: HistoryLine, other: HistoryLine): boolean =>
  one.base === other.base && one.timezone === other.timezone && one.settings === other.settings;

/** Whether a line is of the run of a manifest, or may be. */
export const isOf = (line: HistoryLine, run: string | null): boolean =>
  line.manifest === null || line.manifest === run;

/** The figures of a report as lines of the history; `settings` names what a figure was defined with, `run` whose it is. */
export const linesOf = (
  report: Report,
  settings: (id: string) => string,
  run: string | null,
): HistoryLine[] =>
  report.figures.map((figure) => ({
    asOf: report.asOf,
    period: report.period.label,
    start: report.period.start,
    stop: report.period.stop,
    timezone: report.period.timezone,
    base: report.base,
    version: report.tool.version,
    settings: settings(figure.id),
    id: figure.id,
    segment: figure.segment,
    ...amountsOf(figure),
    manifest: run,
  }));
