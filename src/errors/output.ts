import type { Sentence } from './sentence.ts';

/** Outputs that could not be written: exit 5. */
export const outputFaults = {
  not_printed: (why) =>
    `The answer could not be written to standard output (${why}); make room there, or write to a file with -o.`,
  history_damaged: (file, line) =>
    `Line ${line} of the history ${file} is none that I write; mend it or move the file away, nothing was written.`,
  history_unreadable: (file, why) =>
    `The history ${file} cannot be read (${why}), so nothing can be added to it; nothing was written.`,
  lock_held: (file, who, lock) =>
    `${file} is being written by ${who}; wait for it with --wait, or, if no such run is left, remove ${lock}.`,
  lock_lost: (lock) =>
    `Another run took this one for dead and removed its lock ${lock}; nothing was written, run it again.`,
  manifest_strange: (file, why) =>
    `${file} stands where the manifest is to be, and is none of mine (${why}); move it away, or overwrite it with --force.`,
  manifest_of_another: (file, other, own) =>
    `${file} is the manifest of ${other} and this run is of ${own}, so each would replace what the other says; give each configuration a manifest of its own, or take it over with --force.`,
  newer_run: (file, written, asOf) =>
    `${file} is as of ${written} and this run as of ${asOf}, so it would put older figures in the place of newer ones; do that with --force, or write elsewhere.`,
  no_room: (folder, why) =>
    `The temporary folder ${folder} cannot be used (${why}); make room there, or name another one in TMPDIR.`,
  not_durable: (file, why) =>
    `${file} is the new file, but its folder could not be made durable (${why}), so a power cut may bring the old one back; look after the disk and run it again.`,
  not_removed: (folder, why) =>
    `The temporary folder ${folder} could not be removed (${why}); remove it by hand, since copies of the input may lie in it.`,
  not_written: (file, why) =>
    `${file} could not be written (${why}); nothing was changed there, so write to another place or make room.`,
} satisfies Record<string, Sentence>;
