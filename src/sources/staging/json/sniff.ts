/** An array of records, or newline-delimited JSON: a record on each line. */
export type Kind = 'array' | 'ndjson';

/** How many bytes the UTF-8 byte order mark at the head of a file takes: 3 or 0. */
export const markLength = (head: Uint8Array): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;

/** What kind of JSON the head of a file (UTF-8, with or without its mark) begins, null when it is something else. */
export const sniffJson = (head: Buffer): Kind | null => {
  const first = head
    .subarray(markLength(head))
    .find((byte) => byte > 0x20 || ![9, 10, 13, 32].includes(byte));
  if (first === 0x5b) return 'array';
  return first === 0x7b ? 'ndjson' : null;
};
