import type { Io } from './io.ts';
import type { PrintOptions } from './options.ts';

/** A progress bar on stderr: only on a terminal, only for what takes long, and gone before the answer. */
export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => Promise<void>;
}

const patience = 500;
const cells = 30;

const bar = (share: number, ascii: boolean): string => {
  const filled = Math.min(cells, Math.round(share * cells));
  return (ascii ? '#' : '█').repeat(filled) + (ascii ? '.' : '░').repeat(cells - filled);
};

/** Makes the progress of a run; silent under `--quiet`, `CI`, and where stderr is no terminal. */
export const makeProgress = (io: Io, options: PrintOptions): Progress => {
  const shown = io.stderr.isTerminal && !options.quiet && !io.environment.CI;
  const begun = io.now().getTime();
  let last = 0;
  let drawn = false;
  return {
    update: (done, total) => {
      const now = io.now().getTime();
      if (!shown || now - begun < patience || now - last < 100) return;
      last = now;
      drawn = true;
      const share = total === 0 ? 1 : done / total;
      const verb = options.lang === 'fr' ? 'lecture' : 'reading';
      void io.stderr.write(`\r${verb} ${bar(share, options.ascii)} ${Math.floor(share * 100)} %`);
    },
    clear: async () => {
      if (drawn) await io.stderr.write('\r\u001b[2K');
    },
  };
};
