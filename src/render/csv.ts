import { stringify } from 'csv-stringify/sync';
import type { Figure, Report } from '../report/schema.ts';
import { spreadsheetText } from './escape.ts';
import type { RenderOptions } from './options.ts';

type Dialect = RenderOptions['csvDialect'];

const dialects: Record<Dialect, { delimiter: string; decimal: string; newline: string; bom: boolean }> = {
  rfc4180: { delimiter: ',', decimal: '.', newline: '\n', bom: false },
  'excel-fr': { delimiter: ';', decimal: ',', newline: '\r\n', bom: true },
};

/** A cell's text; only `text` comes from the user and may have to be defused, `word` is one of ours. */
interface Value {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'word';
}

const text = (value: string | null): Value => ({ text: value ?? '', kind: 'text' });
const number = (value: number | string | null | undefined): Value => ({
  text: String(value ?? ''),
  kind: 'number',
});
const word = (value: string | boolean | null | undefined): Value => ({
  text: String(value ?? ''),
  kind: 'word',
});

const columns: Readonly<Record<string, (figure: Figure, report: Report) => Value>> = {
  period: (_, { period }) => text(period.label),
  start: (_, { period }) => word(period.start),
  stop: (_, { period }) => word(period.stop),
  timezone: (_, { period }) => text(period.timezone),
  base: (_, { base }) => text(base),
  attribute: ({ segment }) => text(Object.keys(segment ?? {}).join('|')),
  segment: ({ segment }) => text(Object.values(segment ?? {}).join('|')),
  id: ({ id }) => text(id),
  unit: ({ unit }) => word(unit),
  status: ({ status }) => word(status),
  value: ({ value }) => number(value),
  exact: ({ exact }) => number(exact),
  numerator: ({ numerator }) => number(numerator),
  denominator: ({ denominator }) => number(denominator),
  low: ({ interval }) => number(interval?.low),
  high: ({ interval }) => number(interval?.high),
  level: ({ interval }) => number(interval?.level),
  method: ({ interval }) => word(interval?.method),
  previous_value: ({ previous }) => number(previous?.value),
  previous_numerator: ({ previous }) => number(previous?.numerator),
  previous_denominator: ({ previous }) => number(previous?.denominator),
  change_absolute: ({ change }) => number(change?.absolute),
  change_relative: ({ change }) => number(change?.relative),
  significant: ({ change }) => word(change?.significant),
  p: ({ change }) => number(change?.p),
  notes: ({ notes }) => text(notes.join('|')),
};

const written = (value: Value, decimal: string): string => {
  if (value.kind === 'number') return value.text.replace('.', decimal);
  return value.kind === 'text' ? spreadsheetText(value.text) : value.text;
};

/**
 * One row per figure with every number at full precision; several attributes, segments or notes are joined by `|`.
 * Rows end with LF, in `excel-fr` with CRLF. Text a spreadsheet could run is defused, numbers are written as they are.
 */
export const csv = (report: Report, options: RenderOptions): string => {
  const { delimiter, decimal, newline, bom } = dialects[options.csvDialect];
  const rows = report.figures.map((figure) =>
    Object.values(columns).map((column) => written(column(figure, report), decimal)),
  );
  return stringify([Object.keys(columns), ...rows], {
    delimiter,
    record_delimiter: newline,
    bom,
    quoted_match: delimiter === ';' ? /['\t\r\n]/ : /['\t\r\n;]/,
  });
};
