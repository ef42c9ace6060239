import { fields } from '../sources/fields.ts';
import type { Source } from '../sources/inspect.ts';
import type { Engine } from './engine.ts';
import type { RowRules } from './load/conditions.ts';
import { fatesOf, isRejection } from './load/fate.ts';
import { rawTable } from './load/statement.ts';
import { literal } from './sql.ts';

/** A record that was rejected: its number among the records of its file, why, and the fields that were looked at. */
export interface RejectedRecord {
  readonly record: number;
  readonly code: string;
  readonly fields: readonly string[];
}

const page = 10_000;

const looked: Readonly<Record<string, readonly string[]>> = {
  no_order_id: ['order_id'],
  no_customer: ['customer_id', 'email'],
  unknown_kind: ['kind'],
};

/** Says which of the scores of an answer is the first that its scale does not have. */
const scoreBeyond = (source: Source, scales: RowRules['scales']): string => {
  const cases = fields[source.role]
    .filter(({ kind, name }) => kind === 'score' && source.mapping.fields.has(name))
    .map(({ name }) => {
      const [low, high] = scales[name as keyof typeof scales];
      return `WHEN ${name} NOT BETWEEN ${low} AND ${high} THEN ${literal(name)}`;
    });
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`;
};

const fieldsOf = (code: string, beyond: string | null): readonly string[] => {
  if (code === 'score_out_of_range') return beyond === null ? [] : [beyond];
  return looked[code] ?? [code.replace(/^bad_/, '')];
};

/** The rejected records of a loaded file in its order, some thousands at a time. */
export async function* rejectedRecords(
  engine: Engine,
  source: Source,
  fileNumber: number,
  scales: RowRules['scales'],
): AsyncGenerator<readonly RejectedRecord[]> {
  const { names } = fatesOf(fields[source.role]);
  const rejections = names.flatMap((name, index) => (isRejection(name) ? [index] : []));
  const ofFile = `FROM ${rawTable(source)} WHERE file = ${fileNumber}`;
  const [bounds] = await engine.rows(`SELECT min(rowid) AS head ${ofFile}`);
  const head = Number(bounds!.head);
  for (let from = head; ; ) {
    const rows = await engine.rows(
      `SELECT rowid AS row, fate, ${scoreBeyond(source, scales)} AS beyond ${ofFile}
         AND fate IN (${rejections.join(', ')}) AND rowid >= ${from} ORDER BY rowid LIMIT ${page}`,
    );
    yield rows.map(({ row, fate, beyond }) => {
      const code = names[Number(fate)]!;
      return {
        record: Number(row) - head + 1,
        code,
        fields: fieldsOf(code, beyond === null ? null : String(beyond)),
      };
    });
    if (rows.length < page) return;
    from = Number(rows.at(-1)!.row) + 1;
  }
}
