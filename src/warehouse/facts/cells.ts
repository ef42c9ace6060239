import type { Day } from '../../period/index.ts';
import { dayLiteral } from '../sql.ts';
import type { Span } from './windows.ts';

/**
 * Sums over many overlapping windows in one scan: the windows' ends cut time into cells, each cell is one filtered
 * aggregate, and a window is the sum of its cells.
 */
export interface Cells {
  /** The aggregates of the scan, as `SELECT` items named `<prefix>0`, `<prefix>1`, …. */
  readonly aggregates: readonly string[];
  /** SQL that adds up the cells of a window. */
  readonly over: (span: Span) => string;
}

/**
 * Cuts the cells of `windows` for an aggregate such as `count(*)` or `sum(amount)`, 0 where there are no rows, kept as
 * `type`. Where the scan itself ends with the last window, at `scanStop`, the cell without a beginning is not filtered:
 * it holds the total, and a window without a beginning is the total less the cells behind it.
 */
export const cutCells = (
  prefix: string,
  aggregate: string,
  type: string,
  windows: readonly Span[],
  scanStop: Day | null = null,
): Cells => {
  const ends = windows.flatMap(({ start, stop }) => (start === null ? [stop] : [start, stop]));
  const boundaries = [...new Set(ends)].sort();
  const open = windows.some(({ start }) => start === null);
  const cells = boundaries
    .map((stop, index) => ({ start: boundaries[index - 1] ?? null, stop }))
    .slice(open ? 0 : 1);
  const total = open && boundaries.at(-1) === scanStop;
  const within = ({ start, stop }: (typeof cells)[number]): string =>
    start === null
      ? `day < ${dayLiteral(stop)}`
      : `day >= ${dayLiteral(start)} AND day < ${dayLiteral(stop)}`;
  const filtered = (cell: (typeof cells)[number]): string =>
    total && cell.start === null ? aggregate : `${aggregate} FILTER (${within(cell)})`;
  return {
    aggregates: cells.map((cell, index) => `coalesce(${filtered(cell)}, 0)::${type} AS ${prefix}${index}`),
    over: (span) => {
      if (total && span.start === null) {
        const behind = cells.flatMap(({ start }, index) =>
          start !== null && start >= span.stop ? [`${prefix}${index}`] : [],
        );
        return `(${[`${prefix}0`, ...behind].join(' - ')})`;
      }
      const inside = cells.flatMap((cell, index) => {
        const begins = span.start === null || (cell.start !== null && cell.start >= span.start);
        return begins && cell.stop <= span.stop ? [`${prefix}${index}`] : [];
      });
      return inside.length === 0 ? `0::${type}` : `(${inside.join(' + ')})`;
    },
  };
};
