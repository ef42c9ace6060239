import { blocksOf, type Source, type StagingOptions, startReading } from './source.ts';
import { stage } from './target.ts';

const BLOCK = 1024 * 1024;

/** Writes a file into `target` with another text in the place of its first `bytes` bytes; `sha256` is of the file as given. */
export const replaceHead = (
  source: Source,
  bytes: number,
  text: string,
  target: string,
  options: StagingOptions = {},
): Promise<{ sha256: string }> =>
  stage(target, options.signal, async (out) => {
    const reading = startReading(source, options);
    await out.write(Buffer.from(text));
    let left = bytes;
    for await (const block of blocksOf(reading, BLOCK)) {
      await out.write(block.subarray(Math.min(left, block.length)));
      left = Math.max(0, left - block.length);
    }
    return { sha256: reading.sha256() };
  });
