/** The UTF-8 bytes of each letter of a single-byte encoding: three places for each byte, `lengths` 0 for no letter. */
export interface Letters {
  readonly lengths: Uint8Array;
  readonly bytes: Uint8Array;
}

const replacement = '\ufffd';

/** A Latin-1 text with a control character of the upper half is windows-1252 in truth. */
const isUpperControl = (letter: string): boolean => letter >= '\x80' && letter <= '\x9f';

/** Asks iconv-lite for the letters; bytes windows-1252 leaves undefined and Latin-1's upper controls have none. */
export const letterTable = async (encoding: 'windows-1252' | 'latin1'): Promise<Letters> => {
  const { default: iconv } = await import('iconv-lite');
  const lengths = new Uint8Array(256);
  const bytes = new Uint8Array(3 * 256);
  for (let byte = 0; byte < 256; byte++) {
    const letter = iconv.decode(Buffer.of(byte), encoding === 'latin1' ? 'latin1' : 'win1252');
    if (letter === replacement || isUpperControl(letter)) continue;
    const spelled = Buffer.from(letter);
    lengths[byte] = spelled.length;
    bytes.set(spelled, 3 * byte);
  }
  return { lengths, bytes };
};

/**
 * Writes the letters of `block` into `into`, which has room for three bytes each, and returns how many bytes they
 * took; where byte number n (from 0) is no letter, −n − 1.
 */
export const spell = (block: Uint8Array, { lengths, bytes }: Letters, into: Uint8Array): number => {
  let length = 0;
  for (let index = 0; index < block.length; index++) {
    const byte = block[index]!;
    if (byte < 0x80) {
      into[length++] = byte;
      continue;
    }
    const from = 3 * byte;
    const end = from + lengths[byte]!;
    if (end === from) return -index - 1;
    for (let at = from; at < end; at++) into[length++] = bytes[at]!;
  }
  return length;
};
