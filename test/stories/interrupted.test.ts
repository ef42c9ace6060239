import { appendFileSync, cpSync, existsSync, readdirSync, truncateSync, utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { loyalty, root, start } from './binary.ts';
import { scratch } from './scratch.ts';

const { path, make } = scratch();
const temporary = make('temporary');
const env = { TMPDIR: temporary };

const large = path('large.csv');
const middling = path('middling.csv');

const generate = (orders: string, out: string) =>
  execa('node', ['bench/generate.mjs', '--orders', orders, '--seed', '3', '--out', out], { cwd: root });

beforeAll(async () => {
  await generate('1500000', large);
  await generate('300000', middling);
});

const left = (): string[] => readdirSync(temporary);

/** Waits until a run has made its temporary folder, and a little more, so that it is at work. */
const atWork = async (): Promise<void> => {
  while (left().length === 0) await wait(5);
  await wait(150);
};

describe('a run over 100 MB that is interrupted', () => {
  it.each([
    ['SIGINT', 130, 'a CSV file', [large], {}],
    ['SIGTERM', 143, 'a CSV file', [large], {}],
    ['SIGINT', 130, 'a standard input that is not over', ['-'], { stdin: 'pipe' }],
    ['SIGTERM', 143, 'a standard input under way', ['-'], { inputFile: large }],
  ] as const)(
    'by %s ends with %i within two seconds and leaves nothing: %s',
    async (signal, exit, _, files, options) => {
      const output = path('report.json');
      const running = start(['kpi', ...files, '--output', output], { env, ...options });
      await atWork();
      running.kill(signal);
      const sent = performance.now();
      const ended = await running;
      expect(performance.now() - sent).toBeLessThan(2000);
      expect(ended.exitCode, String(ended.stderr)).toBe(exit);
      expect(ended.stdout).toBe('');
      expect(ended.stderr).toBe('loyalty: interrupted; nothing was written.\n');
      expect(left()).toEqual([]);
      expect(existsSync(output)).toBe(false);
    },
  );

  it('at any time ends with 130 and without a word on standard output, or had ended before', {
    timeout: 300_000,
  }, async () => {
    const begun = performance.now();
    const whole = await loyalty(['kpi', middling, '--quiet'], { env });
    const lasts = performance.now() - begun;
    for (let part = 1; part <= 8; part++) {
      const running = start(['kpi', middling, '--quiet'], { env });
      await wait((lasts * part) / 8);
      running.kill('SIGINT');
      const { exitCode, signal, stdout } = await running;
      const code = signal === 'SIGINT' ? 130 : exitCode;
      expect([part, code, stdout]).toEqual([part, ...(code === 0 ? [0, whole.stdout] : [130, ''])]);
      expect(left()).toEqual([]);
    }
  });

  it('twice ends at once, without a word, and leaves nothing either', async () => {
    const running = start(['kpi', large], { env });
    await atWork();
    running.kill('SIGINT');
    running.kill('SIGTERM');
    const sent = performance.now();
    const ended = await running;
    expect(performance.now() - sent).toBeLessThan(2000);
    expect([130, 143]).toContain(ended.exitCode);
    expect(ended.stdout).toBe('');
    expect(left()).toEqual([]);
  });
});

describe('a file that changes while it is read', () => {
  it.each([
    [
      'grows',
      (file: string) => appendFileSync(file, 'O-1,C1,c1@a.test,2021-01-01 00:00:00,1.00,EUR,paid,web\n'),
    ],
    ['is cut', (file: string) => truncateSync(file, 50_000_000)],
    ['is written again', (file: string) => utimesSync(file, new Date(), new Date())],
  ])('and %s is refused', async (_, change) => {
    const file = path('changing.csv');
    cpSync(large, file);
    const running = start(['kpi', file, '--quiet'], { env });
    await atWork();
    change(file);
    const ended = await running;
    expect(ended.exitCode, String(ended.stderr)).toBe(3);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^loyalty: [^\n]+\n$/);
    expect(left()).toEqual([]);
  });
});
