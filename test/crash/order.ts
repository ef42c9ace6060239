import type { Call } from './calls.ts';

/** What a call does for an output; null for one that matters to none. */
const stepOf = ({ name, path }: Call, folder: string): string | null => {
  if (path?.endsWith('.tmp') && ['pwrite64', 'fsync', 'rename'].includes(name)) return name;
  return name === 'fsync' && path === folder ? 'fsync folder' : null;
};

/** The steps by which outputs came into place, one after the other; calls that failed are no steps. */
export const stepsOf = (calls: readonly Call[], folder: string): string[] =>
  calls.flatMap((call) => (call.failed ? [] : (stepOf(call, folder) ?? [])));

/** The steps of one output that is to outlive a crash of the machine. */
export const durably = ['pwrite64', 'fsync', 'rename', 'fsync folder'] as const;
