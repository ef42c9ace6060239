import { fault } from '../errors.ts';
import { shownPath } from '../sources/open.ts';
import { EngineError } from '../warehouse/engine.ts';
import type { KpiRequest } from './request.ts';

/** Refusals of the engine that the files, not we, are to blame for. */
const engineFaults: Readonly<Record<string, 'out_of_memory' | 'number_too_large'>> = {
  'Out of Memory': 'out_of_memory',
  'Out of Range': 'number_too_large',
  Conversion: 'number_too_large',
};

/** What was thrown, or, where the engine refused what the files hold, the refusal of the files. */
export const asRefusal = (error: unknown, { files }: Pick<KpiRequest, 'files'>): unknown => {
  const known = error instanceof EngineError ? engineFaults[error.type] : undefined;
  return known === undefined ? error : fault(known, [files.map(({ path }) => shownPath(path)).join(', ')]);
};
