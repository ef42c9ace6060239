import { describe, expect, it } from 'vitest';
import { nightShop, orders, ordersText } from './shop.ts';

/** Two configurations over one shop that add to one history; the second counts from another order on. */
const twoRuns = (history: string) => {
  const shop = nightShop({ history });
  const first = JSON.parse(shop.read('loyalty.config.json'));
  shop.write('other.csv', ordersText(orders.filter(([number]) => number !== 4)));
  const second = {
    ...first,
    sources: [{ role: 'orders', path: 'other.csv' }],
    outputs: [{ format: 'json', path: 'other/kpi.json' }],
    manifest: 'other/manifest.json',
  };
  shop.write('other.config.json', JSON.stringify(second));
  const other = (asOf: string) => shop.night(asOf, '--config', shop.path('other.config.json'));
  return { shop, other, restated: () => JSON.parse(shop.read('other/manifest.json')).restated };
};

const ordersOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ id, period }) => id === 'orders' && period === '2021-01')
    .map(({ asOf, value, manifest }) => [asOf, value, manifest]);

describe('two configurations that add to one history', () => {
  it('never take the figures of one for those of the other', async () => {
    const { shop, other, restated } = twoRuns('out/history.ndjson');
    await shop.night('2021-02-15');
    await other('2021-02-15');
    await other('2021-02-16');
    await shop.night('2021-02-16');
    expect([shop.manifest().restated, restated()]).toEqual([[], []]);
    expect(ordersOf(shop.read('out/history.ndjson'))).toEqual([
      ['2021-02-15', 2, 'manifest.json'],
      ['2021-02-15', 1, '../other/manifest.json'],
    ]);
    shop.write('other.csv', ordersText(orders));
    await other('2021-03-15');
    await shop.night('2021-03-15');
    expect(shop.manifest().restated).toEqual([]);
    expect(restated().map(({ id }: { id: string }) => id)).toContain('orders');
  });

  it('need a manifest each, unless one is taken over by force', async () => {
    const shop = nightShop();
    await shop.night('2021-02-15');
    shop.write('renamed.json', shop.read('loyalty.config.json'));
    const before = shop.read('out/manifest.json');
    const { code, stderr } = await shop.attempt('2021-02-16', '--config', shop.path('renamed.json'));
    expect([code, stderr]).toEqual([
      5,
      expect.stringContaining('manifest of loyalty.config.json and this run is of renamed.json'),
    ]);
    expect(shop.read('out/manifest.json')).toBe(before);
    await shop.night('2021-02-16', '--config', shop.path('renamed.json'), '--force');
    await shop.night('2021-02-17', '--config', shop.path('renamed.json'));
  });
});

describe.each(['out/history.ndjson', 'out/history.csv'])(
  'lines that do not say whose they are, in %s',
  (history) => {
    it('are the run’s own, and stay', async () => {
      const shop = nightShop({ history });
      await shop.night('2021-02-15');
      const whole = shop.read(history);
      const older = whole
        .replaceAll(/,"manifest":"[^"]*"/g, '')
        .replaceAll(/,(manifest|"manifest\.json")$/gm, '');
      expect(older).not.toBe(whole);
      shop.write(history, older);
      await shop.night('2021-02-16');
      expect(shop.read(history)).toBe(older);
      shop.write('orders.csv', ordersText([...orders, [9, 'B', '2021-01-25', 5]]));
      await shop.night('2021-03-15');
      expect(shop.manifest().restated.map(({ id, old }) => [id, old.value])).toContainEqual(['orders', 2]);
      const once = shop.read(history);
      await shop.night('2021-03-15');
      expect(shop.read(history)).toBe(once);
    });
  },
);
