import { readSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Delimiter } from './dialect.ts';
import { columnsOf } from './expression.ts';
import { fields, needed } from './fields.ts';
import type { Source } from './inspect.ts';
import { openStaged } from './open.ts';
import type { StagingOptions } from './staging/source.ts';
import type { Workspace } from './workspace.ts';

/** How far from its last sign a file is searched for the lines of its footer. */
const tailBytes = 16_384;

/** Where the records of a file end, and how many lines stand below them. */
export interface Footer {
  readonly end: number;
  readonly lines: number;
}

interface Bytes {
  readonly fd: number;
  readonly bytes: number;
}

const readBefore = (fd: number, end: number): string => {
  const block = Buffer.alloc(Math.min(tailBytes, end));
  return block.toString('latin1', 0, readSync(fd, block, 0, block.length, end - block.length));
};

/** The last bytes of a file up to its last sign that is no blank, and how many line ends stand below. */
const tailOf = ({ fd, bytes }: Bytes): { text: string; end: number; linesBelow: number } => {
  let end = bytes;
  let linesBelow = 0;
  for (;;) {
    const text = readBefore(fd, end);
    const kept = text.trimEnd().length;
    linesBelow += text.slice(kept).split('\n').length - 1;
    end -= text.length - kept;
    if (kept > 0 || text === '') return { text: readBefore(fd, end), end, linesBelow };
  }
};

/** Whether a quote that was opened on a line above ends here: the line belongs to a record of several. */
const endsQuote = (line: string): boolean => (line.split('"').length - 1) % 2 === 1;

/**
 * Finds the footer of a file: its last lines that are blank or begin as one of `beginnings`, in quotes or not, up to the
 * last line that is a record.
 */
export const footerOf = (
  file: Bytes,
  beginnings: readonly string[],
  isRecord: (line: string) => boolean = () => false,
): Footer => {
  const tail = tailOf(file);
  const wanted = beginnings.map((text) => Buffer.from(text).toString('latin1'));
  const lineEnds = Math.max(tail.linesBelow, 1);
  let above = tail.text.length;
  let cut = { at: file.bytes, lines: 0 };
  for (let lines = lineEnds; above > 0; lines++) {
    const end = above;
    above = tail.text.lastIndexOf('\n', end - 1 - Number(end < tail.text.length)) + 1;
    const line = tail.text.slice(above, end).trim();
    const isNote = !endsQuote(line) && wanted.some((text) => line.replace(/^"/, '').startsWith(text));
    if (above === 0 || (line !== '' && !isNote)) break;
    if (isNote && isRecord(Buffer.from(line, 'latin1').toString('utf8'))) break;
    if (isNote) cut = { at: tail.end - tail.text.length + above, lines };
  }
  return { end: cut.at, lines: cut.lines };
};

const recordOf = (line: string, delimiter: Delimiter): readonly string[] => {
  try {
    return (parse(line, { delimiter }) as string[][])[0] ?? [];
  } catch {
    return [];
  }
};

/** Whether a line has all columns of the header, and something in each that a record cannot do without, its date too. */
const looksLikeRecord = ({ role, mapping, dialect }: Source): ((line: string) => boolean) => {
  const dates = fields[role].filter(
    ({ name, kind }) => kind === 'date' && /^(?:ordered|answered)_at$/.test(name),
  );
  const wanted = [...needed[role], ...dates.map(({ name }) => [name])]
    .map((names) =>
      names.flatMap((name) => {
        const expression = mapping.fields.get(name);
        return expression === undefined ? [] : columnsOf(expression);
      }),
    )
    .filter((columns) => columns.length > 0);
  return (line) => {
    const cells = recordOf(line, dialect!.delimiter).map((cell) => cell.trim());
    return (
      cells.length === mapping.header.length &&
      cells.filter((cell) => cell !== '').length > 1 &&
      wanted.every((columns) => columns.some((index) => cells[index] !== ''))
    );
  };
};

/**
 * Takes the notes below the records, as the profile knows them, away from what engine and scanner read, by a staged
 * copy. A file without any stays as it is, and so does a line that is written as a record, whatever it begins with.
 */
export const withoutFooter = async (
  source: Source,
  workspace: Workspace,
  options: StagingOptions,
): Promise<Source> => {
  const { file, applied } = source;
  const beginnings = applied?.profile.footer ?? [];
  if (source.dialect === null || beginnings.length === 0) return source;
  const footer = footerOf(file.reading, beginnings, looksLikeRecord(source));
  if (footer.lines === 0) return source;
  const { trim } = await import('./staging/trim.ts');
  const target = workspace.newPath();
  const { fd, bytes } = file.reading;
  const { sha256 } = await trim({ fd, bytes, file: file.original.name }, footer.end, target, options);
  const reading = openStaged(target, file.original.name, workspace);
  return { ...source, footerLines: footer.lines, file: { ...file, reading, sha256: file.sha256 ?? sha256 } };
};
