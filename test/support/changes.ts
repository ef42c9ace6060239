import { watch } from 'node:fs';

/**
 * Keeps its promise as soon as so many changes were seen in a folder, or `ended` is kept, and tells how many it saw. A
 * moment of a run that is counted so does not depend on how quick the machine is.
 */
export const changesIn = (folder: string, wanted: number, ended: Promise<unknown>): Promise<number> =>
  new Promise((resolve) => {
    let seen = 0;
    const over = (): void => {
      watching.close();
      resolve(seen);
    };
    const watching = watch(folder, () => {
      seen++;
      if (seen === wanted) over();
    });
    void ended.then(over);
  });
