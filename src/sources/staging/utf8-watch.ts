/** Looks through the blocks of a text, in order, for whole multi-byte UTF-8 sequences. */
export interface Utf8Watch {
  readonly see: (block: Uint8Array) => void;
  /** Passes over a block that holds nothing but ASCII. */
  readonly skip: () => void;
  readonly seen: () => boolean;
}

/** A sequence begun: how many bytes are missing and between which the next one must lie. */
interface Open {
  readonly missing: number;
  readonly low: number;
  readonly high: number;
}

const closed: Open = { missing: 0, low: 0x80, high: 0xbf };

/** What may follow a lead byte: Table 3-7 of the Unicode Standard, well-formed UTF-8 byte sequences. */
const leadOf = (byte: number): Open => {
  if (byte < 0xc2 || byte > 0xf4) return closed;
  if (byte < 0xe0) return { missing: 1, low: 0x80, high: 0xbf };
  if (byte < 0xf0) return { missing: 2, low: byte === 0xe0 ? 0xa0 : 0x80, high: byte === 0xed ? 0x9f : 0xbf };
  return { missing: 3, low: byte === 0xf0 ? 0x90 : 0x80, high: byte === 0xf4 ? 0x8f : 0xbf };
};

const leads = Array.from({ length: 256 }, (_, byte) => leadOf(byte));

/** Starts a watch; sequences across two blocks are found too. */
export const utf8Watch = (): Utf8Watch => {
  let found = false;
  let open: Open = closed;
  const see = (block: Uint8Array): void => {
    if (found) return;
    let { missing, low, high } = open;
    for (let index = 0; index < block.length; index++) {
      const byte = block[index]!;
      if (byte < 0x80) {
        missing = 0;
      } else if (missing > 0 && byte >= low && byte <= high) {
        missing--;
        low = 0x80;
        high = 0xbf;
        if (missing === 0) {
          found = true;
          return;
        }
      } else {
        ({ missing, low, high } = leads[byte]!);
      }
    }
    open = { missing, low, high };
  };
  const skip = (): void => {
    open = closed;
  };
  return { see, skip, seen: () => found };
};
