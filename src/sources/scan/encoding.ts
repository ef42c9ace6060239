import { isAscii, isUtf8 } from 'node:buffer';
import type { ScanResult } from './contract.ts';

const isTrail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/**
 * The length of the UTF-8 sequence of several bytes that begins at `at`, 0 when none does; by the table of well-formed
 * sequences of the Unicode Standard (3.9, table 3-7).
 */
export const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1];
  if (second === undefined || !isTrail(second)) return 0;
  if (lead < 0xe0) return 2;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  if (!isTrail(bytes[at + 2])) return 0;
  if (lead < 0xf0) return 3;
  return isTrail(bytes[at + 3]) ? 4 : 0;
};

const hasSequence = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! >= 0xc2 && sequenceLength(bytes, at) > 0) return true;
  }
  return false;
};

/** How many bytes at the end may be the beginning of a character that the next bytes complete. */
const openEnd = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (isTrail(byte)) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
};

/** What a stream of bytes says about its encoding. */
export interface EncodingWatch {
  /** Takes the next bytes; a character may be cut anywhere between two calls. */
  add(piece: Uint8Array): void;
  /** The finding; the stream ends here. */
  end(): Pick<ScanResult, 'ascii' | 'utf8'>;
}

/** Begins to watch a stream for bytes beyond ASCII, for valid UTF-8 and for what is neither. */
export const watchEncoding = (): EncodingWatch => {
  let ascii = true;
  let invalid = false;
  let sequences = false;
  let open: Uint8Array = new Uint8Array(0);

  const judge = (bytes: Uint8Array): void => {
    if (!invalid && isUtf8(bytes)) sequences ||= !isAscii(bytes);
    else {
      invalid = true;
      sequences ||= hasSequence(bytes);
    }
  };
  return {
    add: (piece) => {
      if ((invalid && sequences) || (open.length === 0 && isAscii(piece))) return;
      ascii = false;
      const bytes = open.length === 0 ? piece : Buffer.concat([open, piece]);
      const whole = bytes.length - openEnd(bytes);
      judge(bytes.subarray(0, whole));
      open = bytes.slice(whole);
    },
    end: () => {
      if (open.length > 0) judge(open);
      return { ascii, utf8: !invalid ? 'valid' : sequences ? 'mixed' : 'invalid' };
    },
  };
};
