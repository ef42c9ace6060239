import { describe, expect, it } from 'vitest';
import { nightShop, type Order, orders, ordersText } from './shop.ts';

const costs = (amount: number, on = '2021-01-10') => [{ kind: 'acquisition', amount, on }];
const dear = (least: number, id = 'dear_orders') => ({
  ...{ id, grain: 'order', unit: 'count' },
  numerator: `count where amount >= ${least}`,
});

type Settings = Record<string, unknown>;

/** What two nights find of January when the configuration, or the orders, change between them. */
const told = async (before: Settings, after: Settings, list: readonly Order[] = orders) => {
  const only = ['orders', 'acquisition_cost', 'dear_orders', 'acquisition_spend'];
  const indicators = { only: only.filter((id) => id !== 'dear_orders' || before.define !== undefined) };
  const shop = nightShop({ indicators, ...before });
  await shop.night('2021-02-15');
  const configuration = JSON.parse(shop.read('loyalty.config.json'));
  shop.write('loyalty.config.json', JSON.stringify({ ...configuration, ...after }));
  shop.write('orders.csv', ordersText(list));
  await shop.night('2021-03-15');
  return shop
    .manifest()
    .restated.map(({ id, causes }) => [id, causes.map(({ code, before: was, now }) => [code, was, now])]);
};

const late: Order = [9, 'F', '2021-01-25', 5];

describe('a change of the configuration', () => {
  it('in its costs is the cause of what is made of them', async () => {
    const changed = [['costs', '100.00', '140.00']];
    expect(await told({ costs: costs(100) }, { costs: costs(140) })).toEqual([
      ['acquisition_spend', changed],
      ['acquisition_cost', changed],
    ]);
  });

  it('in the costs of another period, or of another kind, is none', async () => {
    const more = [...costs(100), ...costs(7, '2021-02-10'), { ...costs(7)[0], kind: 'retention' }];
    expect(await told({ costs: costs(100) }, { costs: more }, [...orders, late])).toEqual([
      ['orders', [['late_orders', '2', '3']]],
      ['acquisition_cost', [['late_orders', '2', '3']]],
    ]);
  });

  it('in a declared indicator is the cause for that one alone', async () => {
    expect(await told({ define: [dear(10)] }, { define: [dear(20)] })).toEqual([
      ['dear_orders', [['define', expect.any(String), expect.any(String)]]],
    ]);
    expect(
      await told({ define: [dear(10)] }, { define: [dear(10), dear(20, 'other')] }, [...orders, late]),
    ).toEqual([['orders', [['late_orders', '2', '3']]]]);
  });

  it('that changed no figure is not the cause of what changes later', async () => {
    const shop = nightShop();
    await shop.night('2021-02-15');
    const text = shop.read('loyalty.config.json');
    shop.write('loyalty.config.json', text.replace('{', '{"minGroup":7,'));
    await shop.night('2021-03-15');
    expect(shop.manifest().restated).toEqual([]);
    shop.write('orders.csv', ordersText([...orders, late]));
    await shop.night('2021-03-16');
    const causes = shop.manifest().restated.flatMap((one) => one.causes.map(({ code }) => code));
    expect(new Set(causes)).toEqual(new Set(['late_orders', 'customers_before']));
  });
});

describe('money spent', () => {
  it('that an export tells late is the cause of what is made of it', async () => {
    const shop = nightShop({
      sources: [
        { role: 'orders', path: 'orders.csv' },
        { role: 'spend', path: 'spend.csv' },
      ],
      indicators: { only: ['acquisition_spend'] },
      history: undefined,
    });
    const spend = 'spent_on,kind,amount\n2021-01-10,acquisition,100.00\n2021-02-10,acquisition,1.00\n';
    shop.write('spend.csv', spend);
    await shop.night('2021-03-15', '--period', '2021-01');
    shop.write('spend.csv', `${spend}2021-01-12,acquisition,20.00\n`);
    await shop.night('2021-03-16', '--period', '2021-01');
    expect(shop.manifest().restated.map(({ causes }) => causes)).toEqual([
      [{ code: 'spend', before: '100.00', now: '120.00' }],
    ]);
  });
});
