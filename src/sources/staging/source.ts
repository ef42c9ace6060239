import { createHash } from 'node:crypto';
import { read } from 'node:fs';
import { promisify } from 'node:util';
import { fault } from '../../errors.ts';

const readAt = promisify(read);

const unreadable =
  ({ file }: Source) =>
  (error: NodeJS.ErrnoException) => {
    throw fault('file_unreadable', [file, error.code ?? 'unknown reason']);
  };

/** An open regular file: its descriptor stays the caller's, `file` is its name in messages, `bytes` its size. */
export interface Source {
  readonly fd: number;
  readonly file: string;
  readonly bytes: number;
}

export interface StagingOptions {
  /** Stops the work: the promise rejects with the signal's reason and the target is removed. */
  readonly signal?: AbortSignal | undefined;
  /** Is told how many bytes of the source have been read so far; never less than before. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/** A source read from its start to its end by positions, hashed on the way. */
export interface Reading {
  /** Fills `into` as far as the source reaches and returns how many bytes that was, 0 at its end. */
  readonly next: (into: Uint8Array) => Promise<number>;
  /** How many bytes are left. */
  readonly left: () => number;
  /** The SHA-256 of everything read, in hexadecimal; to be asked for once. */
  readonly sha256: () => string;
}

/** Begins to read a source; a file that has become shorter than `bytes` is refused as `file_changed`. */
export const startReading = (source: Source, { signal, onProgress }: StagingOptions): Reading => {
  const hash = createHash('sha256');
  let position = 0;
  const next = async (into: Uint8Array): Promise<number> => {
    const wanted = Math.min(into.length, source.bytes - position);
    let filled = 0;
    while (filled < wanted) {
      signal?.throwIfAborted();
      const { bytesRead } = await readAt(source.fd, into, filled, wanted - filled, position + filled).catch(
        unreadable(source),
      );
      if (bytesRead === 0) throw fault('file_changed', [source.file]);
      filled += bytesRead;
    }
    hash.update(into.subarray(0, filled));
    position += filled;
    if (filled > 0) onProgress?.(position);
    return filled;
  };
  return { next, left: () => source.bytes - position, sha256: () => hash.digest('hex') };
};

/** Yields what is left of a reading in fresh blocks of `size` bytes, the last one shorter. */
export async function* blocksOf(reading: Reading, size: number): AsyncGenerator<Buffer> {
  while (reading.left() > 0) {
    const block = Buffer.allocUnsafeSlow(Math.min(size, reading.left()));
    await reading.next(block);
    yield block;
  }
}
