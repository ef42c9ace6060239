import type { Day } from '../../period/index.ts';
import type { Engine } from '../engine.ts';
import type { Breakdown } from '../load/columns.ts';
import { dayLiteral } from '../sql.ts';
import type { Cells } from './cells.ts';
import { type FactRows, factRows } from './rows.ts';
import { segmentOf } from './shoppers.ts';
import { type FactPeriod, yearOf } from './windows.ts';

const views = (breakdown: Breakdown | null): (Breakdown | null)[] =>
  breakdown === null ? [null] : [null, breakdown];

const orderRows = (period: FactPeriod, breakdown: Breakdown | null, hasGuests: boolean): string => {
  const year = yearOf(period);
  const from = year.start < period.start ? year.start : period.start;
  const { segment, join } = segmentOf(breakdown, 'orders');
  return `SELECT ${period.index} AS period, ${segment} AS segment, day >= ${dayLiteral(period.start)} AS in_period,
    day >= ${dayLiteral(year.start)} AS in_year, amount, refunded,
    refunded > 0 AS has_refund, quantity, ${hasGuests ? 'orders.customer IS NULL' : 'false'} AS guest
  FROM orders ${join} WHERE day >= ${dayLiteral(from)} AND day < ${dayLiteral(period.stop)}`;
};

/** Consecutive orders whose second lies between two days; the first may lie before, `last_before` is the day of that one. */
const gapsBetween = (from: FactPeriod, stop: Day, breakdown: Breakdown | null, orders: Cells): string => {
  const { segment, join } = segmentOf(breakdown, 'orders');
  const wanted = breakdown === null ? 'shoppers.segment IS NULL' : 'shoppers.segment IS NOT NULL';
  const inside = `day >= ${dayLiteral(from.start)} AND day < ${dayLiteral(stop)}`;
  const [bought, before] = breakdown === null ? ['', ''] : [`${segment} AS segment, `, 'shoppers.segment, '];
  const [key, told] = breakdown === null ? ['customer', 'NULL::VARCHAR'] : ['segment, customer', 'segment'];
  return `SELECT segment, day, days FROM (
    SELECT ${told} AS segment, day, day - lag(day) OVER (PARTITION BY ${key} ORDER BY day) AS days FROM (
      SELECT ${bought}orders.customer, day FROM orders ${join} WHERE orders.customer IS NOT NULL AND ${inside}
      UNION ALL SELECT ${before}customer, last_before_${from.index} FROM shoppers
      WHERE last_before_${from.index} IS NOT NULL AND ${orders.over({ start: from.start, stop })} > 0 AND ${wanted})
  ) WHERE days IS NOT NULL AND ${inside}`;
};

/** Two periods of which one follows the other share one pass over their orders. */
const gapFacts = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
  orders: Cells,
): Promise<FactRows> => {
  const between = (from: FactPeriod, stop: Day): string =>
    views(breakdown)
      .map((by) => gapsBetween(from, stop, by, orders))
      .join('\nUNION ALL ');
  const [period, before] = periods;
  const adjacent = before !== undefined && before.stop === period!.start;
  if (adjacent) await engine.execute(`CREATE OR REPLACE TEMP TABLE gaps AS ${between(before, period!.stop)}`);
  return factRows(periods, (one) => [
    `SELECT ${one.index} AS period, segment, days FROM ${adjacent ? 'gaps' : `(${between(one, one.stop)})`}
      WHERE day >= ${dayLiteral(one.start)} AND day < ${dayLiteral(one.stop)}`,
  ]);
};

const refundRows = (period: FactPeriod, breakdown: Breakdown | null): string => {
  const { segment, join } = segmentOf(breakdown, 'refunds');
  return `SELECT ${period.index} AS period, ${segment} AS segment, amount::DECIMAL(38,4) AS amount FROM refunds ${join}
    WHERE day >= ${dayLiteral(period.start)} AND day < ${dayLiteral(period.stop)}`;
};

const pastRows = (period: FactPeriod): string =>
  `SELECT ${period.index} AS period, NULL::VARCHAR AS segment, customer, amount, refunded
  FROM orders WHERE day < ${dayLiteral(period.stop)}`;

/**
 * The facts that orders tell: the orders, the days between them, the refunds, and all orders up to the stop of a period.
 * Where no order is a guest's (`hasGuests`), the names of customers are not looked at to tell.
 */
export const orderFacts = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
  orders: Cells,
  hasGuests: boolean,
): Promise<Readonly<Record<'order' | 'gap' | 'refund' | 'past', FactRows>>> => {
  const by = views(breakdown);
  return {
    order: factRows(periods, (period) => by.map((one) => orderRows(period, one, hasGuests))),
    gap: await gapFacts(engine, periods, breakdown, orders),
    refund: factRows(periods, (period) => by.map((one) => refundRows(period, one))),
    past: factRows(periods, (period) => [pastRows(period)]),
  };
};
