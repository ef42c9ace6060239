import { blocksOf, type Source, type StagingOptions, startReading } from './source.ts';
import { stage } from './target.ts';

const BLOCK = 1024 * 1024;

/** Writes the first `end` bytes of a file into `target`; `sha256` is of all its bytes. */
export const trim = (
  source: Source,
  end: number,
  target: string,
  options: StagingOptions = {},
): Promise<{ sha256: string }> =>
  stage(target, options.signal, async (out) => {
    const reading = startReading(source, options);
    let position = 0;
    for await (const block of blocksOf(reading, BLOCK)) {
      await out.write(block.subarray(0, Math.max(0, end - position)));
      position += block.length;
    }
    return { sha256: reading.sha256() };
  });
