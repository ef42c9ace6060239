import type { Figure, Report } from '../report/schema.ts';
import type { RenderOptions } from './options.ts';
import { number, rowsText, text, type Value, word } from './rows.ts';

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

/**
 * One row per figure with every number at full precision; several attributes, segments or notes are joined by `|`.
 * Rows end with LF, in `excel-fr` with CRLF. Text a spreadsheet could run is defused, numbers are written as they are.
 */
export const csv = (report: Report, options: RenderOptions): string => {
  const rows = report.figures.map((figure) => Object.values(columns).map((column) => column(figure, report)));
  return rowsText([Object.keys(columns).map(word), ...rows], options.csvDialect, true);
};
