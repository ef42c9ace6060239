import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fault } from '../../errors.ts';

/** The file being made. */
export interface Target {
  /** Appends all of `bytes`; they may be overwritten once the promise is kept. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Throws away what has been written. */
  readonly restart: () => Promise<void>;
  /** How many bytes the file has. */
  readonly size: () => number;
}

const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';

const notWritten = (file: string) => (error: unknown) => {
  throw fault('no_room', [dirname(file), reason(error)]);
};

const writer = (handle: FileHandle, file: string): Target => {
  let size = 0;
  return {
    write: async (bytes) => {
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await handle
          .write(bytes, done, bytes.length - done, size)
          .catch(notWritten(file));
        done += bytesWritten;
        size += bytesWritten;
      }
    },
    restart: async () => {
      await handle.truncate(0).catch(notWritten(file));
      size = 0;
    },
    size: () => size,
  };
};

/**
 * Creates `file` (it must not exist; mode 0600), lets `fill` write it and closes it. When `fill` fails or the signal
 * fires, the file is removed and the promise rejects with the failure or the signal's reason.
 */
export const stage = async <Result>(
  file: string,
  signal: AbortSignal | undefined,
  fill: (target: Target) => Promise<Result>,
): Promise<Result> => {
  signal?.throwIfAborted();
  const handle = await open(file, 'wx', 0o600).catch(notWritten(file));
  try {
    const result = await fill(writer(handle, file));
    signal?.throwIfAborted();
    await handle.close().catch(notWritten(file));
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
    signal?.throwIfAborted();
    throw error;
  }
};
