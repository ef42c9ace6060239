import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorIds, indicators } from '../../src/indicators/index.ts';
import type { Figure } from '../../src/report/schema.ts';
import { reportOn, smallShop } from './small-shop.ts';

describe('asked for alone', () => {
  const asked = ['--period', '2021-Q2', '--by', 'customer.country'];
  let full: readonly Figure[] = [];
  beforeAll(async () => {
    full = (await reportOn(smallShop, asked)).figures;
  });

  it.each(indicatorIds)('%s is what it is in the full report', async (id) => {
    const { figures } = await reportOn(smallShop, [...asked, '--only', id]);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures).toEqual(full.filter((one) => one.id === id));
  });

  it.each([...new Set(indicators.map(({ group }) => group))])(
    '--group %s is its figures and no other',
    async (group) => {
      const { figures } = await reportOn(smallShop, [...asked, '--group', group]);
      const members = indicators.filter((one) => one.group === group).map(({ id }) => id);
      expect([...new Set(figures.map(({ id }) => id))]).toEqual(members);
      expect(figures).toEqual(full.filter(({ id }) => members.includes(id)));
    },
  );
});
