import { fault } from '../../errors.ts';
import { fields } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';
import { fatesOf } from '../load/fate.ts';
import { relationOf } from '../load/read.ts';
import { columnName } from '../sql.ts';
import { keyExpression } from '../values/text.ts';

const sortedColumns = (source: Source): string => {
  const { header } = source.mapping;
  const order = header
    .map((name, index) => ({ name, index }))
    .toSorted((one, other) =>
      one.name < other.name ? -1 : one.name > other.name ? 1 : one.index - other.index,
    );
  const parts = order.map(({ index }) => `coalesce(${columnName(index)}, '')`);
  return `concat_ws(chr(31), ${parts.join(', ')})`;
};

const headerKey = (source: Source): string => JSON.stringify(source.mapping.header.toSorted());

const readContents = async (
  engine: Engine,
  sources: readonly Source[],
  wanted: (id: string) => string,
): Promise<void> => {
  await engine.execute('CREATE TEMP TABLE contents (header USMALLINT, content VARCHAR)');
  const headers = [...new Set(sources.map(headerKey))];
  for (const source of sources) {
    const expression = source.mapping.fields.get('order_id');
    const id = expression?.kind === 'column' ? keyExpression(columnName(expression.index)) : 'NULL';
    await engine.execute(
      `INSERT INTO contents SELECT ${headers.indexOf(headerKey(source))},
         CASE WHEN ${wanted(id)} THEN ${sortedColumns(source)} END
       FROM ${relationOf(source, false)}`,
    );
  }
};

/** Different hashes are of different ids, and are told apart quicker; ids are compared only where two hashes are the same. */
const hasRepeats = async (engine: Engine): Promise<boolean> => {
  for (const key of ['hash(order_id)', 'order_id']) {
    const [row] = await engine.rows(
      `SELECT count(DISTINCT ${key}) = count(*) AS differ FROM raw_orders WHERE fate = 0 AND order_id IS NOT NULL`,
    );
    if (row!.differ === true) return false;
  }
  return true;
};

/**
 * Rows with one order id in files of one row per order: exact copies, over every column of the file, are folded and
 * keep the fate `duplicate`; the same id with other content is refused. Refund rows may share the id of the order
 * they name. Rows of a file without order ids are each an order.
 */
export const foldCopies = async (engine: Engine, sources: readonly Source[]): Promise<void> => {
  if (!(await hasRepeats(engine))) return;
  await engine.execute(
    `CREATE TEMP TABLE repeated AS SELECT order_id FROM raw_orders
     WHERE fate = 0 AND order_id IS NOT NULL GROUP BY order_id HAVING count(*) > 1`,
  );
  await readContents(engine, sources, (id) => `${id} IN (SELECT order_id FROM repeated)`);
  await engine.execute(
    `CREATE TEMP TABLE copies AS
     SELECT raw.row, raw.order_id, contents.header, contents.content,
       amount < 0 OR refund_of IS NOT NULL AS is_refund,
       row_number() OVER (PARTITION BY raw.order_id, contents.header, contents.content ORDER BY raw.row) AS copy
     FROM order_rows AS raw JOIN contents ON contents.rowid = raw.row
     WHERE raw.fate = 0 AND raw.order_id IN (SELECT order_id FROM repeated)`,
  );
  const [conflict] = await engine.rows(
    `SELECT count(*) AS orders FROM (SELECT order_id FROM copies WHERE copy = 1 AND NOT is_refund GROUP BY order_id HAVING count(*) > 1)`,
  );
  if (Number(conflict!.orders) > 0)
    throw fault('conflicting_order', [
      sources.map((source) => source.file.original.name).join(', '),
      String(conflict!.orders),
    ]);
  const duplicate = fatesOf(fields.orders).of('duplicate');
  await engine.execute(
    `UPDATE raw_orders SET fate = ${duplicate} WHERE rowid IN (SELECT row FROM copies WHERE copy > 1)`,
  );
  await engine.execute('DROP TABLE copies');
  await engine.execute('DROP TABLE contents');
};

/** How many rows of files of order lines are exact repeats of another: every line counts, so they are only told. */
export const countRepeatedLines = async (engine: Engine, sources: readonly Source[]): Promise<number> => {
  await readContents(engine, sources, () => 'true');
  const [row] = await engine.rows(
    `SELECT coalesce(sum(n - 1), 0) AS repeats FROM (
       SELECT count(*) AS n FROM order_rows AS raw JOIN contents ON contents.rowid = raw.row
       WHERE raw.fate = 0 GROUP BY contents.header, contents.content HAVING count(*) > 1)`,
  );
  await engine.execute('DROP TABLE contents');
  return Number(row!.repeats);
};
