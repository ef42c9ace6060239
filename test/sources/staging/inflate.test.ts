import { createHash, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../src/sources/staging/index.ts';
import { doneWith, faultOf, outcomeOf } from './given.ts';

const rows = (count: number): string =>
  Array.from({ length: count }, (_, row) => `${row},client${(row * 7919) % 1000}@example.com,12.30\n`).join(
    '',
  );

const content = Buffer.from(rows(100));
const compressed = gzipSync(content);

describe('inflate', () => {
  it('writes the content and hashes the compressed bytes', async () => {
    const { result, written } = await doneWith(compressed, inflate);
    expect(written.equals(content)).toBe(true);
    expect(result).toEqual({
      bytes: content.length,
      sha256: createHash('sha256').update(compressed).digest('hex'),
    });
  });

  it('tells how far it has read', async () => {
    const seen: number[] = [];
    const bytes = gzipSync(randomBytes(1_000_000));
    await doneWith(bytes, (source, target) =>
      inflate(source, target, { onProgress: (read) => seen.push(read) }),
    );
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('takes several members one after the other, an empty one among them', async () => {
    const members = Buffer.concat([compressed, gzipSync(''), gzipSync('the end\n')]);
    const { written } = await doneWith(members, inflate);
    expect(written.equals(Buffer.concat([content, Buffer.from('the end\n')]))).toBe(true);
  });

  it('takes members that end where a block of the reading ends, or a byte beside', async () => {
    const block = 256 * 1024;
    const overhead = gzipSync(randomBytes(block - 53), { level: 0 }).length - (block - 53);
    for (const shift of [-1, 0, 1, 5, 9]) {
      const noise = randomBytes(block - overhead + shift);
      const first = gzipSync(noise, { level: 0 });
      expect(first.length).toBe(block + shift);
      const bytes = Buffer.concat([first, compressed]);
      const { written } = await doneWith(bytes, inflate);
      expect(written.equals(Buffer.concat([noise, content]))).toBe(true);
    }
  });

  it('refuses a file cut at any byte', async () => {
    for (let length = 0; length < compressed.length; length++) {
      const fault = await faultOf(compressed.subarray(0, length), inflate);
      expect([length, fault.code]).toEqual([length, 'gzip_damaged']);
    }
  }, 30_000);

  it('never takes a file with one bit flipped for another content', async () => {
    let accepted = 0;
    for (let flip = 0; flip < 500; flip++) {
      const damaged = Buffer.from(compressed);
      const bit = flip < 144 ? flip : (flip * 104_729) % (8 * damaged.length);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const outcome = await outcomeOf(damaged, inflate);
      if (outcome.kind === 'fault') {
        expect(outcome.fault.code).toBe('gzip_damaged');
      } else {
        expect([bit, outcome.written.equals(content)]).toEqual([bit, true]);
        accepted++;
      }
    }
    // The time, the flags no one reads and the system's number in the header: 6 bytes and a bit.
    expect(accepted).toBeLessThanOrEqual(60);
  }, 30_000);

  it.each([
    ['a word', Buffer.from('garbage')],
    ['one zero', Buffer.alloc(1)],
    ['zeros before a member', Buffer.concat([Buffer.alloc(3), compressed])],
    ['three megabytes of zeros', Buffer.alloc(3_000_000)],
    ['the first byte of a member', Buffer.of(0x1f)],
  ])('refuses a file followed by %s', async (_, tail) => {
    const fault = await faultOf(Buffer.concat([compressed, tail]), inflate);
    expect(fault.code).toBe('gzip_damaged');
    expect(fault.exit).toBe(3);
  });

  it('refuses what is no gzip file', async () => {
    expect((await faultOf('order_id,amount\n1,2\n', inflate)).code).toBe('gzip_damaged');
  });

  it('refuses a gigabyte of zeros in a megabyte, soon and in little memory', async () => {
    const member = gzipSync(Buffer.alloc(100_000_000));
    const bomb = Buffer.concat(Array.from({ length: 10 }, () => member));
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect((await faultOf(bomb, inflate)).code).toBe('gzip_bomb');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  }, 30_000);

  it('takes a repetitive file below 64 MiB', async () => {
    const zeros = gzipSync(Buffer.alloc(60_000_000));
    const { result } = await doneWith(zeros, inflate);
    expect(result.bytes).toBe(gunzipSync(zeros).length);
  });
});
