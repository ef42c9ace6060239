import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What is known of the process that made a file. */
export type Life = 'running' | 'gone' | 'unknown';

/** How the mark of a process reads inside a name: where it runs, its number there, and when it began. */
export const markPattern = '[0-9a-f]{12}-\\d+-\\d+';

const nowhere = '000000000000-0-0';

/** Read as bytes first: where a text is asked for, Node ends the whole process if the file cannot be closed. */
const read = (path: string): string => readFileSync(path).toString('utf8');

/** FNV-1a of 64 bits, of which twelve digits are kept: it tells places apart, and is there before any cryptography is. */
const fingerprint = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0').slice(-12);
};

/**
 * The kernel, the space of process numbers and the user, as one word: two processes of the same place see each other
 * under the numbers they bear. Null where the system does not tell, and where its numbers are those of another space.
 */
const placeHere = (): string | null => {
  const status = read('/proc/self/status');
  if (!/^NSpid:\t\d+$/m.test(status)) return null;
  const uids = /^Uid:\t(.*)$/m.exec(status)?.[1] ?? '';
  const parts = [
    read('/proc/sys/kernel/random/boot_id'),
    readlinkSync('/proc/self/ns/pid'),
    hostname(),
    uids,
  ];
  return fingerprint(parts.join('\n'));
};

interface Process {
  readonly pid: string;
  readonly state: string;
  readonly since: string;
}

/** The name of a program stands in brackets and may hold anything, so the fields are counted from its end. */
const processAt = (which: string): Process => {
  const line = read(`/proc/${which}/stat`);
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { pid: line.slice(0, line.indexOf(' ')), state: fields[0]!, since: fields[19]! };
};

const orNull = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** The mark of this process, for the names of what it may leave behind; one that says nothing where it cannot be known. */
export const ownMark = (): string =>
  orNull(() => {
    const place = placeHere();
    const { pid, since } = processAt('self');
    return place === null ? null : `${place}-${pid}-${since}`;
  }) ?? nowhere;

/**
 * Whether the process of a mark still runs. A number that was given away again is no longer that process; a process of
 * another machine or container is never asked for, so nothing is known of it.
 */
export const lifeOf = (mark: string): Life => {
  const [place, pid, since] = mark.split('-');
  if (place !== orNull(placeHere)) return 'unknown';
  try {
    const found = processAt(pid!);
    return found.since === since && !'ZX'.includes(found.state) ? 'running' : 'gone';
  } catch (error) {
    return ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '') ? 'gone' : 'unknown';
  }
};
