import { createHash } from 'node:crypto';
import { closeSync, fstatSync, linkSync, readdirSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, LoyaltyError, systemCodeOf } from '../errors.ts';
import { lifeOf, markPattern } from '../leftovers/owner.ts';
import { sweep } from '../leftovers/sweep.ts';
import { quietly, temporaries } from '../leftovers/temporaries.ts';
import { type Marked, makeMarked, openNew, readAt } from './marked.ts';

/** The right to write a set of files, until it is given back. */
export interface Lock {
  /** Refuses to go on where the right was lost, to whoever took this process for dead. */
  readonly assertHeld: () => void;
  readonly release: () => void;
}

/** How often a holder shows that it lives, and after how long without that it is taken for dead where nobody can tell. */
const beat = 20_000;
const lease = 10 * 60_000;

/** The name of a lock beside what it guards. */
export const lockPath = (target: string): string =>
  join(dirname(target), `.${basename(target)}.loyalty-lock`);

const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Gives the marked file the name of the lock as well, if nothing has it; on disks without links, writes it there. */
const putNew = (path: string, marked: Marked): boolean => {
  try {
    linkSync(marked.temporary, path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    if (!noLinks.has(systemCodeOf(error))) throw error;
  }
  try {
    const fd = openNew(path, marked.text);
    closeSync(marked.fd);
    marked.fd = fd;
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

const isDead = ({ text, touched }: { text: string; touched: number }, now: number): boolean => {
  const mark = new RegExp(`^(${markPattern}) `).exec(text)?.[1];
  const life = mark === undefined ? 'unknown' : lifeOf(mark);
  return life === 'gone' || (life === 'unknown' && now - touched > lease);
};

/**
 * Takes a name for a marked file. What a dead process left under it is replaced by the one who first took the name of
 * the right to replace just that, which no other content ever has; so of two who find it dead, one replaces it.
 */
const take = (path: string, marked: Marked, depth = 0): boolean => {
  for (let tries = 0; tries < 20; tries++) {
    if (putNew(path, marked)) return true;
    const found = readAt(path);
    if (found === null) continue;
    if (depth === 4 || !isDead(found, marked.made)) return false;
    const right = `${path}-${createHash('sha256').update(found.text).digest('hex').slice(0, 16)}`;
    const claim = makeMarked(path);
    try {
      if (!take(right, claim, depth + 1)) return false;
      try {
        if (readAt(path)?.text !== found.text) continue;
        renameSync(marked.temporary, path);
        return true;
      } finally {
        quietly(() => unlinkSync(right));
      }
    } finally {
      closeSync(claim.fd);
      quietly(() => unlinkSync(claim.temporary));
    }
  }
  return false;
};

/** What killed processes left beside a lock; its holder may remove their rights, as what they are about is gone. */
const removeLeft = (path: string, fd: number): void =>
  quietly(() => {
    const prefix = `${basename(path)}-`;
    sweep(dirname(path), temporaries, fstatSync(fd));
    for (const name of readdirSync(dirname(path)))
      if (name.startsWith(prefix)) quietly(() => unlinkSync(join(dirname(path), name)));
  });

/** Does some work about a lock; what the system refuses is told as a fault that names it. */
const orTold = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw fault('not_written', [path, systemCodeOf(error)]);
  }
};

const tryTake = (path: string): Lock | null => {
  const marked = makeMarked(path);
  let taken = false;
  try {
    taken = take(path, marked);
  } finally {
    quietly(() => unlinkSync(marked.temporary));
    if (!taken) closeSync(marked.fd);
  }
  if (!taken) return null;
  removeLeft(path, marked.fd);
  const isOurs = (): boolean => readAt(path)?.text === marked.text;
  const beating = setInterval(() => quietly(() => writeSync(marked.fd, marked.text, 0)), beat).unref();
  return {
    assertHeld: () => {
      if (!orTold(path, isOurs)) throw fault('lock_lost', [path]);
    },
    release: () => {
      clearInterval(beating);
      quietly(() => closeSync(marked.fd));
      quietly(() => {
        if (isOurs()) unlinkSync(path);
      });
    },
  };
};

const holderOf = (path: string): string => {
  const [, pid, host] = /^[0-9a-f]{12}-(\d+)-\d+ \S+ (\S+)/.exec(readAt(path)?.text ?? '') ?? [];
  return pid === undefined ? 'another run' : `process ${pid} on ${host}`;
};

/**
 * Takes the right to write what `target` is the last file of, waiting up to so many seconds for whoever has it. A holder
 * that was killed has it no longer; one of whom nothing can be known, on another machine, loses it ten minutes after its
 * last sign of life.
 */
export const takeLock = async (target: string, wait: number, signal: AbortSignal): Promise<Lock> => {
  const path = lockPath(target);
  const pause = (waited: number): number => Math.min(1000, 50 + waited / 10);
  try {
    for (let waited = 0; ; ) {
      signal.throwIfAborted();
      const lock = tryTake(path);
      if (lock !== null) return lock;
      if (waited >= wait * 1000) throw fault('lock_held', [target, holderOf(path), path]);
      const next = pause(waited);
      waited += next;
      await sleep(next, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  } catch (error) {
    if (error instanceof LoyaltyError || systemCodeOf(error) === 'unknown' || signal.aborted) throw error;
    throw fault('not_written', [path, systemCodeOf(error)]);
  }
};
