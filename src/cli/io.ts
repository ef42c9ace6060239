import type { Readable } from 'node:stream';
import { removeWorkspaces } from '../sources/workspace.ts';
import { Interrupted, signals } from './exit.ts';

/** Everything a command may touch of the process. */
export interface Io {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Opened when it is first asked for. */
  readonly stdin: Readable;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

export interface Stream {
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** Writes all of a text; a reader that went away is no fault, any other failure rejects. */
  readonly write: (text: string) => Promise<void>;
}

const columns = (stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): number => {
  const declared = Number(environment.COLUMNS);
  if (Number.isInteger(declared) && declared >= 40) return declared;
  return stream.isTTY && stream.columns > 0 ? Math.max(40, stream.columns) : 80;
};

const gone = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

const send = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });

const streamOf = (stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Stream => {
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    width: columns(stream, environment),
    write: async (text) => {
      if (text === '' || stream.destroyed) return;
      await send(stream, text).catch((error: NodeJS.ErrnoException) => {
        if (!gone.has(error.code ?? '')) throw error;
      });
    },
  };
};

/** The stream of the conversation: where nobody can be told, that is no reason for the run to end otherwise. */
const quietly = (stream: Stream): Stream => ({
  ...stream,
  write: (text) => stream.write(text).catch(() => undefined),
});

/**
 * Runs a command on the real process: streams, signals and the exit code; the only place that touches `process`. However
 * the process ends by itself, its workspaces are removed.
 */
export const runProcess = async (run: (io: Io) => Promise<number>): Promise<void> => {
  const controller = new AbortController();
  process.on('exit', removeWorkspaces);
  for (const name of signals)
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(new Interrupted(name).exit);
      controller.abort(new Interrupted(name));
    });
  const io: Io = {
    argv: process.argv.slice(2),
    environment: process.env,
    get stdin() {
      return process.stdin;
    },
    stdout: streamOf(process.stdout, process.env),
    stderr: quietly(streamOf(process.stderr, process.env)),
    signal: controller.signal,
    now: () => new Date(),
  };
  process.exitCode = await run(io);
};
