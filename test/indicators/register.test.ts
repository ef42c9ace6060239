import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groups, type Indicator, type Texts } from '../../src/indicators/define.ts';
import { findIndicator, indicatorIds, indicators } from '../../src/indicators/index.ts';
import { isIndicator } from './is-indicator.ts';

const room = new URL('../../src/indicators/', import.meta.url);

/** Files that define several figures of one family. */
const families: Readonly<Record<string, RegExp>> = {
  'repurchase-within-days': /^repurchase_rate_\d+d$/,
  'score-shares': /^(promoter|passive|detractor)_share$/,
};

const definitions: { file: string; indicator: Indicator }[] = [];
for (const name of readdirSync(room).filter((entry) => entry.endsWith('.ts') && entry !== 'index.ts')) {
  const exported: Record<string, unknown> = await import(new URL(name, room).href);
  const found = Object.values(exported).flat().filter(isIndicator);
  definitions.push(...found.map((indicator) => ({ file: name.replace(/\.ts$/, ''), indicator })));
}

describe('the register', () => {
  it('holds every figure of the folder, each once', () => {
    expect(indicators.map(({ id }) => id).sort()).toEqual(
      definitions.map(({ indicator }) => indicator.id).sort(),
    );
    expect(new Set(indicatorIds).size).toBe(indicators.length);
  });

  it('finds each by its id and nothing else', () => {
    for (const indicator of indicators) expect(findIndicator(indicator.id)).toBe(indicator);
    expect(findIndicator('retention')).toBeUndefined();
    expect(findIndicator('__proto__')).toBeUndefined();
  });

  it('keeps the groups together and in their order', () => {
    const order = [...new Set(indicators.map(({ group }) => group))];
    expect(order).toEqual(Object.keys(groups));
    const runs = indicators.filter(({ group }, at) => indicators[at - 1]?.group !== group);
    expect(runs).toHaveLength(order.length);
  });

  it('has the ids of INDICATORS.md', () => {
    const promised = `customers_at_start retained_customers lost_customers reactivated_customers new_customers
      customers_at_end retention_rate churn_rate returning_customer_share repeat_customer_rate repurchase_rate
      repurchase_rate_30d repurchase_rate_60d repurchase_rate_90d repurchase_rate_180d repurchase_rate_365d
      purchase_frequency days_between_orders orders revenue active_customers identified_orders identified_revenue
      guest_orders refunds unlinked_refunds average_order_value revenue_per_customer items_per_order
      categories_per_customer customer_lifetime_value historic_value acquisition_cost retention_cost
      acquisition_to_retention_cost clv_to_acquisition_cost referral_share net_promoter_score promoter_share
      passive_share detractor_share satisfaction_rate effort_score response_rate churn_reasons
      content_consumption_rate programme_participation_rate points_redemption_rate`.split(/\s+/);
    expect(indicatorIds).toEqual(expect.arrayContaining(promised));
  });
});

describe.each(definitions)('$indicator.id', ({ file, indicator }) => {
  const isFrench = (text: string) => !/[ \u00a0][?:;!%»]|«[ \u00a0]|'|\d \d{3}/.test(text);
  const all: readonly Texts[] = [
    indicator.title,
    indicator.question,
    indicator.formula,
    ...(indicator.remarks === undefined ? [] : [indicator.remarks]),
    ...indicator.edges.map(({ what }) => what),
  ];

  it('stands in the file of its name', () => {
    expect(indicator.id).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
    const family = families[file];
    if (family === undefined) expect(file).toBe(indicator.id.replaceAll('_', '-'));
    else expect(indicator.id).toMatch(family);
  });

  it('speaks English and French, in short titles', () => {
    for (const { en, fr } of all) {
      expect(en.trim()).toBe(en);
      expect(fr.trim()).toBe(fr);
      expect(en).not.toBe('');
      expect(fr).not.toBe('');
      expect(fr, 'narrow no-break spaces and ’').toSatisfy(isFrench);
    }
    expect(indicator.title.en.length).toBeLessThanOrEqual(34);
    expect(indicator.title.fr.length).toBeLessThanOrEqual(34);
    expect(indicator.question.en).toMatch(/\?( \(.*\))?$/);
    expect(indicator.question.fr).toMatch(/\u202f\?( \(.*\))?$/);
  });

  it('names its sources and its needs', () => {
    expect(indicator.source).toMatch(/^(peers|[A-E]( [A-E])*)$/);
    expect(indicator.needs.length).toBeGreaterThan(0);
    for (const need of indicator.needs)
      expect(need).toMatch(/^(orders|customers|surveys|content|spend)(\.[a-z_]+)?$/);
  });

  it('has the unit its computation gives', () => {
    const { kind } = indicator.computation;
    if (kind === 'count' || kind === 'tally') expect(indicator.unit).toBe('count');
    if (kind === 'sum') expect(indicator.unit).toBe('money');
    if (kind === 'share') expect(indicator.unit).toBe('share');
    if (kind === 'net-score') expect(indicator.unit).toBe('points');
  });

  it('is derived from figures that stand before it', () => {
    const { computation } = indicator;
    if (computation.kind !== 'derived') return;
    for (const id of computation.from) {
      expect(indicatorIds).toContain(id);
      expect(indicatorIds.indexOf(id)).toBeLessThan(indicatorIds.indexOf(indicator.id));
    }
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(indicator)).toBe(true);
    expect(Object.isFrozen(indicator.edges[0]?.given)).toBe(true);
  });
});
