import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownMark } from '../../src/leftovers/owner.ts';
import { lockPath, takeLock } from '../../src/nights/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const target = join(folder, 'manifest.json');
const lock = lockPath(target);
const signal = new AbortController().signal;

beforeEach(() => {
  for (const name of readdirSync(folder)) if (!name.endsWith('.mjs')) rmSync(join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = fileURLToPath(new URL('../../src/nights/lock.ts', import.meta.url));

/**
 * A process that takes the lock again and again, and while it has it makes a file that must not be there yet. `die` lets
 * it be killed by itself in the middle, with the lock in its hand, one time in some.
 */
const worker = `
import { openSync, closeSync, unlinkSync, rmSync } from 'node:fs';
import { takeLock } from ${JSON.stringify(source)};
const [target, times, die, seed] = process.argv.slice(2);
let state = Number(seed);
const below = (n) => { state = (state * 1103515245 + 12345) & 0x7fffffff; return (state >> 8) % n; };
for (let time = 0; time < Number(times); time++) {
  const lock = await takeLock(target, 120, new AbortController().signal);
  let fd;
  try { fd = openSync(target + '.inside-' + process.ppid, 'wx'); }
  catch { console.log('two at once'); process.exit(9); }
  closeSync(fd);
  lock.assertHeld();
  await new Promise((resolve) => setTimeout(resolve, below(3)));
  lock.assertHeld();
  unlinkSync(target + '.inside-' + process.ppid);
  if (die !== '0' && below(Number(die)) === 0) process.kill(process.pid, 'SIGKILL');
  lock.release();
  console.log('done');
}
`;

let script = '';
beforeAll(async () => {
  script = join(folder, 'worker.mjs');
  await build({
    stdin: { contents: worker, resolveDir: folder, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  });
});

const works = (
  times: number,
  die: number,
  seed: number,
): Promise<{ code: number | null; done: number; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, target, String(times), String(die), String(seed)]);
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => resolve({ code, said, done: said.split('done').length - 1 }));
  });

describe('a lock', () => {
  it('is held by one of many processes at a time', { timeout: 300_000 }, async () => {
    const all = await Promise.all([1, 2, 3, 4].map((seed) => works(50, 0, seed)));
    expect(all.map(({ code, said }) => [code, said.includes('two at once')])).toEqual(
      all.map(() => [0, false]),
    );
    expect(readdirSync(folder).filter((name) => !name.endsWith('.mjs'))).toEqual([]);
  });

  it('that killed processes leave is taken over by one of those that wait', {
    timeout: 300_000,
  }, async () => {
    let killed = 0;
    for (let round = 0; round < 12; round++) {
      const all = await Promise.all([1, 2, 3, 4].map((seed) => works(6, 6, round * 4 + seed)));
      for (const { code, said } of all) {
        expect(said).not.toContain('two at once');
        expect([0, null]).toContain(code);
        if (code === null) killed++;
      }
    }
    expect(killed).toBeGreaterThan(10);
    (await takeLock(target, 0, signal)).release();
    expect(readdirSync(folder).filter((name) => !name.endsWith('.mjs') && !name.endsWith('.tmp'))).toEqual(
      [],
    );
  });

  it('says who has it, at once or after the wait that was asked for', async () => {
    const held = await takeLock(target, 0, signal);
    await expect(takeLock(target, 0, signal)).rejects.toThrow(`process ${process.pid} on `);
    const before = performance.now();
    await expect(takeLock(target, 1, signal)).rejects.toThrow('is being written by');
    expect(performance.now() - before).toBeGreaterThan(900);
    setTimeout(held.release, 200);
    (await takeLock(target, 30, signal)).release();
    expect(existsSync(lock)).toBe(false);
  });

  it('is waited for until the run is interrupted', async () => {
    const held = await takeLock(target, 0, signal);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('interrupted')), 100);
    await expect(takeLock(target, 600, controller.signal)).rejects.toThrow('interrupted');
    held.release();
  });

  it('of another machine is taken over ten minutes after its last sign of life, not before', async () => {
    writeFileSync(lock, '0123456789ab-4711-99 0123456789ab elsewhere\n');
    await expect(takeLock(target, 0, signal)).rejects.toThrow('process 4711 on elsewhere');
    const { mtimeMs } = statSync(lock);
    utimesSync(lock, mtimeMs / 1000 - 540, mtimeMs / 1000 - 540);
    await expect(takeLock(target, 0, signal)).rejects.toThrow('process 4711 on elsewhere');
    utimesSync(lock, mtimeMs / 1000 - 660, mtimeMs / 1000 - 660);
    (await takeLock(target, 0, signal)).release();
    expect(existsSync(lock)).toBe(false);
  });

  it('of a number that was given to another process is nobody’s', async () => {
    const [place, pid, since] = ownMark().split('-');
    writeFileSync(lock, `${place}-${pid}-${Number(since) - 1} 0123456789ab here\n`);
    (await takeLock(target, 0, signal)).release();
    writeFileSync(lock, `${place}-${pid}-${since} 0123456789ab here\n`);
    await expect(takeLock(target, 0, signal)).rejects.toThrow('is being written by');
  });

  it('that was taken away is noticed before anything is written', async () => {
    const held = await takeLock(target, 0, signal);
    writeFileSync(lock, 'another\n');
    expect(held.assertHeld).toThrow('took this one for dead');
    held.release();
    expect(existsSync(lock)).toBe(true);
  });
});
