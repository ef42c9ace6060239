import { fault } from '../../errors.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';
import { completeOrders } from '../load/columns.ts';
import { isEmailKey } from '../load/field.ts';
import { type OrderGrain, oneGrain } from './grain.ts';
import { settleOrderValues } from './order-values.ts';
import { countRepeatedLines, foldCopies } from './repeats.ts';
import { assertKnownStatuses, assertOneAttribute, assertOneCurrency } from './uniform.ts';

/** What was found while the orders were settled, for the conversation and the report. */
export interface OrderFindings {
  readonly grain: OrderGrain;
  readonly repeatedLines: number;
  /** Rows without an order id that took that of the row above them. */
  readonly carriedIds: number;
  readonly overRefunds: number;
  readonly guestOrders: number;
  /** Orders that name their customer by e-mail alone where others are named by an id. */
  readonly emailOrders: number;
  readonly unlinkedRefunds: number;
}

const folded = `SELECT order_id, max(customer) AS customer, min(ordered_at) AS day, sum(amount)::DECIMAL(18,4) AS gross,
    coalesce(sum(abs(refunded)), 0)::DECIMAL(18,4) AS refunded, NULL::VARCHAR AS refund_of,
    sum(quantity)::DECIMAL(18,4) AS quantity, min(file) AS file`;

/** A line belongs to the day and the segment of its order. */
const baskets = (grain: OrderGrain, attribute: string): string =>
  grain === 'lines'
    ? `SELECT orders.customer, orders.day, orders.attribute, lines.category FROM order_rows AS lines JOIN orders USING (order_id)
       WHERE lines.fate = 0 AND lines.amount >= 0 AND lines.refund_of IS NULL`
    : `SELECT customer, ordered_at AS day, ${attribute}, category FROM order_rows
       WHERE fate = 0 AND amount >= 0 AND refund_of IS NULL`;

/**
 * Makes `orders` (order_id, customer or NULL for guests, day, gross, refunded, amount net of refunds, quantity,
 * attribute), `baskets` (customer, day, attribute, category, one row for each row bought) and `refunds` (day, amount,
 * of those that name no known order) from the raw rows: lines folded into orders, copies folded, refund rows taken from
 * the orders they name.
 */
export const settleOrders = async (
  engine: Engine,
  sources: readonly Source[],
  columns: readonly string[],
  declaredGrain: OrderGrain | null,
  attributeName: string | null,
): Promise<OrderFindings> => {
  const withAttribute = attributeName !== null;
  const carriedIds = await settleOrderValues(engine, sources, columns);
  await engine.execute(`CREATE TEMP VIEW order_rows AS ${completeOrders(columns)}`);
  await assertKnownStatuses(engine, sources);
  await assertOneCurrency(engine, sources);
  const withIds = sources.filter((source) => source.mapping.fields.has('order_id'));
  const grain = declaredGrain ?? oneGrain(sources);
  if (grain === 'lines' && withIds.length < sources.length)
    throw fault('lines_without_ids', [sources[0]!.file.original.name]);
  const attribute = withAttribute ? 'attribute' : 'NULL::VARCHAR AS attribute';
  const refundable = columns.includes('refunded');
  let repeatedLines = 0;
  if (grain === 'lines') {
    const [mixed] = await engine.rows(
      'SELECT count(*) AS n FROM (SELECT order_id FROM order_rows WHERE fate = 0 GROUP BY order_id HAVING min(customer) <> max(customer))',
    );
    if (Number(mixed!.n) > 0)
      throw fault('two_customers_in_order', [sources[0]!.file.original.name, String(mixed!.n)]);
    if (withAttribute && attributeName !== 'discounted') await assertOneAttribute(engine, attributeName);
    repeatedLines = await countRepeatedLines(engine, sources);
    await engine.execute(
      `CREATE TEMP TABLE entries AS ${folded}, ${withAttribute ? 'max(attribute)' : 'NULL::VARCHAR'} AS attribute
       FROM order_rows WHERE fate = 0 AND refund_of IS NULL GROUP BY order_id
       UNION ALL SELECT order_id, customer, ordered_at, amount, 0, refund_of, quantity, file, ${attribute}
       FROM order_rows WHERE fate = 0 AND refund_of IS NOT NULL`,
    );
  } else {
    if (withIds.length > 0) await foldCopies(engine, sources);
    const refunded = refundable ? 'abs(coalesce(refunded, 0::DECIMAL(18,4)))' : '0::DECIMAL(18,4)';
    const fields = `order_id, customer, ordered_at AS day, amount AS gross, ${refunded} AS refunded, refund_of, quantity, file, ${attribute}`;
    await engine.execute(`CREATE TEMP VIEW entries AS SELECT ${fields} FROM order_rows WHERE fate = 0`);
  }
  const overRefunds = await takeRefunds(engine, refundable);
  if (sources.some(({ mapping }) => mapping.fields.has('category')))
    await engine.execute(`CREATE TEMP VIEW baskets AS ${baskets(grain, attribute)}`);
  const [counts] = await engine.rows(
    `SELECT count(*) AS orders, count(customer) AS named, coalesce(count_if(${isEmailKey('customer')}), 0) AS by_email,
       (SELECT count(*) FROM refunds) AS unlinked FROM orders`,
  );
  const [orders, named, byEmail] = [counts!.orders, counts!.named, counts!.by_email].map(Number);
  const holdsBoth = ['customer_id', 'email'].every((key) =>
    sources.some(({ mapping }) => mapping.fields.has(key)),
  );
  return {
    grain,
    repeatedLines,
    carriedIds,
    overRefunds,
    guestOrders: orders! - named!,
    emailOrders: holdsBoth && byEmail! < named! ? byEmail! : 0,
    unlinkedRefunds: Number(counts!.unlinked),
  };
};

