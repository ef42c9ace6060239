import { existsSync, fstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import {
  flattenJson,
  inflate,
  type Source,
  type StagingOptions,
  transcode,
} from '../../../src/sources/staging/index.ts';
import { sourceOf } from './given.ts';

const folder = mkdtempSync(join(tmpdir(), 'stage-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Work = (source: Source, target: string, options: StagingOptions) => Promise<unknown>;

const lines = '{"order_id":"A1","amount":12.30}\n'.repeat(200_000);
const works: [string, Work, Buffer][] = [
  ['inflate', inflate, gzipSync(Buffer.from(lines), { level: 0 })],
  [
    'transcode',
    (source, target, options) => transcode(source, 'windows-1252', target, options),
    Buffer.from(lines),
  ],
  [
    'flattenJson',
    (source, target, options) => flattenJson(source, 'ndjson', target, options),
    Buffer.from(lines),
  ],
];

describe.each(works)('%s', (name, work, bytes) => {
  const target = join(folder, `${name}.csv`);

  it('stops when its signal fires, with its reason, and leaves no target', async () => {
    const reason = new Error('enough');
    const abort = new AbortController();
    const onProgress = (read: number): void => {
      if (read > 1_000_000) abort.abort(reason);
    };
    const source = sourceOf(bytes);
    await expect(work(source, target, { signal: abort.signal, onProgress })).rejects.toBe(reason);
    expect(existsSync(target)).toBe(false);
    expect(fstatSync(source.fd).size).toBe(bytes.length);
  });

  it('does not begin when its signal has fired already', async () => {
    const reason = new Error('too late');
    const seen: number[] = [];
    const options = { signal: AbortSignal.abort(reason), onProgress: (read: number) => void seen.push(read) };
    await expect(work(sourceOf(bytes), target, options)).rejects.toBe(reason);
    expect(seen).toEqual([]);
    expect(existsSync(target)).toBe(false);
  });

  it('leaves a file alone that stands where the target should', async () => {
    writeFileSync(target, 'mine');
    await expect(work(sourceOf(bytes), target, {})).rejects.toMatchObject({ code: 'no_room', exit: 5 });
    expect(readFileSync(target, 'utf8')).toBe('mine');
    rmSync(target);
  });

  it('says that a target in no folder could not be written', async () => {
    await expect(work(sourceOf(bytes), join(folder, 'none', 'x'), {})).rejects.toMatchObject({
      code: 'no_room',
    });
  });

  it('refuses a source that has become shorter', async () => {
    const source = { ...sourceOf(bytes), bytes: bytes.length + 1 };
    await expect(work(source, target, {})).rejects.toMatchObject({ code: 'file_changed', exit: 3 });
    expect(existsSync(target)).toBe(false);
  });

  it('reads twice from the same descriptor, wherever its position is', async () => {
    const source = sourceOf(bytes);
    await work(source, target, {});
    const once = readFileSync(target);
    rmSync(target);
    await work(source, target, {});
    expect(readFileSync(target).equals(once)).toBe(true);
    rmSync(target);
  });
});
