import { describe, expect, it } from 'vitest';
import { nightShop, type Order, orders, ordersText } from './shop.ts';

const with_ = (more: readonly Order[], without: readonly number[] = []): string =>
  ordersText([...orders.filter(([number]) => !without.includes(number)), ...more]);

/** January's figures that a second night finds changed: `id old → now`, each with `cause before → now`. */
const changes: readonly {
  readonly what: string;
  readonly text: string;
  readonly found: readonly string[];
}[] = [
  { what: 'nothing', text: ordersText(orders), found: [] },
  {
    what: 'a late order of a known customer',
    text: with_([[9, 'B', '2021-01-25', 5]]),
    found: ['orders 2 → 3: late_orders 2 → 3', 'revenue 30.00 → 35.00: late_orders 2 → 3'],
  },
  {
    what: 'an order taken out',
    text: with_([], [4]),
    found: [
      'active_customers 2 → 1: removed_orders 2 → 1',
      'orders 2 → 1: removed_orders 2 → 1',
      'revenue 30.00 → 10.00: removed_orders 2 → 1',
    ],
  },
  {
    what: 'a refund',
    text: with_([[4, 'B', '2021-01-20', 20, 5]], [4]),
    found: ['revenue 30.00 → 25.00: refunds 0.00 → 5.00'],
  },
  {
    what: 'a refund beside a late order',
    text: with_(
      [
        [4, 'B', '2021-01-20', 20, 5],
        [9, 'B', '2021-01-25', 5],
      ],
      [4],
    ),
    found: ['orders 2 → 3: late_orders 2 → 3 refunds 0.00 → 5.00'],
  },
  {
    what: 'an amount put right',
    text: with_([[4, 'B', '2021-01-20', 19]], [4]),
    found: ['revenue 30.00 → 29.00: amounts 30.00 → 29.00'],
  },
  {
    what: 'two customers found to be one',
    text: with_([[4, 'A', '2021-01-20', 20]], [4]),
    found: ['active_customers 2 → 1: merged_ids 2 → 1'],
  },
  {
    what: 'a customer of December found late',
    text: with_([[9, 'F', '2020-12-28', 5]]),
    found: ['customers_at_start 1 → 2: customers_before 1 → 2'],
  },
];

describe.each(['out/history.ndjson', 'out/history.csv'])(
  'what the night after finds of January, from %s',
  (history) => {
    it.each(changes)('$what', async ({ text, found }) => {
      const shop = nightShop({ history });
      await shop.night('2021-02-15');
      expect(shop.manifest().restated).toEqual([]);
      shop.write('orders.csv', text);
      const { stdout } = await shop.night('2021-03-15');
      const told = shop.manifest().restated.map(({ period, id, segment, old, now, causes }) => {
        expect([period, segment, old.asOf]).toEqual(['2021-01', null, '2021-02-15']);
        const reasons = causes.map(({ code, before, now }) => `${code} ${before} → ${now}`);
        return `${id} ${old.exact ?? old.value} → ${now.exact ?? now.value}: ${reasons.join(' ')}`;
      });
      expect(told.sort()).toEqual([...found].sort());
      expect(stdout.includes('Restated:')).toBe(found.length > 0);
      const once = [shop.read('out/manifest.json'), shop.read(history)];
      await shop.night('2021-03-15');
      expect([shop.read('out/manifest.json'), shop.read(history)]).toEqual(once);
      await shop.night('2021-04-15');
      expect(shop.manifest().restated).toEqual([]);
    });
  },
);

