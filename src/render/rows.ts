import { stringify } from 'csv-stringify/sync';
import { spreadsheetText } from './escape.ts';
import type { RenderOptions } from './options.ts';

type Dialect = RenderOptions['csvDialect'];

const dialects: Record<Dialect, { delimiter: string; decimal: string; newline: string; bom: boolean }> = {
  rfc4180: { delimiter: ',', decimal: '.', newline: '\n', bom: false },
  'excel-fr': { delimiter: ';', decimal: ',', newline: '\r\n', bom: true },
};

/** A cell's text; only `text` comes from the user and may have to be defused, `word` is one of ours. */
export interface Value {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'word';
}

export const text = (value: string | null): Value => ({ text: value ?? '', kind: 'text' });
export const number = (value: number | string | null | undefined): Value => ({
  text: String(value ?? ''),
  kind: 'number',
});
export const word = (value: string | boolean | null | undefined): Value => ({
  text: String(value ?? ''),
  kind: 'word',
});

const written = (value: Value, decimal: string): string => {
  if (value.kind === 'number') return value.text.replace('.', decimal);
  return value.kind === 'text' ? spreadsheetText(value.text) : value.text;
};

/**
 * Rows as CSV; those `atHead` begin the file, with the mark that a dialect may want there. Text a spreadsheet could run
 * is defused, numbers are written as they are.
 */
export const rowsText = (rows: readonly (readonly Value[])[], dialect: Dialect, atHead: boolean): string => {
  const { delimiter, decimal, newline, bom } = dialects[dialect];
  return stringify(
    rows.map((row) => row.map((value) => written(value, decimal))),
    {
      delimiter,
      record_delimiter: newline,
      bom: bom && atHead,
      quoted_match: delimiter === ';' ? /['\t\r\n]/ : /['\t\r\n;]/,
    },
  );
};
