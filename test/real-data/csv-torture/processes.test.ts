import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readInProcesses } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = join(folder, 'behave.mjs');
writeFileSync(
  script,
  `process.on('message', (path) => {
     if (path === 'dies') process.kill(process.pid, 'SIGSEGV');
     else if (path === 'ends') process.exit(7);
     else if (path === 'loops') for (;;);
     else process.send({ kind: 'broken', what: path });
   });`,
);

describe('a file that is read in a process of its own', () => {
  it('is the only one to blame where the process dies or never answers', async () => {
    const paths = ['one', 'dies', 'two', 'loops', 'three', 'ends', 'four'];
    const outcomes = await readInProcesses(script, paths, { count: 2, limit: 3000 });
    expect(Object.fromEntries(outcomes)).toEqual({
      one: { kind: 'broken', what: 'one' },
      dies: { kind: 'crashed', what: 'SIGSEGV' },
      two: { kind: 'broken', what: 'two' },
      loops: { kind: 'hung' },
      three: { kind: 'broken', what: 'three' },
      ends: { kind: 'crashed', what: '7' },
      four: { kind: 'broken', what: 'four' },
    });
  });
});
