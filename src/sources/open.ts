import { constants, createWriteStream, fstatSync, openSync, type Stats, writeFileSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fault, type LoyaltyError, systemCodeOf } from '../errors.ts';
import type { Workspace } from './workspace.ts';

/** A file that stands open for the whole run, so that everyone reads the very same bytes. */
export interface OpenedFile {
  /** As it may be shown: the path as given, an absolute one by its last part, `-` for standard input. */
  readonly name: string;
  readonly fd: number;
  readonly bytes: number;
  readonly identity: Identity;
}

interface Identity {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

const identityOf = (stats: Stats): Identity => ({
  device: stats.dev,
  inode: stats.ino,
  size: stats.size,
  modified: stats.mtimeMs,
  changed: stats.ctimeMs,
});

/** The path as reports and messages show it. */
export const shownPath = (path: string): string => (isAbsolute(path) ? basename(path) : path);

const scarce = new Set(['EMFILE', 'ENFILE']);

/** Does what opens a file; where no more may be open, that is told of the file, else `otherwise` says what failed. */
const opening = (name: string, work: () => number, otherwise: (code: string) => LoyaltyError): number => {
  try {
    return work();
  } catch (error) {
    const code = systemCodeOf(error);
    throw scarce.has(code) ? fault('too_many_open', [name, code]) : otherwise(code);
  }
};

/** Opens a regular file; what is missing, unreadable or no regular file is refused. */
export const openFile = (path: string, workspace: Workspace): OpenedFile => {
  const name = shownPath(path);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) throw fault('file_remote', [name]);
  const fd = opening(
    name,
    () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    (code) =>
      ['ENOENT', 'ENOTDIR'].includes(code)
        ? fault('file_missing', [name])
        : fault('file_unreadable', [name, code]),
  );
  workspace.keep(fd);
  const stats = fstatSync(fd);
  if (!stats.isFile())
    throw fault('file_not_regular', [name, stats.isDirectory() ? 'a folder' : 'a device or pipe']);
  if (stats.size === 0) throw fault('empty_file', [name]);
  return { name, fd, bytes: stats.size, identity: identityOf(stats) };
};

/** Spools standard input into the workspace and opens the copy. */
export const openStandardInput = async (
  stdin: Readable,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<OpenedFile> => {
  const path = workspace.newPath();
  try {
    await pipeline(stdin, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  } catch (error) {
    signal.throwIfAborted();
    const { code = 'unknown', syscall } = error as NodeJS.ErrnoException;
    if (scarce.has(code)) throw fault('too_many_open', ['-', code]);
    if (syscall === 'read') throw fault('file_unreadable', ['-', code]);
    throw fault('no_room', [workspace.folder, code]);
  }
  const copy = openStaged(path, '-', workspace);
  if (copy.bytes === 0) throw fault('empty_file', ['-']);
  return copy;
};

/** Stages a text in the workspace and opens it, shown by a path. */
export const openText = (path: string, content: string, workspace: Workspace): OpenedFile => {
  const staged = workspace.newPath();
  try {
    writeFileSync(staged, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw fault('no_room', [workspace.folder, systemCodeOf(error)]);
  }
  return openStaged(staged, shownPath(path), workspace);
};

/** Opens a staged copy of ours. */
export const openStaged = (path: string, name: string, workspace: Workspace): OpenedFile => {
  const fd = opening(
    name,
    () => openSync(path, 'r'),
    (code) => fault('no_room', [workspace.folder, code]),
  );
  workspace.keep(fd);
  const stats = fstatSync(fd);
  return { name, fd, bytes: stats.size, identity: identityOf(stats) };
};

/** Refuses a file whose size, times or inode are no longer those it was opened with. */
export const assertUnchanged = (file: OpenedFile): void => {
  const now = identityOf(fstatSync(file.fd));
  const before = file.identity;
  const same =
    now.device === before.device &&
    now.inode === before.inode &&
    now.size === before.size &&
    now.modified === before.modified &&
    now.changed === before.changed;
  if (!same) throw fault('file_changed', [file.name]);
};

/** Refuses the same file given twice, also through links: its rows would count twice. */
export const assertDistinct = (files: readonly OpenedFile[]): void => {
  const seen = new Map<string, string>();
  for (const file of files) {
    const key = `${file.identity.device}:${file.identity.inode}`;
    if (seen.has(key)) throw fault('file_twice', [file.name, seen.get(key)!]);
    seen.set(key, file.name);
  }
};
