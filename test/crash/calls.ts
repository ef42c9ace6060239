/** A system call as strace tells of it. */
export interface Call {
  readonly name: string;
  /** The how many-th of its name it is, from 1. */
  readonly number: number;
  /** The file it is about, by its name or by its descriptor; null where that is not known. */
  readonly path: string | null;
  readonly failed: boolean;
  /** Whether strace let it fail. */
  readonly spoiled: boolean;
}

const shape = /^(\w+)\((.*)\)\s+= (-?\d+|\?)(.*)$/;
const byName = new Set(['openat', 'rename', 'link', 'unlink', 'rmdir', 'mkdir']);

/** The calls of a log in their order; descriptors are followed from `openat` to `close`. */
export const callsOf = (log: string): Call[] => {
  const open = new Map<string, string>();
  const numbers = new Map<string, number>();
  return log.split('\n').flatMap((line) => {
    const [, name, given, answer, rest] = shape.exec(line) ?? [];
    if (name === undefined || given === undefined || answer === undefined) return [];
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    const named = /"((?:[^"\\]|\\.)*)"/.exec(given)?.[1] ?? null;
    const descriptor = /^\d+/.exec(given)?.[0] ?? '';
    const path = byName.has(name) ? named : (open.get(descriptor) ?? null);
    const failed = answer.startsWith('-');
    if (name === 'openat' && !failed && path !== null) open.set(answer, path);
    if (name === 'close') open.delete(descriptor);
    return [{ name, number, path, failed, spoiled: rest?.includes('(INJECTED)') === true }];
  });
};

/** What a call is about without what differs from run to run: the mark of the process, and chance. */
export const described = ({ name, path }: Call): string => `${name} ${unmarked(path ?? '')}`;

/** A text with names in it, without the marks of processes and chance. */
export const unmarked = (text: string): string =>
  text.replace(/loyalty-[0-9a-f]{12}-\d+-\d+-\w+/g, 'loyalty-…');

/** The calls about what lies in one of some folders, or about the folders themselves. */
export const callsIn = (calls: readonly Call[], folders: readonly string[]): Call[] =>
  calls.filter(({ path }) => folders.some((folder) => path === folder || path?.startsWith(`${folder}/`)));

/**
 * Gives calls back whose numbers hardly change from run to run. A `write` is refused: the main thread wakes the others
 * by calls of that name, as many as their pace demands, so that files have to be written by position.
 */
export const countable = (calls: readonly Call[]): readonly Call[] => {
  const written = calls.find(({ name }) => name === 'write');
  if (written !== undefined) throw new Error(`${described(written)} is not written by position`);
  return calls;
};
