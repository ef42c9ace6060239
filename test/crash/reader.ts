import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What a reader saw who looked again and again while runs went on. */
export interface Seen {
  readonly looks: number;
  /** Looks at which a file was another one than at the look before. */
  readonly changes: number;
  /** What was neither missing at first nor one of the whole contents. */
  readonly torn: readonly string[];
}

const contentOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** What is wrong with a content: nothing may be cut or mixed, and a file that was there may never be missing. */
const wrongWith = (name: string, content: string | null, whole: readonly string[], before: string | null) => {
  if (content === null) return before === null ? null : `${name} is missing`;
  if (name.endsWith('.json')) JSON.parse(content);
  return whole.includes(content) ? null : `${name} is ${content.length} letters of something else`;
};

/** Looks at files until told to stop; `whole` are the contents that each may have. */
export const watch = (folder: string, whole: Readonly<Record<string, readonly string[]>>) => {
  let stopped = false;
  const looking = (async (): Promise<Seen> => {
    const last = new Map<string, string | null>();
    const torn: string[] = [];
    let looks = 0;
    let changes = 0;
    while (!stopped) {
      for (const [name, contents] of Object.entries(whole)) {
        const before = last.get(name) ?? null;
        const content = contentOf(join(folder, name));
        try {
          const wrong = wrongWith(name, content, contents, before);
          if (wrong !== null) torn.push(wrong);
        } catch {
          torn.push(`${name} cannot be parsed`);
        }
        looks++;
        if (content !== before) changes++;
        last.set(name, content);
      }
      await wait(1);
    }
    return { looks, changes, torn };
  })();
  return {
    stop: (): Promise<Seen> => {
      stopped = true;
      return looking;
    },
  };
};
