import type { Sentence } from './sentence.ts';

/** Outputs that could not be written: exit 5. */
export const outputFaults = {
  not_printed: (why) =>
    `The answer could not be written to standard output (${why}); make room there, or write to a file with -o.`,
  no_room: (folder, why) =>
    `The temporary folder ${folder} cannot be used (${why}); make room there, or name another one in TMPDIR.`,
  not_written: (file, why) =>
    `${file} could not be written (${why}); nothing was changed there, so write to another place or make room.`,
} satisfies Record<string, Sentence>;
