import { fault } from '../../errors.ts';
import { columnsOf } from '../../sources/expression.ts';
import { fields } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';
import { fatesOf } from '../load/fate.ts';
import { relationOf } from '../load/read.ts';
import { columnName } from '../sql.ts';
import { wordExpression } from '../values/text.ts';

/** Refuses orders under a status nobody has said anything about; words that stand on one row alone are not shown. */
export const assertKnownStatuses = async (engine: Engine, sources: readonly Source[]): Promise<void> => {
  const unknown = fatesOf(fields.orders).of('status_unknown');
  const rows = await engine.rows(
    `SELECT DISTINCT file FROM raw_orders WHERE fate = ${unknown} ORDER BY file`,
  );
  if (rows.length === 0) return;
  const source = sources[Number(rows[0]!.file)]!;
  const { index } = source.mapping.fields.get('status') as { index: number };
  const words = await engine.rows(
    `SELECT ${wordExpression(columnName(index))} AS word FROM ${relationOf(source, false)} GROUP BY word HAVING count(*) > 1 ORDER BY word LIMIT 40`,
  );
  const shown = words
    .map(({ word }) => String(word ?? ''))
    .filter((word) => /^(?:[a-z_()'’.]{2,60}|[0-9]{1,3})$/.test(word));
  throw fault('unknown_status', [source.file.original.name, shown.join(', ')]);
};

const assertOneSign = (sources: readonly Source[]): void => {
  const signs = new Set<string>();
  for (const { mapping, amounts } of sources)
    for (const index of columnsOf(mapping.fields.get('amount')!)) {
      const { currency } = amounts.get(index)!;
      if (currency !== null) signs.add(currency);
    }
  if (signs.size > 1)
    throw fault('several_signs', [
      sources.map((source) => source.file.original.name).join(', '),
      'amount',
      [...signs].sort().join(', '),
    ]);
};

/** Refuses orders in several currencies, by their column or by the signs beside their amounts. */
export const assertOneCurrency = async (engine: Engine, sources: readonly Source[]): Promise<void> => {
  assertOneSign(sources);
  if (!sources.some((source) => source.mapping.fields.has('currency'))) return;
  const [compared] = await engine.rows(
    `SELECT count(*) AS others FROM order_rows WHERE fate = 0
       AND currency <> (SELECT currency FROM order_rows WHERE fate = 0 AND currency IS NOT NULL LIMIT 1)`,
  );
  if (Number(compared!.others) === 0) return;
  const rows = await engine.rows(
    'SELECT upper(currency) AS currency FROM order_rows WHERE fate = 0 AND currency IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 9',
  );
  if (rows.length === 1) return;
  const shown = rows.map(({ currency }) => String(currency)).filter((code) => /^[A-Z]{3}$/.test(code));
  throw fault('several_currencies', [
    sources.map((source) => source.file.original.name).join(', '),
    shown.join(', '),
    shown[0] ?? 'EUR',
  ]);
};

/** Refuses to break orders down by a column that differs between the lines of one order. */
export const assertOneAttribute = async (engine: Engine, name: string): Promise<void> => {
  const [row] = await engine.rows(
    'SELECT count(*) AS n FROM (SELECT order_id FROM order_rows WHERE fate = 0 GROUP BY order_id HAVING min(attribute) <> max(attribute))',
  );
  if (Number(row!.n) > 0) throw fault('attribute_of_lines', [name, String(row!.n)]);
};
