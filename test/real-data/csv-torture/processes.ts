import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answer } from './reader-process.ts';

/** An answer, or how the process that owed it failed: it died, or said nothing in time. */
export type Outcome =
  | Answer
  | { readonly kind: 'crashed'; readonly what: string }
  | { readonly kind: 'hung' };

const ask = (child: ChildProcess, path: string, limit: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle({ kind: 'hung' }), limit);
    child.once('message', (answer) => settle(answer as Answer));
    child.once('exit', (code, signal) => settle({ kind: 'crashed', what: String(signal ?? code) }));
    child.send(path, () => undefined);
  });

/**
 * Has every file read in processes of their own, `count` beside each other, so that a crash or an endless loop is the
 * outcome of its file and of no other. `limit` is in milliseconds a file.
 */
export const readInProcesses = async (
  script: string,
  paths: readonly string[],
  { count, limit }: { readonly count: number; readonly limit: number },
): Promise<Map<string, Outcome>> => {
  const outcomes = new Map<string, Outcome>();
  const waiting = [...paths];
  const lane = async (): Promise<void> => {
    let child: ChildProcess | null = null;
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      child ??= fork(script, { serialization: 'advanced', execArgv: [] });
      const outcome = await ask(child, path, limit);
      outcomes.set(path, outcome);
      if (outcome.kind === 'crashed' || outcome.kind === 'hung') {
        child.kill('SIGKILL');
        child = null;
      }
    }
    if (child !== null) {
      child.disconnect();
      await once(child, 'exit');
    }
  };
  await Promise.all(Array.from({ length: count }, lane));
  return outcomes;
};
