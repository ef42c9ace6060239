import type { ReadCells } from '../../support/reader.ts';
import { peerRows } from './peer.ts';

/** What may stand before a header without being told: a byte order mark, a line that names the delimiter, empty lines. */
const passedOver = /^\ufeff?(?:sep=.\r?\n)?(?:\r?\n)*$/;

/**
 * Compares every cell a file was read as with what csv-parse reads in its bytes: the first difference in words, null
 * where there is none. Names of columns are compared as the reader gives them, trimmed and composed.
 */
export const differenceFromPeer = (bytes: Buffer, cells: ReadCells): string | null => {
  let peer: ReturnType<typeof peerRows>;
  try {
    peer = peerRows(bytes, cells);
  } catch (error) {
    return `csv-parse refuses it: ${(error as Error).message}`;
  }
  if (!passedOver.test(peer.before)) return `passed over: ${JSON.stringify(peer.before)}`;
  const [names = [], ...records] = peer.rows;
  const wanted = [names.map((name) => name.trim().normalize('NFC')), ...records];
  const found = [cells.header, ...cells.records];
  if (wanted.length !== found.length) return `${found.length} records where csv-parse has ${wanted.length}`;
  for (const [index, row] of wanted.entries())
    if (JSON.stringify(row) !== JSON.stringify(found[index]))
      return `record ${index + 1}: ${JSON.stringify(found[index])} where csv-parse has ${JSON.stringify(row)}`;
  return null;
};
