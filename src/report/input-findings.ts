import type { Finding } from './request.ts';
import type { Report } from './schema.ts';

/** What is to be said of the records of each file: empty, rejected, folded, dated after as-of, not counted. */
export const inputFindings = (inputs: Report['inputs']): Finding[] =>
  inputs.flatMap(({ path, records, reconciliation }) => {
    const found: Finding[] = [];
    const say = (code: string, count: number, ...details: string[]): void => {
      if (count > 0) found.push({ code, details: [path, String(count), ...details], count });
    };
    const rejected = Object.entries(reconciliation.rejected);
    if (records === 0) found.push({ code: 'empty_file', details: [path], count: 0 });
    say(
      'rows_rejected',
      rejected.reduce((sum, [, count]) => sum + count, 0),
      rejected.map(([reason, count]) => `${reason}: ${count}`).join(', '),
    );
    say('duplicates_folded', reconciliation.duplicates);
    say('after_as_of', reconciliation.outsideWindow);
    for (const [reason, count] of Object.entries(reconciliation.notCounted)) say(reason, count);
    return found;
  });
