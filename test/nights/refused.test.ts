import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownMark } from '../../src/leftovers/owner.ts';
import { makeFolders } from '../../src/nights/folders.ts';
import { lockPath, takeLock } from '../../src/nights/lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refused-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const signal = new AbortController().signal;

describe('what the system refuses of a night is told in a sentence, and leaves nothing', () => {
  it('a lock that cannot be read any more', async () => {
    const target = join(folder, 'manifest.json');
    const held = await takeLock(target, 0, signal);
    rmSync(lockPath(target));
    mkdirSync(lockPath(target));
    expect(held.assertHeld).toThrow(/loyalty-lock could not be written \(EISDIR\)/);
    held.release();
  });

  it('a folder that cannot be made, after one that was', () => {
    writeFileSync(join(folder, 'file'), '');
    const paths = [join(folder, 'a', 'b', 'kpi.json'), join(folder, 'file', 'kpi.csv')];
    expect(() => makeFolders(paths)).toThrow(/kpi\.csv could not be written/);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

it('a lock takes away what a killed process left of its own in a folder where nothing else is written', async () => {
  const [place, pid, since] = ownMark().split('-');
  const left = `.lock.loyalty-${place}-${pid}-${Number(since) - 1}-0123456789ab.tmp`;
  const living = `.lock.loyalty-${ownMark()}-0123456789ab.tmp`;
  for (const name of [left, living]) writeFileSync(join(folder, name), '');
  (await takeLock(join(folder, 'history.csv'), 0, signal)).release();
  expect(readdirSync(folder)).toEqual([living]);
});
