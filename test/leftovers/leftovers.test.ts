import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lifeOf, ownMark } from '../../src/leftovers/owner.ts';
import { writeOutputs } from '../../src/outputs/index.ts';
import { makeWorkspace } from '../../src/sources/workspace.ts';

const [place, pid, since] = ownMark().split('-') as [string, string, string];
const chance = 'abcdef012345';
const elsewhere = `0123456789ab-${pid}-${since}`;

let folder = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'left-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Counted by hand: the state is the 3rd field of the line and the beginning the 22nd, and `sleep` has no space in it. */
const fieldsOf = (number: number): string[] => readFileSync(`/proc/${number}/stat`, 'utf8').split(' ');

const sleeper = (): ChildProcess => {
  const child = spawn('sleep', ['100']);
  children.push(child);
  return child;
};

const markOf = (number: number): string => `${place}-${number}-${fieldsOf(number)[21]}`;

/** The mark of a process that has ended. */
const gone = async (): Promise<string> => {
  const child = sleeper();
  const mark = markOf(child.pid!);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return mark;
};

const eightDays = (path: string): void => {
  const then = statSync(path).mtimeMs / 1000 - 8 * 86_400;
  utimesSync(path, then, then);
};

const name = (mark: string): string => `.out.json.loyalty-${mark}-${chance}.tmp`;
const put = (file: string): string => {
  writeFileSync(join(folder, file), 'left');
  return file;
};
const leftAfterWriting = (): string[] => {
  writeOutputs([{ path: join(folder, 'out.json'), content: 'new' }]);
  return readdirSync(folder).filter((file) => file !== 'out.json');
};

describe.skipIf(!existsSync('/proc/self/stat'))('a mark (skipped where there is no /proc)', () => {
  it('names the process that bears it', () => {
    expect([pid, since]).toEqual([String(process.pid), fieldsOf(process.pid)[21]]);
    expect(lifeOf(ownMark())).toBe('running');
  });

  it('of another process lives as long as that one', async () => {
    expect(lifeOf(markOf(sleeper().pid!))).toBe('running');
    expect(lifeOf(await gone())).toBe('gone');
  });

  it('is not that of a later process with the same number', () => {
    expect(lifeOf(`${place}-${pid}-${Number(since) + 1}`)).toBe('gone');
  });

  it('is gone as soon as its process has ended, though nobody has asked how', async () => {
    const parent = spawn('bash', ['-c', 'sleep 0.2 & echo $!; exec sleep 100']);
    children.push(parent);
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const number = Number(said.toString());
    const mark = markOf(number);
    await vi.waitFor(() => expect(fieldsOf(number)[2]).toBe('Z'), 5000);
    expect(lifeOf(mark)).toBe('gone');
  });

  it('of another machine says nothing', () => {
    expect(lifeOf(elsewhere)).toBe('unknown');
    expect(lifeOf('000000000000-0-0')).toBe('unknown');
  });
});

describe.skipIf(!existsSync('/proc/self/stat'))(
  'what killed runs left beside outputs (skipped where there is no /proc)',
  () => {
    it('is removed, whatever its target was', async () => {
      put(name(await gone()));
      put(name(await gone()).replace('out.json', 'other\n.csv'));
      expect(leftAfterWriting()).toEqual([]);
    });

    it('stays while its process runs, however old it is', () => {
      const live = put(name(markOf(sleeper().pid!)));
      eightDays(join(folder, live));
      expect(leftAfterWriting()).toEqual([live]);
    });

    it('of another machine stays for a week', () => {
      const stays = put(name(elsewhere));
      expect(leftAfterWriting()).toEqual([stays]);
      eightDays(join(folder, stays));
      expect(leftAfterWriting()).toEqual([]);
    });

    it('is nothing but a file of exactly such a name', async () => {
      const mark = await gone();
      const aim = mkdtempSync(join(tmpdir(), 'aim-'));
      writeFileSync(join(aim, 'kept'), '');
      symlinkSync(join(aim, 'kept'), join(folder, name(mark)));
      mkdirSync(join(folder, name(mark).replace('out', 'folder')));
      const names = [
        `out.json.loyalty-${mark}-${chance}.tmp`,
        `${name(mark)}.csv`,
        '.out.json.tmp',
        `.x.loyalty-${mark}.tmp`,
      ];
      for (const file of names) put(file);
      expect(leftAfterWriting()).toHaveLength(names.length + 2);
      expect(readdirSync(aim)).toEqual(['kept']);
      rmSync(aim, { recursive: true });
    });

    it.skipIf(process.getuid?.() !== 0)(
      "is not another user's (skipped where one cannot be played)",
      async () => {
        const file = put(name(await gone()));
        chownSync(join(folder, file), 65_534, 65_534);
        expect(leftAfterWriting()).toEqual([file]);
      },
    );
  },
);

describe.skipIf(!existsSync('/proc/self/stat'))(
  'the folders of killed runs (skipped where there is no /proc)',
  () => {
    const leave = (mark: string): string => {
      const left = join(folder, `loyalty-${mark}-a1B2c3`);
      mkdirSync(left);
      writeFileSync(join(left, 'staged-0'), 'rows');
      return left;
    };
    const leftAfterWorking = (): string[] => {
      vi.stubEnv('TMPDIR', folder);
      makeWorkspace().remove();
      return readdirSync(folder);
    };

    it('are removed with all they hold, and those of live runs stay', async () => {
      leave(await gone());
      const live = leave(markOf(sleeper().pid!));
      expect(leftAfterWorking().map((file) => join(folder, file))).toEqual([live]);
      expect(readdirSync(live)).toEqual(['staged-0']);
    });

    it('of another machine stay until a week after the last change within', () => {
      const left = leave(elsewhere);
      eightDays(left);
      expect(leftAfterWorking()).toHaveLength(1);
      eightDays(join(left, 'staged-0'));
      eightDays(left);
      expect(leftAfterWorking()).toEqual([]);
    });

    it('are no links and nothing of another name', async () => {
      const mark = await gone();
      const aim = mkdtempSync(join(tmpdir(), 'aim-'));
      writeFileSync(join(aim, 'kept'), '');
      symlinkSync(aim, join(folder, `loyalty-${mark}-a1B2c3`));
      mkdirSync(join(folder, 'loyalty-a1B2c3'));
      mkdirSync(join(folder, `loyalty-${mark}-a1B2c3-mine`));
      expect(leftAfterWorking()).toHaveLength(3);
      expect(readdirSync(aim)).toEqual(['kept']);
      rmSync(aim, { recursive: true });
    });
  },
);
