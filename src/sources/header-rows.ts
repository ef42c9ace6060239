import type { Profile } from './profiles/profile.ts';
import { columnsNamed } from './profiles/recognise.ts';

type LastRow = NonNullable<Profile['lastHeaderRow']>;

const looksLike = (row: readonly string[], last: LastRow, header: readonly string[]): boolean =>
  'holds' in last
    ? row.some((cell) => cell.includes(last.holds))
    : last.blank
        .flatMap((name) => columnsNamed([name], header))
        .every((index) => (row[index] ?? '').trim() === '');

/**
 * How many of the records below the names belong to the header: those the profile tells of, where there are as many
 * and the last of them looks like one; else none, so that no answer is taken for a title.
 */
export const headerRowsBelow = (
  profile: Profile | null,
  header: readonly string[],
  below: readonly (readonly string[])[],
): number => {
  const rows = (profile?.headerRows ?? 1) - 1;
  const last = profile?.lastHeaderRow;
  if (rows === 0 || below.length < rows) return 0;
  return last === undefined || looksLike(below[rows - 1]!, last, header) ? rows : 0;
};
