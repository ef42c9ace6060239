import { readSync } from 'node:fs';
import type { Source } from './inspect.ts';
import { openStaged } from './open.ts';
import type { StagingOptions } from './staging/source.ts';
import type { Workspace } from './workspace.ts';

/** How far from its end a file is searched for the lines of its footer. */
const tailBytes = 16_384;

/** Where the records of a file end, and how many lines stand below them. */
export interface Footer {
  readonly end: number;
  readonly lines: number;
}

const tailOf = ({ fd, bytes }: { readonly fd: number; readonly bytes: number }): Buffer => {
  const tail = Buffer.alloc(Math.min(tailBytes, bytes));
  return tail.subarray(0, readSync(fd, tail, 0, tail.length, bytes - tail.length));
};

/** Finds the footer of a file: its last lines that are blank or begin as one of `beginnings`, in quotes or not. */
export const footerOf = (
  file: { readonly fd: number; readonly bytes: number },
  beginnings: readonly string[],
): Footer => {
  const tail = tailOf(file).toString('latin1');
  const wanted = beginnings.map((text) => Buffer.from(text).toString('latin1'));
  let end = tail.length;
  let cut = { end, lines: 0 };
  for (let lines = 1; end > 0; lines++) {
    const above = tail.lastIndexOf('\n', end - 2) + 1;
    const line = tail.slice(above, end).trim().replace(/^"/, '');
    const isNote = wanted.some((text) => line.startsWith(text));
    if (above === 0 || !(line === '' || isNote)) break;
    if (isNote) cut = { end: above, lines };
    end = above;
  }
  return { end: file.bytes - tail.length + cut.end, lines: cut.lines };
};

/**
 * Takes the notes below the records, as the profile knows them, away from what engine and scanner read, by a staged
 * copy. A file without any stays as it is.
 */
export const withoutFooter = async (
  source: Source,
  workspace: Workspace,
  options: StagingOptions,
): Promise<Source> => {
  const { file, applied } = source;
  const beginnings = applied?.profile.footer ?? [];
  if (source.dialect === null || beginnings.length === 0) return source;
  const footer = footerOf(file.reading, beginnings);
  if (footer.lines === 0) return source;
  const { trim } = await import('./staging/trim.ts');
  const target = workspace.newPath();
  const { fd, bytes } = file.reading;
  const { sha256 } = await trim({ fd, bytes, file: file.original.name }, footer.end, target, options);
  const reading = openStaged(target, file.original.name, workspace);
  return { ...source, footerLines: footer.lines, file: { ...file, reading, sha256: file.sha256 ?? sha256 } };
};
