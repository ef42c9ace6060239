import { isAscii } from 'node:buffer';
import { fault, type LoyaltyError } from '../../errors.ts';
import { letterTable, spell } from './letters.ts';
import { placeOfOffset } from './place.ts';
import type { Source } from './source.ts';
import { utf8Watch } from './utf8-watch.ts';

export type Encoding = 'windows-1252' | 'latin1' | 'utf-16le' | 'utf-16be';

/** Turns the blocks of one text, in order, into UTF-8; anything ill-formed is thrown as `encoding_unknown`. */
export interface Decoder {
  readonly decode: (block: Buffer) => Uint8Array;
  readonly end: () => Uint8Array;
  /** Whether valid multi-byte UTF-8 stands in the text. */
  readonly mixed: () => boolean;
}

const nothing = new Uint8Array(0);

const unknown = (source: Source, encoding: Encoding, offset: number): LoyaltyError =>
  fault('encoding_unknown', [String(offset), encoding], placeOfOffset(source, offset, encoding));

const singleByte = async (encoding: 'windows-1252' | 'latin1', source: Source): Promise<Decoder> => {
  const letters = await letterTable(encoding);
  const watch = utf8Watch();
  let offset = 0;
  return {
    decode: (block) => {
      const start = offset;
      offset += block.length;
      if (isAscii(block)) {
        watch.skip();
        return block;
      }
      if (encoding === 'windows-1252') watch.see(block);
      const into = Buffer.allocUnsafeSlow(3 * block.length);
      const length = spell(block, letters, into);
      if (length < 0) throw unknown(source, encoding, start - length - 1);
      return into.subarray(0, length);
    },
    end: () => nothing,
    mixed: watch.seen,
  };
};

/** The index of the first unit of a UTF-16 block that is half of a pair without its other half, else -1. */
const loneSurrogate = (block: Buffer, encoding: Encoding, high: boolean): number => {
  const top = encoding === 'utf-16le' ? 1 : 0;
  let open = high;
  for (let unit = 0; unit + 1 < block.length; unit += 2) {
    const kind = block[unit + top]! & 0xfc;
    if ((kind === 0xdc) !== open) return open ? unit - 2 : unit;
    open = kind === 0xd8;
  }
  return -1;
};

const endsHigh = (block: Buffer, encoding: Encoding): boolean =>
  block.length >= 2 && (block[block.length - (encoding === 'utf-16le' ? 1 : 2)]! & 0xfc) === 0xd8;

const utf16 = async (encoding: 'utf-16le' | 'utf-16be', source: Source): Promise<Decoder> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  let high = false;
  return {
    decode: (block) => {
      const start = offset;
      offset += block.length;
      try {
        const text = decoder.decode(block, { stream: true });
        high = endsHigh(block, encoding);
        return Buffer.from(text);
      } catch {
        throw unknown(source, encoding, start + loneSurrogate(block, encoding, high));
      }
    },
    end: () => {
      if (offset % 2 === 1) throw unknown(source, encoding, offset - 1);
      if (high) throw unknown(source, encoding, offset - 2);
      return Buffer.from(decoder.decode());
    },
    mixed: () => false,
  };
};

/** A decoder for the text of a source; blocks of UTF-16 but the last have an even number of bytes. */
export const decoderOf = (encoding: Encoding, source: Source): Promise<Decoder> =>
  encoding === 'windows-1252' || encoding === 'latin1'
    ? singleByte(encoding, source)
    : utf16(encoding, source);
