import { fault } from '../errors.ts';
import type { Reconciliation } from '../report/schema.ts';
import type { Field } from '../sources/fields.ts';
import type { Engine } from './engine.ts';
import { fatesOf, isRejection } from './load/fate.ts';

const notCounted = new Set(['status_not_counted', 'other_currency', 'undated', 'foreign_rows']);

/**
 * Accounts for every record of a file by its fate. What does not add up to the records that engine and scanner agree
 * on throws: without balance there is no output.
 */
export const reconcile = async (
  engine: Engine,
  table: string,
  fields: readonly Field[],
  fileNumber: number,
  records: number,
  name: string,
): Promise<Reconciliation> => {
  const rows = await engine.rows(
    `SELECT fate, count(*) AS n FROM ${table} WHERE file = ${fileNumber} GROUP BY fate ORDER BY fate`,
  );
  const { names } = fatesOf(fields);
  const counts = new Map(rows.map((row) => [names[Number(row.fate)]!, Number(row.n)]));
  const of = (fate: string): number => counts.get(fate) ?? 0;
  const pick = (wanted: (fate: string) => boolean): Record<string, number> =>
    Object.fromEntries([...counts].filter(([fate]) => wanted(fate)));
  const reconciliation = {
    records,
    accepted: of('accepted'),
    rejected: pick(isRejection),
    duplicates: of('duplicate'),
    notCounted: pick((fate) => notCounted.has(fate)),
    excluded: of('excluded'),
    outsideWindow: of('outside_window'),
  };
  const sum = (parts: Record<string, number>): number =>
    Object.values(parts).reduce((total, part) => total + part, 0);
  const total =
    reconciliation.accepted +
    sum(reconciliation.rejected) +
    reconciliation.duplicates +
    sum(reconciliation.notCounted) +
    reconciliation.excluded +
    reconciliation.outsideWindow;
  if (total !== records) throw fault('unbalanced', [name, String(records), String(total)]);
  return reconciliation;
};
