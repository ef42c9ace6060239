import { fault, LoyaltyError } from '../errors.ts';
import { writeOutputs } from '../outputs/index.ts';
import { type RenderOptions, terminalText } from '../render/index.ts';
import type { Io } from './io.ts';
import type { KpiOptions } from './options.ts';
import type { RejectsFile } from './rejects-file.ts';

/** The list that the flags ask for, null where they ask for none. */
export const rejectsOf = async (
  { rejects, showValues }: Pick<KpiOptions, 'rejects' | 'showValues'>,
  csvDialect: RenderOptions['csvDialect'],
): Promise<RejectsFile | null> => {
  if (rejects === undefined) return null;
  const { beginRejects } = await import('./rejects-file.ts');
  return beginRejects(rejects, { showValues, csvDialect });
};

/** Refuses `--show-values` where there is no list to show them in. */
export const assertListed = ({ rejects, showValues }: KpiOptions): void => {
  if (showValues && rejects === undefined) throw fault('bad_flag', ['--show-values', 'needs --rejects FILE']);
};

/**
 * Does the work that fills and writes the list. Where it ends because of too many rejects the list is written all the
 * same, for whoever has to correct the file; that it cannot be is told beside the refusal.
 */
export const withRejects = async <T>(
  list: RejectsFile | null,
  io: Pick<Io, 'stderr'>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (list === null || !(error instanceof LoyaltyError) || error.code !== 'too_many_rejects') throw error;
    try {
      writeOutputs([list.output()]);
    } catch (second) {
      if (!(second instanceof LoyaltyError)) throw second;
      await io.stderr.write(`loyalty: ${terminalText(second.message)}\n`);
    }
    throw error;
  } finally {
    list?.remove();
  }
};
