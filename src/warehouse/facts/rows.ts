import type { FactPeriod } from './windows.ts';

/** The facts of a grain: of each period, by its index, a SELECT of its rows with `period` and `segment`, NULL for the whole. */
export type FactRows = ReadonlyMap<number, string>;

/** Facts whose rows are those of one or several SELECTs a period. */
export const factRows = (
  periods: readonly FactPeriod[],
  rowsOf: (period: FactPeriod) => readonly string[],
): FactRows => new Map(periods.map((period) => [period.index, rowsOf(period).join('\nUNION ALL ')]));
