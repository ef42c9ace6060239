import { addDays, type Day } from '../../period/index.ts';
import type { Engine } from '../engine.ts';
import type { Breakdown } from '../load/columns.ts';
import { dayLiteral } from '../sql.ts';
import { type Cells, cutCells } from './cells.ts';
import { type FactPeriod, type Span, yearBeforeOf, yearOf } from './windows.ts';

/** The cells of the shoppers: orders and revenue of each customer by window. */
export interface ShopperCells {
  readonly orders: Cells;
  readonly revenue: Cells;
}

const unknown = `'(unknown)'`;

/** The window of the start, where it ends before the period begins; else the last day before the period tells as much. */
const startCell = ({ start, atStart }: FactPeriod): Span[] =>
  atStart === null || atStart.stop === start ? [] : [atStart];

const cellsOf = (periods: readonly FactPeriod[], scanStop: Day): ShopperCells => {
  const until = (stop: string): Span => ({ start: null, stop });
  const ordered = periods.flatMap((period) => [
    period,
    until(period.start),
    until(period.stop),
    yearOf(period),
    yearBeforeOf(period),
    period.atEnd,
    ...startCell(period),
  ]);
  const paid = periods.flatMap((period) => [period, until(period.stop)]);
  return {
    orders: cutCells('n', 'count(*)', 'INTEGER', ordered, scanStop),
    revenue: cutCells('r', 'sum(amount)', 'DECIMAL(18,4)', paid, scanStop),
  };
};

/**
 * Makes `shoppers`, one row per customer with orders (and segment, NULL for the whole): the days of the first two
 * orders, the last day before each period, and the cells. One scan of the orders serves all periods.
 */
export const makeShoppers = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
): Promise<ShopperCells> => {
  const far =
    periods
      .map(({ stop }) => stop)
      .sort()
      .at(-1) ?? addDays('2199-12-31', 1);
  const cells = cellsOf(periods, far);
  const last = periods.map(
    ({ index, start }) => `max(day) FILTER (day < ${dayLiteral(start)}) AS last_before_${index}`,
  );
  const columns = [
    'min(day, 2)[1] AS first_day',
    'min(day, 2)[2] AS second_day',
    ...last,
    ...cells.orders.aggregates,
    ...cells.revenue.aggregates,
  ].join(', ');
  const scan = (segment: string): string =>
    `SELECT ${segment} AS segment, customer, ${columns} FROM orders WHERE customer IS NOT NULL AND day < ${dayLiteral(far)}`;
  await engine.execute(`CREATE OR REPLACE TEMP TABLE shoppers AS ${scan('NULL::VARCHAR')} GROUP BY customer`);
  if (breakdown === null) return cells;
  if (breakdown.scope === 'order') {
    await engine.execute(`INSERT INTO shoppers ${scan(`coalesce(attribute, ${unknown})`)} GROUP BY ALL`);
    await engine.execute('CREATE OR REPLACE TEMP TABLE memberships (customer VARCHAR, segment VARCHAR)');
    return cells;
  }
  const attributes =
    breakdown.scope === 'customer'
      ? `SELECT customer, coalesce(attribute, ${unknown}) AS segment FROM customers`
      : `SELECT customer, arg_min(coalesce(attribute, ${unknown}), (day, order_id, attribute)) AS segment
         FROM orders WHERE customer IS NOT NULL GROUP BY customer`;
  await engine.execute(`CREATE OR REPLACE TEMP TABLE memberships AS ${attributes}`);
  await engine.execute(
    `INSERT INTO shoppers SELECT coalesce(memberships.segment, ${unknown}), shoppers.* EXCLUDE (segment)
     FROM shoppers LEFT JOIN memberships USING (customer)`,
  );
  return cells;
};

/** SQL of the segment of a row that carries `customer` (and `attribute` for order attributes). */
export const segmentOf = (breakdown: Breakdown | null, alias: string): { segment: string; join: string } => {
  if (breakdown === null) return { segment: 'NULL::VARCHAR', join: '' };
  if (breakdown.scope === 'order') return { segment: `coalesce(${alias}.attribute, ${unknown})`, join: '' };
  return {
    segment: `coalesce(memberships.segment, ${unknown})`,
    join: `LEFT JOIN memberships ON memberships.customer = ${alias}.customer`,
  };
};
