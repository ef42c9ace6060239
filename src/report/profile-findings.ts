import type { Source } from '../sources/inspect.ts';
import type { Finding } from './request.ts';

/** What cannot be known from the exports, as their profiles say. */
export const profileFindings = (sources: readonly Source[]): Finding[] =>
  sources.flatMap(({ file, applied }) =>
    (applied?.warnings ?? []).map((code) => ({ code, details: [file.original.name], count: null })),
  );
