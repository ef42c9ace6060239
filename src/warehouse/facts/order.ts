import type { Day } from '../../period/index.ts';
import type { Engine } from '../engine.ts';
import type { Breakdown } from '../load/columns.ts';
import { dayLiteral } from '../sql.ts';
import type { Cells } from './cells.ts';
import { segmentOf } from './shoppers.ts';
import { type FactPeriod, yearOf } from './windows.ts';

const views = (breakdown: Breakdown | null): (Breakdown | null)[] =>
  breakdown === null ? [null] : [null, breakdown];

const orderRows = (period: FactPeriod, breakdown: Breakdown | null): string => {
  const year = yearOf(period);
  const from = year.start < period.start ? year.start : period.start;
  const { segment, join } = segmentOf(breakdown, 'orders');
  return `SELECT ${period.index} AS period, ${segment} AS segment, day >= ${dayLiteral(period.start)} AS in_period,
    day >= ${dayLiteral(year.start)} AS in_year, amount, refunded,
    refunded > 0 AS has_refund, quantity, orders.customer IS NULL AS guest
  FROM orders ${join} WHERE day >= ${dayLiteral(from)} AND day < ${dayLiteral(period.stop)}`;
};

/** Consecutive orders whose second lies between two days; the first may lie before, `last_before` is the day of that one. */
const gapsBetween = (from: FactPeriod, stop: Day, breakdown: Breakdown | null, orders: Cells): string => {
  const { segment, join } = segmentOf(breakdown, 'orders');
  const wanted = breakdown === null ? 'shoppers.segment IS NULL' : 'shoppers.segment IS NOT NULL';
  const inside = `day >= ${dayLiteral(from.start)} AND day < ${dayLiteral(stop)}`;
  const key = breakdown === null ? 'customer' : 'segment, customer';
  return `SELECT segment, day, days FROM (
    SELECT segment, day, day - lag(day) OVER (PARTITION BY ${key} ORDER BY day) AS days FROM (
      SELECT ${segment} AS segment, orders.customer, day FROM orders ${join} WHERE orders.customer IS NOT NULL AND ${inside}
      UNION ALL SELECT shoppers.segment, customer, last_before_${from.index} FROM shoppers
      WHERE last_before_${from.index} IS NOT NULL AND ${orders.over({ start: from.start, stop })} > 0 AND ${wanted})
  ) WHERE days IS NOT NULL AND ${inside}`;
};

/** Two periods of which one follows the other share one pass over their orders. */
const makeGaps = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
  orders: Cells,
): Promise<void> => {
  const between = (from: FactPeriod, stop: Day): string =>
    views(breakdown)
      .map((by) => gapsBetween(from, stop, by, orders))
      .join('\nUNION ALL ');
  const [period, before] = periods;
  const adjacent = before !== undefined && before.stop === period!.start;
  if (adjacent) await engine.execute(`CREATE OR REPLACE TEMP TABLE gaps AS ${between(before, period!.stop)}`);
  const parts = periods.map(
    ({
      index,
      start,
      stop,
    }) => `SELECT ${index} AS period, segment, days FROM ${adjacent ? 'gaps' : `(${between(periods[index]!, stop)})`}
      WHERE day >= ${dayLiteral(start)} AND day < ${dayLiteral(stop)}`,
  );
  await engine.execute(`CREATE OR REPLACE TEMP VIEW facts_gap AS ${parts.join('\nUNION ALL ')}`);
};

const refundRows = (period: FactPeriod, breakdown: Breakdown | null): string => {
  const { segment, join } = segmentOf(breakdown, 'refunds');
  return `SELECT ${period.index} AS period, ${segment} AS segment, amount::DECIMAL(38,4) AS amount FROM refunds ${join}
    WHERE day >= ${dayLiteral(period.start)} AND day < ${dayLiteral(period.stop)}`;
};

const pastRows = (period: FactPeriod): string =>
  `SELECT ${period.index} AS period, NULL::VARCHAR AS segment, customer, amount, refunded
  FROM orders WHERE day < ${dayLiteral(period.stop)}`;

/** Makes the relations of the grains `order`, `gap`, `refund` and `past`: `facts_order`, `facts_gap`, `facts_refund`, `facts_past`. */
export const makeOrderFacts = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
  orders: Cells,
): Promise<void> => {
  const view = (
    name: string,
    rows: (period: FactPeriod, breakdown: Breakdown | null) => string,
  ): Promise<void> => {
    const parts = periods.flatMap((period) => views(breakdown).map((by) => rows(period, by)));
    return engine.execute(`CREATE OR REPLACE TEMP VIEW ${name} AS ${parts.join('\nUNION ALL ')}`);
  };
  await view('facts_order', orderRows);
  await makeGaps(engine, periods, breakdown, orders);
  await view('facts_refund', refundRows);
  await engine.execute(
    `CREATE OR REPLACE TEMP VIEW facts_past AS ${periods.map(pastRows).join('\nUNION ALL ')}`,
  );
};
