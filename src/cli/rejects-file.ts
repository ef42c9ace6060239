import { closeSync, openSync, writeSync } from 'node:fs';
import { fault } from '../errors.ts';
import { type RejectsOptions, rejectsHead, rejectsLines } from '../render/rejects.ts';
import type { Reject, RejectList } from '../report/rejects.ts';
import { makeWorkspace } from '../sources/workspace.ts';
import type { Output } from './outputs.ts';

/** A list of rejected records that grows in a private file of ours until it is written where it belongs. */
export interface RejectsFile extends RejectList {
  /** The whole list, to be written; nothing can be added any more. */
  readonly output: () => Output;
  /** Throws the private file away. */
  readonly remove: () => void;
}

const heldRejects = 500;
const heldLetters = 1_000_000;

/** Begins the list that is to stand at `path`; however long it becomes, memory holds some hundred records of it. */
export const beginRejects = (path: string, options: RejectsOptions): RejectsFile => {
  const workspace = makeWorkspace();
  const spooled = workspace.newPath();
  const fd = openSync(spooled, 'wx', 0o600);
  let open = true;
  let held: Reject[] = [];
  let letters = 0;
  const write = (text: string): void => {
    const bytes = Buffer.from(text, 'utf8');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
    } catch (error) {
      throw fault('no_room', [workspace.folder, (error as NodeJS.ErrnoException).code ?? 'unknown']);
    }
  };
  const flush = (): void => {
    write(rejectsLines(held, options));
    held = [];
    letters = 0;
  };
  const close = (): void => {
    if (open) closeSync(fd);
    open = false;
  };
  write(rejectsHead(options));
  return {
    showValues: options.showValues,
    add: (reject) => {
      held.push(reject);
      letters += reject.original?.length ?? 0;
      if (held.length >= heldRejects || letters >= heldLetters) flush();
    },
    output: () => {
      if (open) flush();
      close();
      return { path, content: { spooled }, secret: true };
    },
    remove: () => {
      close();
      workspace.remove();
    },
  };
};
