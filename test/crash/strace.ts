import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { program } from '../stories/binary.ts';
import { holdToSchemas } from '../support/held.ts';
import { type Call, callsOf } from './calls.ts';

/** The system calls of the main thread that a run makes to write files; its other threads write no output. */
export const writing = [
  'openat',
  'write',
  'pwrite64',
  'fchmod',
  'fsync',
  'close',
  'rename',
  'link',
  'unlink',
  'rmdir',
  'mkdir',
] as const;

const probe = await execa('strace', ['-o', '/dev/null', '-e', 'inject=unlink:error=EIO', 'true'], {
  reject: false,
});

/** Whether strace is installed and may be used. */
export const canTrace = probe.exitCode === 0;

/** Whether all of the sweeps is asked for, and not only what every change is tested with. */
export const deep = process.env.LOYALTY_CRASH === 'deep';

const [chosen, parts] = (process.env.LOYALTY_PART ?? '0/1').split('/').map(Number) as [number, number];

/** The part of some cases that `LOYALTY_PART` names, as `3/40`; all of them where it names none. */
export const partOf = <Case>(
  cases: readonly Case[],
  [which, of]: readonly [number, number] = [chosen, parts],
): Case[] => cases.filter((_, index) => index % of === which);

/** A run that was watched. */
export interface Traced {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly Call[];
}

/** Where a run works, and where its temporary folder lies. */
export interface Surroundings {
  readonly folder: string;
  readonly temporary: string;
}

/** Runs the program under strace, which spoils calls as told: `fsync:error=EIO:when=2`; reports keep their schema. */
export const trace = async (
  argv: readonly string[],
  { folder, temporary }: Surroundings,
  spoiled: readonly string[] = [],
): Promise<Traced> => {
  const log = join(tmpdir(), `trace-${randomUUID()}`);
  const watched = ['-o', log, '-e', `trace=${writing.join()}`];
  const injected = spoiled.flatMap((what) => ['-e', `inject=${what}`]);
  const ended = await execa('strace', [...watched, ...injected, process.execPath, program, ...argv], {
    cwd: folder,
    env: { TMPDIR: temporary },
    reject: false,
    stripFinalNewline: false,
  });
  const calls = callsOf(readFileSync(log, 'utf8'));
  rmSync(log);
  const code = ended.exitCode ?? null;
  if (spoiled.length === 0 || code === 0) holdToSchemas(argv, { code, stdout: ended.stdout }, folder);
  return { code, stdout: ended.stdout, stderr: ended.stderr, calls };
};
