import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formOf } from '../../src/nights/forms.ts';
import { coveredBy, nextHistory, readHistory } from '../../src/nights/history.ts';
import { type HistoryLine, keyOf } from '../../src/nights/line.ts';
import { nightShop } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;
const newPath = (ending: string): string => join(folder, `h${number++}${ending}`);

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const amount = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0));

const line: fc.Arbitrary<HistoryLine> = fc.record({
  asOf: fc.constantFrom('2021-01-01', '2021-02-01', '2021-03-01'),
  period: fc.constantFrom('2020-12', '2021-01', 'ytd 2021-01-01..2021-01-31'),
  start: fc.constant('2020-12-01'),
  stop: fc.option(fc.constant('2021-02-01')),
  timezone: fc.constant('Europe/Paris'),
  base: fc.constantFrom('previous', 'active:12m'),
  version: fc.constant('1.2.3-rc.1'),
  settings: fc.constant('0123456789ab'),
  id: fc.constantFrom('orders', 'revenue'),
  segment: fc.option(
    fc.dictionary(
      text.filter((name) => name !== '__proto__'),
      text,
      { minKeys: 1, maxKeys: 1 },
    ),
  ),
  value: amount,
  exact: fc.option(fc.constantFrom('12.30', '-5.00')),
  numerator: amount,
  denominator: amount,
  status: fc.constantFrom('ok', 'undefined', 'incomplete', 'unavailable'),
  manifest: fc.constantFrom(null, 'a/manifest.json'),
});

/** Writes a history anew with the lines of one night. */
const night = async (path: string, asOf: string, lines: readonly HistoryLine[]): Promise<void> => {
  const own = lines.map((one) => ({ ...one, asOf, manifest: 'a/manifest.json' }));
  const earlier = await readHistory(path, asOf, 'a/manifest.json');
  const next = await nextHistory(path, asOf, own, coveredBy(own, null), earlier, newPath('.spool'));
  if (next !== null) writeFileSync(path, readFileSync((next.content as { spooled: string }).spooled));
};

const read = (path: string): HistoryLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(formOf(path).head === null ? 0 : 1, -1)
    .map((row) => formOf(path).read(row)!);

describe.each(['.ndjson', '.csv'])('a history %s', (ending) => {
  it('gives back every line that is written, each on one row', () => {
    fc.assert(
      fc.property(line, (one) => {
        const written = formOf(ending).write(one);
        expect(written).not.toMatch(/[\r\n]/);
        expect(formOf(ending).read(written)).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells of each figure what each night knew, however often a night is run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('2021-01-01', '2021-02-01', '2021-03-01'),
            fc.array(line, { maxLength: 4 }),
          ),
          {
            maxLength: 5,
          },
        ),
        async (given) => {
          const path = newPath(ending);
          const nights = given.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
          const known = new Map<string, string>();
          for (const [asOf, list] of nights) {
            const distinct = [...new Map(list.map((one) => [keyOf(one), one])).values()];
            await night(path, asOf, distinct);
            const after = existsSync(path) ? readFileSync(path, 'utf8') : '';
            await night(path, asOf, distinct);
            expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(after);
            for (const one of distinct)
              known.set(keyOf(one), JSON.stringify([one.value, one.status, one.exact]));
          }
          if (!existsSync(path)) return;
          const lines = read(path);
          expect(new Set(lines.map((one) => `${one.asOf} ${keyOf(one)}`)).size).toBe(lines.length);
          const last = new Map(
            lines.toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1)).map((one) => [keyOf(one), one]),
          );
          for (const [key, said] of known) {
            const found = last.get(key)!;
            expect(JSON.stringify([found.value, found.status, found.exact])).toBe(said);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the history of a shop', () => {
  it.each(['out/history.ndjson', 'out/history.csv'])(
    '%s cut at any byte of its last line is mended by the next night',
    async (history) => {
      const shop = nightShop({ history });
      await shop.night('2021-02-15');
      const whole = shop.read(history);
      const bytes = Buffer.byteLength(whole);
      const last = Buffer.byteLength(whole.trimEnd().split('\n').at(-1)!);
      for (const cut of [1, 2, 10, last, last + 1]) {
        truncateSync(shop.path(history), bytes - cut);
        const { stderr } = await shop.night('2021-02-15');
        expect(shop.read(history)).toBe(whole);
        expect(stderr.includes('was cut off')).toBe(cut > 1 && cut <= last);
      }
    },
  );

  it('is left alone where a line in it is none of ours', async () => {
    const shop = nightShop();
    await shop.night('2021-02-15');
    const damaged = shop.read('out/history.ndjson').replace('\n', '\nhello\n');
    shop.write('out/history.ndjson', damaged);
    const manifest = shop.read('out/manifest.json');
    const { code, stderr } = await shop.attempt('2021-03-15');
    expect(code).toBe(5);
    expect(stderr).toContain('Line 2 of the history');
    expect([shop.read('out/history.ndjson'), shop.read('out/manifest.json')]).toEqual([damaged, manifest]);
    expect(existsSync(shop.path('out/2021-02'))).toBe(false);
  });

  it('gets a line for a figure only where it changed', async () => {
    const shop = nightShop();
    const lines = (): string[] => shop.read('out/history.ndjson').trimEnd().split('\n');
    await shop.night('2021-02-15');
    const first = lines();
    expect(first).toHaveLength(11);
    await shop.night('2021-02-16');
    expect(lines()).toEqual(first);
    await shop.night('2021-03-15');
    expect(lines()).toHaveLength(22);
    expect(lines().slice(0, 11)).toEqual(first);
  });

  it('keeps the lines of later nights when an earlier one is run by force', async () => {
    const shop = nightShop();
    await shop.night('2021-03-15', '--period', '2021-01');
    const later = shop.read('out/history.ndjson');
    expect((await shop.attempt('2021-02-15', '--period', '2021-01')).code).toBe(5);
    await shop.night('2021-02-15', '--period', '2021-01', '--force');
    expect(shop.read('out/history.ndjson').startsWith(later)).toBe(true);
  });
});
