import { fault } from '../../errors.ts';
import { fields } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';
import { fatesOf } from '../load/fate.ts';
import { carryMark } from '../load/field.ts';

const fates = fatesOf(fields.orders);

/** Rows without id and e-mail take the id of the row above them; where there is none, they are rejected. */
const carryIds = async (engine: Engine, files: string): Promise<number> => {
  const marked = `file IN (${files}) AND order_id = ${carryMark}`;
  const [row] = await engine.rows(`SELECT count(*) AS n FROM raw_orders WHERE ${marked}`);
  if (Number(row!.n) === 0) return 0;
  await engine.execute(
    `UPDATE raw_orders SET order_id = above.carried FROM (
       SELECT rowid AS place, last_value(nullif(order_id, ${carryMark}) IGNORE NULLS)
         OVER (PARTITION BY file ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS carried
       FROM raw_orders WHERE file IN (${files})) AS above
     WHERE raw_orders.rowid = above.place AND raw_orders.${marked}`,
  );
  await engine.execute(
    `UPDATE raw_orders SET fate = ${fates.of('no_order_id')} WHERE file IN (${files}) AND order_id IS NULL AND fate = 0`,
  );
  return Number(row!.n);
};

/** Rows that leave the amount to another row of their order share what befalls that row. */
const shareFates = (engine: Engine, files: string): Promise<void> =>
  engine.execute(
    `UPDATE raw_orders SET fate = whole.fate FROM (
       SELECT order_id, coalesce(min(fate) FILTER (amount IS NOT NULL), min(fate) FILTER (fate <> 0), ${fates.of('bad_amount')}) AS fate
       FROM raw_orders WHERE file IN (${files}) AND order_id IS NOT NULL GROUP BY order_id) AS whole
     WHERE raw_orders.order_id = whole.order_id AND raw_orders.file IN (${files}) AND raw_orders.amount IS NULL
       AND raw_orders.fate IN (${['accepted', 'status_not_counted'].map(fates.of).join(', ')})`,
  );

const assertInOneFile = async (engine: Engine, files: string, names: string): Promise<void> => {
  const [row] = await engine.rows(
    `SELECT count(*) AS n FROM (SELECT order_id FROM raw_orders WHERE file IN (${files}) AND order_id IS NOT NULL GROUP BY order_id HAVING min(file) <> max(file))`,
  );
  if (Number(row!.n) > 0) throw fault('order_in_two_files', [names, String(row!.n)]);
};

const assertAgreement = async (
  engine: Engine,
  files: string,
  columns: readonly string[],
  names: string,
): Promise<void> => {
  const owned = ['amount', 'refunded', 'currency'].filter((column) => columns.includes(column));
  const differ = owned.map((column) => `min(${column}) <> max(${column})`).join(' OR ');
  const [row] = await engine.rows(
    `SELECT count(*) AS n FROM (SELECT order_id FROM raw_orders WHERE file IN (${files}) AND fate = 0 GROUP BY order_id HAVING ${differ})`,
  );
  if (Number(row!.n) > 0) throw fault('conflicting_order_values', [names, String(row!.n)]);
};

/** One row of each order keeps the amount and the refund; the others hold none of it. */
const keepOnce = (engine: Engine, files: string, columns: readonly string[]): Promise<void> => {
  const refunded = columns.includes('refunded');
  const row = `SELECT order_id, min(rowid) FILTER (amount IS NOT NULL) AS kept${refunded ? ', max(abs(refunded)) AS refunded' : ''}
     FROM raw_orders WHERE file IN (${files}) AND fate = 0 GROUP BY order_id`;
  const isKept = 'raw_orders.rowid = whole.kept';
  return engine.execute(
    `UPDATE raw_orders SET amount = CASE WHEN ${isKept} THEN raw_orders.amount ELSE 0 END${
      refunded ? `, refunded = CASE WHEN ${isKept} THEN whole.refunded END` : ''
    } FROM (${row}) AS whole WHERE raw_orders.order_id = whole.order_id AND raw_orders.file IN (${files}) AND raw_orders.fate = 0`,
  );
};

/**
 * Settles the files whose rows all speak of their whole order, repeating its values or leaving them blank: the order's
 * amount and refund stay on one row, so that adding up the rows gives them once. Rows of an order that contradict each
 * other are refused. Returns how many rows took their order's id from the row above.
 */
export const settleOrderValues = async (
  engine: Engine,
  sources: readonly Source[],
  columns: readonly string[],
): Promise<number> => {
  const shared = sources.flatMap(({ applied }, index) => (applied?.amountOf === 'order' ? [index] : []));
  if (shared.length === 0) return 0;
  const files = shared.join(', ');
  const names = shared.map((index) => sources[index]!.file.original.name).join(', ');
  const carried = await carryIds(engine, files);
  if (shared.length > 1) await assertInOneFile(engine, files, names);
  await shareFates(engine, files);
  await assertAgreement(engine, files, columns, names);
  await keepOnce(engine, files, columns);
  return carried;
};