const noRefunds =
  'CREATE TEMP TABLE refunds (day DATE, amount DECIMAL(38,4), attribute VARCHAR, customer VARCHAR)';

/** Makes `orders` and `refunds` without a row, for a run to which no orders are given. */
export const settleNoOrders = async (engine: Engine): Promise<void> => {
  await engine.execute(
    `CREATE TEMP TABLE orders (order_id VARCHAR, customer VARCHAR, day DATE, gross DECIMAL(18,4), refunded DECIMAL(18,4),
       quantity DECIMAL(18,4), attribute VARCHAR, amount DECIMAL(18,4))`,
  );
  await engine.execute(noRefunds);
};

const takeRefunds = async (engine: Engine, refundable: boolean): Promise<number> => {
  const [counts] = await engine.rows(
    `SELECT count(*) FILTER (gross < 0 OR refund_of IS NOT NULL) AS rows, count(*) FILTER (refunded > gross) AS over FROM entries`,
  );
  if (Number(counts!.rows) === 0) {
    const amount = refundable ? '(gross - refunded)::DECIMAL(18,4)' : 'gross';
    await engine.execute(`CREATE TEMP VIEW orders AS SELECT *, ${amount} AS amount FROM entries`);
    await engine.execute(noRefunds);
    return Number(counts!.over);
  }
  await engine.execute(
    `CREATE TEMP TABLE refund_rows AS SELECT coalesce(refund_of, order_id) AS named, day, abs(gross) AS amount, attribute, customer
     FROM entries WHERE gross < 0 OR refund_of IS NOT NULL`,
  );
  await engine.execute(
    `CREATE TEMP TABLE orders AS SELECT entries.* REPLACE ((entries.refunded + coalesce(taken.amount, 0))::DECIMAL(18,4) AS refunded),
       (entries.gross - entries.refunded - coalesce(taken.amount, 0))::DECIMAL(18,4) AS amount
     FROM entries LEFT JOIN (SELECT named, sum(amount) AS amount FROM refund_rows GROUP BY named) AS taken ON taken.named = entries.order_id
     WHERE entries.gross >= 0 AND entries.refund_of IS NULL`,
  );
  await engine.execute(
    `CREATE TEMP TABLE refunds AS SELECT day, amount, attribute, customer FROM refund_rows ANTI JOIN orders ON orders.order_id = refund_rows.named`,
  );
  const [over] = await engine.rows('SELECT count(*) AS n FROM orders WHERE refunded > gross');
  return Number(over!.n);
};