describe('a figure of a closed period', () => {
  it('is found changed from the manifest alone, where no history is kept, and so on the same day again', async () => {
    const shop = nightShop({ history: undefined });
    await shop.night('2021-02-15');
    shop.write('orders.csv', with_([[9, 'B', '2021-01-25', 5]]));
    await shop.night('2021-03-15', '--period', '2021-01');
    const first = shop.read('out/manifest.json');
    const { restated, previous } = shop.manifest();
    expect(restated.map(({ id, old, now }) => [id, old.value, now.value])).toEqual([
      ['orders', 2, 3],
      ['revenue', 30, 35],
    ]);
    expect(previous).toEqual({ asOf: '2021-02-15', period: '2021-01' });
    await shop.night('2021-03-15', '--period', '2021-01');
    expect(shop.read('out/manifest.json')).toBe(first);
  });

  it('by another base is another definition', async () => {
    const shop = nightShop();
    await shop.night('2021-02-15');
    shop.write('loyalty.config.json', shop.read('loyalty.config.json').replace('{', '{"base":"ever",'));
    await shop.night('2021-03-15');
    const { restated } = shop.manifest();
    expect(restated.map(({ id, old, now }) => [id, old.value, now.value])).toEqual([
      ['customers_at_start', 1, 2],
    ]);
    expect(restated[0]!.causes.map(({ code }) => code)).toEqual(['definition', 'customers_before']);
  });

  it('of a segment that nobody is in any more has no value, and is told once', async () => {
    const shop = nightShop({ by: 'channel', minGroup: 1, indicators: { only: ['orders'] } });
    await shop.night('2021-02-15');
    shop.write('orders.csv', with_([[4, 'B', '2021-01-20', 20, 0, 'web']], [4]));
    await shop.night('2021-03-15');
    const told = shop.manifest().restated.map(({ segment, old, now }) => [segment, old.value, now.value]);
    expect(told).toEqual([
      [{ channel: 'web' }, 1, 2],
      [{ channel: 'shop' }, 1, null],
    ]);
    await shop.night('2021-04-15');
    expect(shop.manifest().restated).toEqual([]);
  });

  it('is asked again as far back as `restate` says', async () => {
    const late = with_([
      [9, 'B', '2021-01-25', 5],
      [10, 'B', '2021-02-25', 5],
    ]);
    for (const [restate, periods] of [
      [0, []],
      [1, ['2021-02']],
      [2, ['2021-01', '2021-02']],
    ] as const) {
      const shop = nightShop({ restate });
      await shop.night('2021-02-15');
      await shop.night('2021-03-15');
      shop.write('orders.csv', late);
      await shop.night('2021-04-15');
      expect([...new Set(shop.manifest().restated.map(({ period }) => period))]).toEqual(periods);
    }
  });

  it('made of answers changes with late ones', async () => {
    const shop = nightShop({
      sources: [{ role: 'surveys', path: 'surveys.csv' }],
      indicators: { only: ['net_promoter_score'] },
    });
    const answers = ['1,A,2021-01-05,10', '2,B,2021-01-06,2', '3,C,2021-02-06,9', '4,C,2021-03-06,9'];
    const text = (list: readonly string[]): string =>
      ['response_id,customer_id,answered_at,score', ...list, ''].join('\n');
    shop.write('surveys.csv', text(answers));
    await shop.night('2021-02-15');
    shop.write('surveys.csv', text([...answers, '5,D,2021-01-30,9']));
    await shop.night('2021-03-15');
    expect(shop.manifest().restated.map(({ id, causes }) => [id, causes])).toEqual([
      ['net_promoter_score', [{ code: 'late_answers', before: '2', now: '3' }]],
    ]);
  });

  it('is held to what it was by whole data, whatever a cut export showed in between', async () => {
    const shop = nightShop();
    const daily = Array.from({ length: 14 }, (_, day): Order => [20 + day, 'D', `2020-12-${18 + day}`, 1]);
    const text = (list: readonly Order[]): string => ordersText([...daily, ...list]);
    const night = async (asOf: string, list: readonly Order[]) => {
      shop.write('orders.csv', text(list));
      await shop.night(asOf, '--period', '2021-01');
      return shop.manifest().restated.map(({ id, old, now }) => [id, old.value, now.value, now.status]);
    };
    const without4 = orders.filter(([number]) => number !== 4);
    await night('2021-03-15', orders);
    expect(await night('2021-03-16', orders.slice(0, 3))).toContainEqual(['orders', 2, 1, 'incomplete']);
    expect(await night('2021-03-17', without4)).toEqual([
      ['orders', 2, 1, 'ok'],
      ['revenue', 30, 10, 'ok'],
      ['active_customers', 2, 1, 'ok'],
    ]);
    await night('2021-03-18', orders.slice(0, 3));
    expect(await night('2021-03-19', without4)).toEqual([]);
  });

  it('that had no value and has none is not told', async () => {
    const shop = nightShop({ indicators: { only: ['repeat_customer_rate'] } });
    shop.write('orders.csv', with_([], [3, 4]));
    await shop.night('2021-02-15');
    shop.write('orders.csv', ordersText(orders.slice(0, 2)));
    await shop.night('2021-03-15');
    expect(shop.manifest().restated).toEqual([]);
  });
});
