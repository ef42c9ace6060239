import { unlinkSync } from 'node:fs';
import { markPattern } from './owner.ts';
import type { Sort } from './sweep.ts';

/** The files that are written beside what they are to become: of an output, or of a lock. */
export const temporaries: Sort = {
  pattern: new RegExp(`^\\..*\\.loyalty-(${markPattern})-[0-9a-f]{12}\\.tmp$`, 's'),
  fits: (stats) => stats.isFile(),
  touched: (_, stats) => stats.mtimeMs,
  remove: unlinkSync,
};
