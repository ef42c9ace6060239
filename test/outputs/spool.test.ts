import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSpool } from '../../src/outputs/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a private file that grows', () => {
  it('holds every text in its order, for its owner alone', () => {
    const path = join(folder, 'staged-0');
    const spool = makeSpool(path);
    const texts = ['é\n', '', 'x'.repeat(100_000), '\n€'];
    for (const text of texts) spool.write(text);
    expect(spool.isOpen()).toBe(true);
    spool.close();
    spool.close();
    expect(spool.isOpen()).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(texts.join(''));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never takes the place of another', () => {
    const path = join(folder, 'staged-0');
    writeFileSync(path, 'theirs');
    expect(() => makeSpool(path)).toThrow(`The temporary folder ${folder} cannot be used (EEXIST)`);
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });

  it('tells in a sentence that it cannot be made', () => {
    expect(() => makeSpool(join(folder, 'gone', 'staged-0'))).toThrow(
      `The temporary folder ${join(folder, 'gone')} cannot be used (ENOENT)`,
    );
  });
});
