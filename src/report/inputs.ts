import { fault } from '../errors.ts';
import { fields } from '../sources/fields.ts';
import type { Source } from '../sources/inspect.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { RowRules } from '../warehouse/load/conditions.ts';
import type { ReadFile } from '../warehouse/load/read.ts';
import { rawTable } from '../warehouse/load/statement.ts';
import { reconcile } from '../warehouse/reconcile.ts';
import { listRejects } from './rejects.ts';
import type { KpiRequest, Surroundings } from './request.ts';
import type { Report } from './schema.ts';

type Input = Report['inputs'][number];

/** A file of the request that is loaded, with what reading it established. */
export interface Loaded {
  readonly source: Source;
  readonly read: ReadFile;
  /** Its place among the files of its role. */
  readonly number: number;
}

const rejectedOf = ({ reconciliation }: Input): number =>
  Object.values(reconciliation.rejected).reduce((sum, count) => sum + count, 0);

/** Refuses a file with more rejected records than the share it may have. */
export const assertFewRejects = (input: Input, most: number): void => {
  const total = rejectedOf(input);
  if (total === 0 || total / input.records <= most) return;
  throw fault('too_many_rejects', [
    input.path,
    String(total),
    String(input.records),
    Object.entries(input.reconciliation.rejected)
      .map(([reason, count]) => `${reason}: ${count}`)
      .join(', '),
  ]);
};

/** Accounts for every record of a loaded file. */
export const inputOf = async (engine: Engine, { source, read, number }: Loaded): Promise<Input> => {
  const { original, encoding } = source.file;
  return {
    path: original.name,
    role: source.role,
    profile: source.applied?.profile.id ?? null,
    encoding,
    bytes: original.bytes,
    sha256: read.sha256,
    records: read.records,
    reconciliation: await reconcile(
      engine,
      rawTable(source),
      fields[source.role],
      number,
      read.records,
      original.name,
    ),
  };
};

/**
 * Accounts for every record of the loaded files, and lists the rejected ones where that is asked for; only then is a
 * file refused that has more of them than the request allows.
 */
export const accountFor = async (
  engine: Engine,
  loaded: readonly Loaded[],
  request: KpiRequest,
  rules: RowRules,
  { rejects, signal }: Pick<Surroundings, 'rejects' | 'signal'>,
): Promise<Report['inputs']> => {
  const inputs: Input[] = [];
  for (const file of loaded) {
    const input = await inputOf(engine, file);
    if (rejects !== null && rejectedOf(input) > 0)
      await listRejects(engine, file.source, file.number, rules, rejects, signal);
    inputs.push(input);
  }
  for (const input of inputs) assertFewRejects(input, request.maxRejects);
  return inputs;
};
