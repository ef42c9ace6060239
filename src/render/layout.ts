import Table from 'cli-table3';
import { displayWidth, wrap } from './width.ts';

/** One line of text and how it is coloured; the text itself carries no colour. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const painted = (cell: Cell, text: string): string => (cell.paint === undefined ? text : cell.paint(text));

export interface Column<Row> {
  readonly head: Cell;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row) => Cell;
  /** Columns with a high number are the first to leave a narrow page; 0 always stays. */
  readonly yields: number;
}

/** The columns that fit a page, and how wide each is. */
export interface Plan<Row> {
  readonly columns: readonly Column<Row>[];
  readonly widths: readonly number[];
}

const gap = 2;

/**
 * Chooses the columns that fit in `width`, without empty ones; the first takes what is left and is wrapped. It gives
 * way down to `narrowestFirst` for columns that may leave, and further for those that always stay.
 */
export const plan = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
  narrowestFirst = 24,
): Plan<Row> => {
  const [first, ...others] = columns as [Column<Row>, ...Column<Row>[]];
  const taken = new Map(
    columns.map((column) => [column, rows.map((row) => displayWidth(column.cell(row).text))]),
  );
  const natural = (column: Column<Row>): number =>
    taken.get(column)!.reduce((most, width) => Math.max(most, width), displayWidth(column.head.text));
  const wanted = natural(first);
  const kept = new Set<Column<Row>>();
  let left = width;
  for (const column of others.toSorted((a, b) => a.yields - b.yields)) {
    const takes = natural(column) + gap;
    const empty = taken.get(column)!.every((width) => width === 0);
    const fits = left - takes >= Math.min(wanted, narrowestFirst);
    if (empty || !(fits || column.yields === 0)) continue;
    kept.add(column);
    left -= takes;
  }
  const shown = [first, ...others.filter((column) => kept.has(column))];
  const widths = shown.map((column) =>
    column === first ? Math.max(2, Math.min(wanted, left)) : natural(column),
  );
  return { columns: shown, widths };
};

const empty: Cell = { text: '' };

/** A row as the lines it takes: its first cell wrapped, continuation lines set in by two more. */
const lines = (cells: readonly Cell[], firstWidth: number): Cell[][] => {
  const [first = empty, ...others] = cells;
  const indent = ' '.repeat(first.text.length - first.text.trimStart().length);
  const [top = '', ...more] = wrap(first.text.trim(), firstWidth - indent.length);
  const deeper = more.length === 0 ? [] : wrap(more.join(' '), firstWidth - indent.length - 2);
  return [
    [{ ...first, text: indent + top }, ...others],
    ...deeper.map((text) => [{ ...first, text: `${indent}  ${text}` }, ...others.map(() => empty)]),
  ];
};

const blank = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
];
const bars = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'];
const chars = {
  ...Object.fromEntries([...blank, ...bars].map((name) => [name, ''])),
  middle: ' '.repeat(gap),
};

/**
 * Draws a table without rules and returns its lines. cli-table3 places stand-ins as wide as the cells and the coloured
 * cells take their places afterwards, so its own measure of width never decides.
 */
export const draw = <Row>(
  layout: Plan<Row>,
  head: readonly Cell[] | null,
  rows: readonly Row[],
): string[] => {
  const { columns, widths } = layout;
  const cells = [
    ...(head === null ? [] : [head]),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ].flatMap((row) => lines(row, widths[0]!));
  const table = new Table({
    chars,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
    colAligns: columns.map((column) => column.align),
  });
  table.push(...cells.map((row) => row.map((cell) => 'x'.repeat(displayWidth(cell.text)))));
  const shown = cells
    .flat()
    .filter((cell) => displayWidth(cell.text) > 0)
    .values();
  const place = (): string => {
    const cell = shown.next().value ?? empty;
    return painted(cell, cell.text);
  };
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd().replace(/x+/g, place).trimEnd());
};

/** A label in a column of its own and a text beside it, wrapped with a hanging indent. */
export const labelled = (label: Cell, text: Cell, labelWidth: number, width: number): string[] => {
  const room = ' '.repeat(Math.max(0, labelWidth - displayWidth(label.text)));
  const [first = '', ...more] = wrap(text.text, Math.max(20, width - labelWidth)).map((line) =>
    painted(text, line),
  );
  const start = painted(label, label.text) + room;
  return [start + first, ...more.map((line) => ' '.repeat(labelWidth) + line)].map((line) => line.trimEnd());
};
