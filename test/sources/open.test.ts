import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assertDistinct,
  assertUnchanged,
  openFile,
  openStandardInput,
  shownPath,
} from '../../src/sources/open.ts';
import { makeWorkspace, type Workspace } from '../../src/sources/workspace.ts';
import { codeOf, faultOf } from '../support/faults.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = makeWorkspace();
});
afterEach(() => workspace.remove());

const file = (name: string, content = 'a\n1\n'): string => {
  const path = join(workspace.folder, name);
  writeFileSync(path, content);
  return path;
};

describe('a file that is opened', () => {
  it('is known by its bytes, and by name alone', () => {
    const opened = openFile(file('orders.csv'), workspace);
    expect(opened).toMatchObject({ name: 'orders.csv', bytes: 4 });
    expect(shownPath('exports/orders.csv')).toBe('exports/orders.csv');
    expect(shownPath('/home/bob/orders.csv')).toBe('orders.csv');
  });

  it.each<[string, (path: string) => string, string]>([
    ['one that is missing', (path) => `${path}.missing`, 'file_missing'],
    ['one below a file', (path) => `${path}/orders.csv`, 'file_missing'],
    ['a folder', (path) => join(path, '..'), 'file_not_regular'],
    ['a device', () => '/dev/zero', 'file_not_regular'],
    ['an address', () => 'https://example.com/orders.csv', 'file_remote'],
    ['an address of a store', () => 's3://bucket/orders.csv', 'file_remote'],
    ['an empty one', () => file('empty.csv', ''), 'empty_file'],
  ])('is refused: %s', (_, path, code) => {
    const fault = faultOf(() => openFile(path(file('orders.csv')), workspace));
    expect(fault.code).toBe(code);
    expect(fault.exit).toBe(3);
    expect(fault.message).not.toContain(workspace.folder);
  });

  it('is refused without waiting where it is a pipe', () => {
    const path = join(workspace.folder, 'pipe');
    execFileSync('mkfifo', [path]);
    expect(codeOf(() => openFile(path, workspace))).toBe('file_not_regular');
  });

  it.skipIf(process.getuid?.() === 0)('is refused where it may not be read', () => {
    const path = file('private.csv');
    chmodSync(path, 0o000);
    expect(codeOf(() => openFile(path, workspace))).toBe('file_unreadable');
  });

  it('is refused once it has changed', () => {
    const path = file('orders.csv');
    const opened = openFile(path, workspace);
    assertUnchanged(opened);
    appendFileSync(path, '2\n');
    expect(codeOf(() => assertUnchanged(opened))).toBe('file_changed');
  });

  it('is refused once it was written over with as many bytes', () => {
    const path = file('orders.csv');
    const opened = openFile(path, workspace);
    writeFileSync(path, 'a\n2\n');
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect(codeOf(() => assertUnchanged(opened))).toBe('file_changed');
  });
});

describe('the same file given twice', () => {
  it('is refused under another path, a link, a second name', () => {
    const path = file('orders.csv');
    symlinkSync(path, join(workspace.folder, 'alias.csv'));
    linkSync(path, join(workspace.folder, 'twin.csv'));
    for (const name of ['orders.csv', './orders.csv', 'alias.csv', 'twin.csv']) {
      const files = [openFile(path, workspace), openFile(join(workspace.folder, name), workspace)];
      expect(codeOf(() => assertDistinct(files))).toBe('file_twice');
    }
  });

  it('is not refused where only the content is the same', () => {
    const files = [openFile(file('a.csv'), workspace), openFile(file('b.csv'), workspace)];
    expect(() => assertDistinct(files)).not.toThrow();
  });
});

describe('standard input', () => {
  it('is spooled into a private file', async () => {
    const opened = await openStandardInput(
      Readable.from(['a\n', '1\n']),
      workspace,
      new AbortController().signal,
    );
    expect(opened).toMatchObject({ name: '-', bytes: 4 });
    expect(statSync(`/proc/self/fd/${opened.fd}`).mode & 0o077).toBe(0);
  });

  it('is refused where nothing comes', async () => {
    await expect(
      openStandardInput(Readable.from([]), workspace, new AbortController().signal),
    ).rejects.toMatchObject({ code: 'empty_file' });
  });
});

describe('the folder of a run', () => {
  it('is private, and gone with all it holds, twice', () => {
    const own = makeWorkspace();
    expect(statSync(own.folder).mode & 0o777).toBe(0o700);
    mkdirSync(join(own.folder, 'spilled'));
    writeFileSync(own.newPath(), 'x');
    writeFileSync(own.newPath(), 'y');
    own.remove();
    own.remove();
    expect(() => statSync(own.folder)).toThrow('ENOENT');
  });
});
