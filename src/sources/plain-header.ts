import type { Source } from './inspect.ts';
import { openStaged } from './open.ts';
import { defaultLimits } from './scan/contract.ts';
import { readRecord } from './scan/record.ts';
import { replaceHead } from './staging/replace-head.ts';
import type { Workspace } from './workspace.ts';

const lineFeeds = (text: string): number => text.split('\n').length - 1;

/**
 * Where lines of another kind stand above the header, or a line there or in a quoted name ends otherwise than the
 * records do, the engine would be misled by them, as by a name of several lines behind a byte order mark: then a copy
 * is made that begins with a header of one plain line. The copy's lines keep the numbers they have in the file. Any
 * other source is returned as it is.
 */
export const withPlainHeader = async <Read extends Pick<Source, 'file' | 'dialect'>>(
  source: Read,
  workspace: Workspace,
  signal?: AbortSignal,
): Promise<Read> => {
  const { file, dialect } = source;
  if (dialect === null) return source;
  const delimiter = dialect.delimiter.charCodeAt(0);
  const rules = { delimiter, columns: null, lineEnd: null, limits: defaultLimits };
  const header = readRecord(file.head, dialect.start, rules);
  if (header.fault !== null || header.lineEnd === null) return source;
  const above = file.head.toString('latin1', 0, header.end);
  const alike = above.match(/\r\n|\n|\r/g)!.every((end) => end === header.lineEnd);
  const marked = file.start > 0 && header.quotedLineEnds;
  if (dialect.preamble === 0 && alike && !marked) return source;
  const names = dialect.header.map((_, index) => `c${index}`).join(dialect.delimiter);
  const target = workspace.newPath();
  const given = { fd: file.reading.fd, file: file.original.name, bytes: file.reading.bytes };
  const { sha256 } = await replaceHead(given, header.end, names + header.lineEnd, target, { signal });
  const reading = openStaged(target, file.original.name, workspace);
  return {
    ...source,
    file: { ...file, reading, sha256: file.sha256 ?? sha256 },
    dialect: { ...dialect, start: 0, startLine: lineFeeds(above), skip: 0 },
  };
};
