import { cpSync, linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, expect } from 'vitest';
import { loyalty, root } from './binary.ts';
import { type Scratch, scratch } from './scratch.ts';

/** A folder with the small shop in it, and runs there that must fail. */
export interface FaultyRuns extends Scratch {
  /** The sentence of a run that must fail with this exit code, saying nothing else. */
  readonly sentence: (code: number, ...argv: string[]) => Promise<string>;
}

/**
 * Makes the folder: the small shop, with `link.csv` and `hard.csv` leading to its orders. After every test the orders
 * are as they were and no run has left anything in its temporary folder.
 */
export const faultyRuns = (): FaultyRuns => {
  const place = scratch();
  const { folder, path, make } = place;
  const temporary = make('temporary');
  for (const name of ['orders.csv', 'customers.csv', 'surveys.csv', 'content.csv'])
    cpSync(`${root}fixtures/small/${name}`, path(name));
  symlinkSync('orders.csv', path('link.csv'));
  linkSync(path('orders.csv'), path('hard.csv'));
  const before = readFileSync(path('orders.csv'));
  afterEach(() => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(readFileSync(path('orders.csv'))).toEqual(before);
  });
  return {
    ...place,
    sentence: async (code, ...argv) => {
      const ended = await loyalty(argv, { cwd: folder, env: { TMPDIR: temporary }, input: '' });
      expect(ended.code, ended.stderr).toBe(code);
      expect(ended.stdout).toBe('');
      expect(ended.stderr).toMatch(/^loyalty: [^\n]+\n$/);
      return ended.stderr.slice('loyalty: '.length, -1);
    },
  };
};
