import type { Table } from './bases.ts';
import type { Chance } from './chance.ts';
import { tokens } from './damage.ts';

/** What may be done to the cells of an export that stays soundly written, but for rows that become too short or long. */
export type Edit = (table: Table, chance: Chance) => Table;

const replaced = (
  table: Table,
  row: number,
  change: (cells: readonly string[]) => readonly string[],
): Table => table.map((cells, at) => (at === row ? change(cells) : cells));

const recordOf = (table: Table, chance: Chance): number => 1 + chance.below(table.length - 1);

const cellChanged = (table: Table, row: number, column: number, cell: string): Table =>
  replaced(table, row, (cells) => cells.map((old, at) => (at === column ? cell : old)));

const valueTokens = [
  ...tokens.filter((token) => typeof token === 'string'),
  '12.30', '-4.5', '1,234.50', '1 234.50', "1'234.50", '1.234,50', '(5.00)', '5.00-', '+3', '12.34567', '12.340000', '1e3', '.5', '5.', '00012.00', '999999999999999.99',
  '99999999999999.9999', '€5.00', '5.00 EUR', '$1', '2023-08-09', '2023-8-9', '2023/08/09', '2023.08.09', '2023-08-09 10:11', '2023-08-09T10:11:12.5', '2023-08-09 24:00',
  '2023-08-09T23:30:00Z', '2023-08-09 25:00:00', '20230809', '1969-12-31', '2200-01-01', '2199-12-31', '9 Aug 2023', 'Paid', ' PAID ', 'voided', 'Partially Refunded', 'payé', 'shipped?',
  '10', '11', '9.5', '9 ', '10 - Extremely likely', '7/10', '01', '-1', 'web', '', ' ', '\u3000', 'o1', ' o1 ', 'o2', "'o3", "'=o4",
]; // biome-ignore format: a list of values

/** The edits, by what they are called. */
export const edits: Readonly<Record<string, Edit>> = {
  'a cell replaced': (table, chance) =>
    cellChanged(table, recordOf(table, chance), chance.below(table[0]!.length), chance.pick(valueTokens)),
  'a token in a cell': (table, chance) => {
    const row = recordOf(table, chance);
    const column = chance.below(table[0]!.length);
    const cell = table[row]?.[column] ?? '';
    const at = chance.below(cell.length + 1);
    return cellChanged(table, row, column, cell.slice(0, at) + chance.pick(valueTokens) + cell.slice(at));
  },
  'two cells swapped': (table, chance) => {
    const row = recordOf(table, chance);
    const [one, other] = [chance.below(table[0]!.length), chance.below(table[0]!.length)];
    return replaced(table, row, (cells) =>
      cells.map((cell, at) => (at === one ? (cells[other] ?? '') : at === other ? (cells[one] ?? '') : cell)),
    );
  },
  'a cell from another row': (table, chance) => {
    const column = chance.below(table[0]!.length);
    return cellChanged(
      table,
      recordOf(table, chance),
      column,
      table[recordOf(table, chance)]?.[column] ?? '',
    );
  },
  'a row twice': (table, chance) => [...table, table[recordOf(table, chance)] ?? table[0]!],
  'a row left out': (table, chance) => {
    const row = recordOf(table, chance);
    return table.filter((_, at) => at !== row);
  },
  'a row too short': (table, chance) => replaced(table, recordOf(table, chance), (cells) => cells.slice(1)),
  'a row too long': (table, chance) => replaced(table, recordOf(table, chance), (cells) => [...cells, '']),
  'a column left out': (table, chance) => {
    const column = chance.below(table[0]!.length);
    return table.map((cells) => cells.filter((_, at) => at !== column));
  },
  'a column twice': (table, chance) => {
    const column = chance.below(table[0]!.length);
    return table.map((cells) => [...cells, cells[column] ?? '']);
  },
  'a name replaced': (table, chance) =>
    cellChanged(table, 0, chance.below(table[0]!.length), chance.pick([...valueTokens, 'column', 'x'])),
};
