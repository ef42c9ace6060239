import type { Table } from './bases.ts';

/** How a table is written as CSV. */
export interface Manner {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quoteAll: boolean;
}

/** As most exports are. */
export const usual: Manner = { delimiter: ',', lineEnd: '\n', quoteAll: false };

/** A table as CSV, whatever stands in its cells. */
export const csvOf = (table: Table, { delimiter, lineEnd, quoteAll }: Manner = usual): string => {
  const written = (cell: string): string =>
    quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return table.map((row) => row.map(written).join(delimiter) + lineEnd).join('');
};

/** A table as JSON records, in an array or one a line; `numbers` writes what is a plain number as one. */
export const jsonOf = (table: Table, lines: boolean, numbers: boolean): string => {
  const [names = [], ...rows] = table;
  const value = (cell: string): string =>
    numbers && /^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,4})?$/.test(cell) ? cell : JSON.stringify(cell);
  const records = rows.map(
    (row) => `{${row.map((cell, at) => `${JSON.stringify(names[at] ?? '')}:${value(cell)}`).join(',')}}`,
  );
  return lines ? records.map((record) => `${record}\n`).join('') : `[${records.join(',\n')}]\n`;
};
