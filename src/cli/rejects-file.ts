import { makeSpool, type Output } from '../outputs/index.ts';
import { type RejectsOptions, rejectsHead, rejectsLines } from '../render/rejects.ts';
import type { Reject, RejectList } from '../report/rejects.ts';
import { makeWorkspace, type Workspace } from '../sources/workspace.ts';

/** A list of rejected records that grows in a private file of ours until it is written where it belongs. */
export interface RejectsFile extends RejectList {
  /** The whole list, to be written; nothing can be added any more. */
  readonly output: () => Output;
  /** Throws the private file away. */
  readonly remove: () => void;
}

const heldRejects = 500;
const heldLetters = 1_000_000;

const begin = (path: string, options: RejectsOptions, workspace: Workspace): RejectsFile => {
  const spooled = workspace.newPath();
  const spool = makeSpool(spooled);
  let held: Reject[] = [];
  let letters = 0;
  const flush = (): void => {
    spool.write(rejectsLines(held, options));
    held = [];
    letters = 0;
  };
  spool.write(rejectsHead(options));
  return {
    showValues: options.showValues,
    add: (reject) => {
      held.push(reject);
      letters += reject.original?.length ?? 0;
      if (held.length >= heldRejects || letters >= heldLetters) flush();
    },
    output: () => {
      if (spool.isOpen()) flush();
      spool.close();
      return { path, content: { spooled }, secret: true };
    },
    remove: () => {
      try {
        spool.close();
      } finally {
        workspace.remove();
      }
    },
  };
};

/** Begins the list that is to stand at `path`; however long it becomes, memory holds some hundred records of it. */
export const beginRejects = (path: string, options: RejectsOptions): RejectsFile => {
  const workspace = makeWorkspace();
  try {
    return begin(path, options, workspace);
  } catch (error) {
    workspace.remove();
    throw error;
  }
};
