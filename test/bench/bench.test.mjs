import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { differences } from '../../bench/agree.mjs';
import { goals, heats } from '../../bench/contestants.mjs';
import { judge, median, ratio } from '../../bench/statistics.mjs';
import { betweenMarkers } from '../../bench/table.mjs';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

const walls = (...seconds) => seconds.map((wall) => ({ wall }));

describe('the generator', () => {
  const generate = (name, ...options) => {
    const out = join(folder, name);
    const { status } = spawnSync(process.execPath, ['bench/generate.mjs', ...options, '--out', out]);
    return { status, read: () => readFileSync(out, 'utf8') };
  };

  it('writes the same bytes for the same seed and others for another', () => {
    const first = generate('a.csv', '--orders', '500', '--seed', '7').read();
    expect(generate('b.csv', '--orders', '500', '--seed', '7').read()).toBe(first);
    expect(generate('c.csv', '--orders', '500', '--seed', '8').read()).not.toBe(first);
  });

  it('writes whole rows: unique unsorted ids, real dates of the three years, cents', () => {
    const rows = parse(generate('d.csv', '--orders', '20000', '--customers', '5000').read(), {
      columns: true,
    });
    const ids = rows.map((row) => row.order_id);
    expect(rows).toHaveLength(20_000);
    expect(new Set(ids).size).toBe(20_000);
    expect(ids).not.toEqual(ids.toSorted());
    for (const row of rows) {
      const instant = new Date(`${row.ordered_at.replace(' ', 'T')}Z`);
      expect(instant.toISOString().slice(0, 19).replace('T', ' ')).toBe(row.ordered_at);
      expect(row.ordered_at >= '2019-01-01' && row.ordered_at < '2022-01-01').toBe(true);
      expect(row.amount).toMatch(/^[1-9]\d{0,2}\.\d{2}$/);
      expect(row.email).toBe(`c${row.customer_id.slice(1)}@a.test`);
    }
  });

  it('refuses a number of orders it has no ids for', () => {
    expect(generate('e.csv', '--orders', '100000001').status).not.toBe(0);
  });
});

describe('medians and ratios', () => {
  it('takes the middle, or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('takes the median of the ratios of each round, not the ratio of the medians', () => {
    expect(ratio(walls(2, 9, 8), walls(1, 3, 8))).toBe(2);
  });

  it('compares only the rounds both ran in', () => {
    expect(ratio(walls(8, 10), walls(1, 2, 100))).toBe(6.5);
    expect(ratio(walls(1), undefined)).toBeNull();
  });
});

describe('goals', () => {
  const goal = { slower: 'a', faster: 'b' };

  it('are met at the bound and missed beyond it, by the share they are missed by', () => {
    const samples = { a: walls(3), b: walls(2) };
    expect(judge({ ...goal, atMost: 1.5 }, samples)).toEqual({ ratio: 1.5, met: true, missedBy: 0 });
    expect(judge({ ...goal, atMost: 1.2 }, samples).missedBy).toBeCloseTo(0.25);
    expect(judge({ ...goal, atLeast: 3 }, samples)).toEqual({ ratio: 1.5, met: false, missedBy: 0.5 });
    expect(judge({ ...goal, atLeast: 3 }, {})).toBeNull();
  });

  it('name contestants that are timed', () => {
    const names = heats.flatMap(({ contestants }) => contestants.map(({ name }) => name));
    const real = ['retail'];
    for (const { slower, faster, peer, seconds } of goals)
      for (const name of [slower, peer, ...(seconds === undefined ? [faster] : [])])
        expect([...names, ...real]).toContain(name);
  });
});

describe('the table in the page', () => {
  const page = 'before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter\n';

  it('replaces what stands between the markers and nothing else', () => {
    expect(betweenMarkers(page, 'new')).toBe(page.replace('old', 'new'));
  });

  it('refuses a page without both markers once each in order', () => {
    for (const broken of ['', '<!-- bench:end --><!-- bench:start -->', page + page])
      expect(() => betweenMarkers(broken, 'new')).toThrow('README.md');
  });
});

describe('agreement', () => {
  const figure = (id, value, numerator = null, denominator = null) => ({ id, value, numerator, denominator });
  const report = (changed) => ({
    figures: [
      figure('orders', 4),
      figure('revenue', 100.1),
      figure('active_customers', 3),
      figure('retention_rate', 0.5, 1, 2),
      figure('repurchase_rate', 0.25, 1, 4),
      figure('average_order_value', 25.025),
    ].map((known) => (known.id === changed?.id ? changed : known)),
  });

  it('allows the last bits of a float and nothing more', () => {
    expect(differences(report(), report(figure('revenue', 100.10000000001)))).toEqual([]);
    expect(differences(report(), report(figure('revenue', 100.11)))).toHaveLength(1);
    expect(differences(report(), report(figure('orders', 5)))).toHaveLength(1);
    expect(differences(report(), report(figure('retention_rate', 0.5, 2, 4)))).toHaveLength(2);
  });

  it('does not take a missing or undefined figure for an equal one', () => {
    expect(() => differences(report(), { figures: [] })).toThrow('orders');
    expect(() => differences(report(figure('revenue', null)), report())).toThrow('revenue');
  });

  it('reads the total, not a segment', () => {
    const segment = { ...figure('orders', 1), segment: { channel: 'web' } };
    const split = { figures: [segment, ...report().figures.map((known) => ({ ...known, segment: null }))] };
    expect(differences(split, report())).toEqual([]);
  });
});
