import { decoderOf, type Encoding } from './decoder.ts';
import { blocksOf, type Source, type StagingOptions, startReading } from './source.ts';
import { stage } from './target.ts';

const BLOCK = 1024 * 1024;

/**
 * Writes a text in another encoding as UTF-8 (a UTF-16 byte order mark is left out) into `target`. Bytes that are no
 * text in the encoding are refused with their place (`encoding_unknown`). `mixed` tells that a windows-1252 text
 * holds valid multi-byte UTF-8 too, so that it may be a mixture; it is false for the other encodings. `bytes` counts
 * what was written, `sha256` is of the bytes as given.
 */
export const transcode = (
  source: Source,
  encoding: Encoding,
  target: string,
  options: StagingOptions = {},
): Promise<{ bytes: number; sha256: string; mixed: boolean }> =>
  stage(target, options.signal, async (out) => {
    const reading = startReading(source, options);
    const decoder = await decoderOf(encoding, source);
    for await (const block of blocksOf(reading, BLOCK)) await out.write(decoder.decode(block));
    await out.write(decoder.end());
    return { bytes: out.size(), sha256: reading.sha256(), mixed: decoder.mixed() };
  });
