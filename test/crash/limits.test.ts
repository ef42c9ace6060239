import { chmodSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { afterEach, describe, expect, it } from 'vitest';
import { program, start } from '../stories/binary.ts';
import { makePlace, old, type Place, words } from './place.ts';

const places: Place[] = [];
const place = (targets: readonly string[]): Place => {
  const made = makePlace(targets, old);
  places.push(made);
  return made;
};
afterEach(() => {
  for (const { remove } of places.splice(0)) remove();
});

/** Runs the program in the folder of a place, under a limit that bash sets. */
const under = async (setting: string, argv: readonly string[], { folder, temporary }: Place) => {
  const ended = await execa('bash', ['-c', `${setting}; "$@"`, 'bash', process.execPath, program, ...argv], {
    cwd: folder,
    env: { TMPDIR: temporary },
    reject: false,
    stripFinalNewline: false,
  });
  return { code: ended.exitCode ?? null, stdout: ended.stdout, stderr: ended.stderr };
};

const argv = words(['json=out.json'], 'rejects.csv');

describe('a run that may not', () => {
  it.each([0, 2])('write files of more than %i KiB changes nothing', async (size) => {
    const here = place(['out.json', 'rejects.csv']);
    const { code, stdout, stderr } = await under(`ulimit -f ${size}`, argv, here);
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(stderr).toMatch(/^loyalty: [^\n]+\(EFBIG\)[^\n]+\n$/);
    expect([here.read('out.json'), here.read('rejects.csv')]).toEqual([old, old]);
    expect(here.strays()).toEqual([]);
  });

  it('open 20 files at a time never begins, and changes nothing', async () => {
    const here = place(['out.json', 'rejects.csv']);
    const { code, stdout } = await under('ulimit -n 20', argv, here);
    expect(stdout).toBe('');
    expect(code).not.toBe(0);
    expect([here.read('out.json'), here.read('rejects.csv')]).toEqual([old, old]);
    expect(here.strays()).toEqual([]);
  });

  it('open as many as it wants ends well or changes nothing, however few they are', async () => {
    const codes = new Set<number | null>();
    for (const files of [24, 27, 30, 64]) {
      const here = place(['out.json', 'rejects.csv']);
      const { code } = await under(`ulimit -n ${files}`, argv, here);
      codes.add(code);
      expect(here.read('out.json') !== old).toBe(code === 0);
      expect(here.read('rejects.csv') !== old).toBe(code === 0);
      expect(here.strays()).toEqual([]);
    }
    expect(codes.has(0)).toBe(true);
    expect(codes.size).toBeGreaterThan(1);
  });

  it.skipIf(process.getuid?.() === 0)(
    'write in the folder says so (skipped where nobody forbids it)',
    async () => {
      const here = place(['out.json']);
      chmodSync(here.folder, 0o555);
      const ended = await under(':', words(['json=out.json']), here);
      chmodSync(here.folder, 0o755);
      expect(ended.code).toBe(5);
      expect(ended.stderr).toMatch(/^loyalty: out\.json could not be written \(EACCES\)[^\n]+\n$/);
      expect(here.read('out.json')).toBe(old);
    },
  );
});

const mounting = ['unshare', ['--mount', '--map-root-user']] as const;
const canMount =
  (await execa(mounting[0], [...mounting[1], 'mount', '-t', 'tmpfs', 'none', '/mnt'], { reject: false }))
    .exitCode === 0;

/** Mounts a disk over the folder, puts the old file there, and runs the program on it; 99 where that file has changed. */
const onDisk = `
  cp out.json ../kept && mount -t tmpfs -o size=4k none . && cd "$PWD" && cp ../kept out.json
  [ "$1" = full ] || mount -o remount,ro .
  shift; "$@"; code=$?
  cmp -s out.json ../kept || exit 99
  ls -A; exit $code`;

describe.skipIf(!canMount)('a disk (skipped where none can be mounted)', () => {
  it.each([
    ['full', 'ENOSPC'],
    ['read-only', 'EROFS'],
  ])('that is %s is told as %s, with the old file on it', async (state, reason) => {
    const here = place(['out.json']);
    const run = [process.execPath, program, ...words(['json=out.json'])];
    const ended = await execa(mounting[0], [...mounting[1], 'bash', '-c', onDisk, 'bash', state, ...run], {
      cwd: here.folder,
      env: { TMPDIR: here.temporary },
      reject: false,
    });
    expect(ended.exitCode, ended.stderr).toBe(5);
    expect(ended.stderr).toMatch(
      new RegExp(`^loyalty: out\\.json could not be written \\(${reason}\\)[^\\n]+$`),
    );
    expect(ended.stdout).toBe('out.json');
  });
});

describe('a terminal that goes away', () => {
  it('terminates the run in good order', async () => {
    const here = place(['out.json']);
    const running = start(['kpi', '-', '-o', 'json=out.json'], {
      cwd: here.folder,
      env: { TMPDIR: here.temporary },
      stdin: 'pipe',
    });
    while (here.strays().length === 0) await wait(5);
    await wait(150);
    running.kill('SIGHUP');
    const { exitCode, stderr } = await running;
    expect({ exitCode, stderr }).toEqual({
      exitCode: 143,
      stderr: 'loyalty: interrupted; nothing was written.\n',
    });
    expect(here.read('out.json')).toBe(old);
    expect(here.strays()).toEqual([]);
  });
});
