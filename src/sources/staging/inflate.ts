import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fault } from '../../errors.ts';
import { blocksOf, type Source, type StagingOptions, startReading } from './source.ts';
import { stage, type Target } from './target.ts';

const BLOCK = 256 * 1024;
const UNGUARDED = 64 * 1024 * 1024;
const RATIO = 200;

const trailing = 'something follows its end';

/** What the errors of the stream mean: it aborts the reading when it has met the end before the source has. */
const damages: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'it ends too early',
  Z_DATA_ERROR: 'its contents are not what its checksums say',
  ABORT_ERR: trailing,
  ERR_STREAM_PREMATURE_CLOSE: trailing,
};

const damaged = (source: Source, what: string) => fault('gzip_damaged', [what], { file: source.file });

const explain = (source: Source, error: unknown): unknown => {
  const what = error instanceof Error && 'code' in error ? damages[String(error.code)] : undefined;
  return what === undefined ? error : damaged(source, what);
};

/**
 * Inflates a gzip file of one or more members into `target`, never with more than a few blocks in memory. A file that
 * is cut, fails a checksum or has anything behind its last member is refused (`gzip_damaged`), one that grows more
 * than 200-fold past 64 MiB too (`gzip_bomb`). `bytes` counts what was written, `sha256` is of the compressed bytes.
 */
export const inflate = (
  source: Source,
  target: string,
  options: StagingOptions = {},
): Promise<{ bytes: number; sha256: string }> =>
  stage(target, options.signal, async (out) => {
    const reading = startReading(source, options);
    const gunzip = createGunzip({ chunkSize: BLOCK });
    try {
      await pipeline(blocksOf(reading, BLOCK), gunzip, (inflated) => drain(inflated, source, out), {
        ...(options.signal && { signal: options.signal }),
      });
    } catch (error) {
      throw explain(source, error);
    }
    if (source.bytes === 0) throw damaged(source, 'it is empty');
    if (gunzip.bytesWritten !== source.bytes) throw damaged(source, trailing);
    return { bytes: out.size(), sha256: reading.sha256() };
  });

const drain = async (inflated: AsyncIterable<Uint8Array>, source: Source, out: Target): Promise<void> => {
  for await (const block of inflated) {
    const bytes = out.size() + block.length;
    if (bytes > UNGUARDED && bytes > RATIO * source.bytes) {
      throw fault('gzip_bomb', [String(RATIO)], { file: source.file });
    }
    await out.write(block);
  }
};
