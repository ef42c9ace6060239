import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { grains } from '../../../src/indicators/define.ts';
import type { DeclaredIndicator } from '../../../src/indicators/own/compile.ts';
import type { Figure } from '../../../src/report/schema.ts';
import { fixture } from '../../fixtures/generated.ts';
import { scratch } from '../../stories/scratch.ts';
import { figure, reportOf } from '../../support/cli.ts';

const { write, make, path } = scratch();

type Twin = Pick<DeclaredIndicator, 'grain' | 'unit' | 'numerator' | 'denominator'>;

const share = (grain: Twin['grain'], numerator: string, denominator: string): Twin => ({
  grain,
  unit: 'share',
  numerator,
  denominator,
});

/** Shipped figures said again in the language of a configuration. */
const twins: Readonly<Record<string, Twin>> = {
  customers_at_start: { grain: 'customer', unit: 'count', numerator: 'count where at_start' },
  lost_customers: { grain: 'customer', unit: 'count', numerator: 'count where at_start and not at_end' },
  new_customers: { grain: 'customer', unit: 'count', numerator: 'count where is_new' },
  reactivated_customers: { grain: 'customer', unit: 'count', numerator: 'count where is_reactivated' },
  active_customers: { grain: 'customer', unit: 'count', numerator: 'count where orders_in > 0' },
  retention_rate: share('customer', 'count where at_end', 'count where at_start'),
  churn_rate: share('customer', 'count where not at_end', 'count where at_start = true'),
  repeat_customer_rate: share('customer', 'count where orders_in >= 2', 'count where orders_in >= 1'),
  repurchase_rate: share('customer', 'count where orders_to >= 2', 'count where orders_to >= 1'),
  returning_customer_share: share('customer', 'count where orders_before != 0', 'count where orders_in > 0'),
  repurchase_rate_30d: share(
    'customer',
    'count where days_to_second <= 30',
    'count where days_at_start <= 30 and days_at_stop > 30',
  ),
  programme_participation_rate: share('customer', 'count where enrolled', 'count where orders_in > 0'),
  referral_share: share('customer', 'count where referred', 'count where is_new'),
  content_consumption_rate: share('customer', 'count where regular_reader', 'count where loyal'),
  revenue_per_customer: {
    grain: 'customer',
    unit: 'money',
    numerator: 'sum revenue_in',
    denominator: 'count where orders_in > 0',
  },
  categories_per_customer: {
    grain: 'customer',
    unit: 'ratio',
    numerator: 'sum categories_in',
    denominator: 'count where categories_in > 0',
  },
  points_redemption_rate: {
    grain: 'member',
    unit: 'ratio',
    numerator: 'sum points_redeemed',
    denominator: 'sum points_earned',
  },
  orders: { grain: 'order', unit: 'count', numerator: 'count' },
  guest_orders: { grain: 'order', unit: 'count', numerator: 'count where guest' },
  revenue: { grain: 'order', unit: 'money', numerator: 'sum amount' },
  identified_revenue: { grain: 'order', unit: 'money', numerator: 'sum amount where guest = false' },
  refunds: { grain: 'order', unit: 'money', numerator: 'sum refunded' },
  average_order_value: { grain: 'order', unit: 'money', numerator: 'sum amount', denominator: 'count' },
  items_per_order: {
    grain: 'order',
    unit: 'ratio',
    numerator: 'sum quantity',
    denominator: 'count where quantity is not empty',
  },
  days_between_orders_mean: { grain: 'gap', unit: 'days', numerator: 'sum days', denominator: 'count' },
  unlinked_refunds: { grain: 'refund', unit: 'money', numerator: 'sum amount' },
  promoter_share: share('answer', 'count where score >= 9', 'count where not score is empty'),
  satisfaction_rate: share('answer', 'count where satisfaction >= 4', 'count where satisfaction >= 0'),
  response_rate: share('answer', 'count where answered', 'count where invitations_known'),
  effort_score: {
    grain: 'answer',
    unit: 'ratio',
    numerator: 'sum effort',
    denominator: 'count where effort > 0',
  },
  churn_reasons: { grain: 'departure', unit: 'count', numerator: 'count' },
  acquisition_spend: {
    grain: 'spend',
    unit: 'money',
    numerator: "sum amount where kind = 'acquisition'",
  },
  retention_spend: { grain: 'spend', unit: 'money', numerator: "sum amount where kind != 'acquisition'" },
};

const config = (): string =>
  write(
    'twins.json',
    JSON.stringify({
      define: Object.entries(twins).map(([id, twin]) => ({ id: `own_${id}`, ...twin })),
    }),
  );

const bare = ({ value, numerator, denominator, interval, status, exact }: Figure) => ({
  ...{ value, numerator, status },
  interval: interval?.method === 'wilson' ? interval : null,
  denominator: exact === null ? denominator : null,
});

const filesIn = (folder: string): string[] => [
  `${folder}/orders.csv`,
  ...['customers', 'surveys', 'content', 'spend'].flatMap((role) => [`--${role}`, `${folder}/${role}.csv`]),
];

beforeAll(() => {
  make('large');
  execFileSync(process.execPath, [
    fixture('large/generate.mjs'),
    ...['--customers', '600', '--seed', '11', '--out', path('large')],
  ]);
});

const folders = { small: () => fixture('small'), large: () => path('large') };

describe('a shipped figure said again', () => {
  it('is there for every grain', () => {
    expect(new Set(Object.values(twins).map(({ grain }) => grain))).toEqual(new Set(grains));
  });

  const cases = (Object.keys(folders) as (keyof typeof folders)[]).flatMap((shop) =>
    ['previous', 'active:12m', 'ever', 'contract'].flatMap((base) =>
      [[], ['--by', 'channel', '--min-group', '1'], ['--by', 'customer.country', '--min-group', '1']].map(
        (by) => ({ shop, base, by }),
      ),
    ),
  );
  it.each(cases)('is the same figure: $shop $base $by', async ({ shop, base, by }) => {
    const report = await reportOf([
      ...filesIn(folders[shop]()),
      ...['--config', config(), '--period', '2021-Q2', '--base', base, '--as-of', '2022-01-01', ...by],
    ]);
    for (const id of Object.keys(twins)) {
      const figures = report.figures.filter((one) => one.id === id);
      for (const shipped of figures) {
        if (shipped.segment !== null && id === 'churn_reasons') continue;
        const own = figure(report, `own_${id}`, shipped.segment);
        expect({ id, segment: shipped.segment, ...bare(own) }).toEqual({
          ...{ id, segment: shipped.segment, ...bare(shipped) },
        });
      }
      expect(figures.length, id).toBeGreaterThan(0);
    }
  });
});

const order = fc.record({
  customer: fc.constantFrom('a', 'b', 'c', 'd', ''),
  day: fc.constantFrom('2021-03-31', '2021-04-01', '2021-05-09', '2021-06-30', '2021-07-01'),
  cents: fc.integer({ min: 0, max: 99_999 }),
});

describe('a figure of a random shop', () => {
  it('is what plain loops count in its file', async () => {
    const declared = write(
      'random.json',
      JSON.stringify({
        define: [
          {
            id: 'often',
            grain: 'customer',
            unit: 'share',
            numerator: 'count where orders_in >= 2',
            denominator: 'count where orders_in > 0',
          },
          { id: 'dear', grain: 'order', unit: 'money', numerator: 'sum amount where amount >= 500.005' },
        ],
      }),
    );
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 14 }), async (orders) => {
        const lines = orders.map(
          ({ customer, day, cents }, index) => `${index},${customer},${day},${(cents / 100).toFixed(2)}`,
        );
        const file = write(
          `random-${number++}.csv`,
          `order_id,customer_id,ordered_at,amount\n${lines.join('\n')}\n`,
        );
        const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
        const inside = rows.filter(({ ordered_at: day }) => day! >= '2021-04-01' && day! <= '2021-06-30');
        fc.pre(inside.length > 0);
        const counts = new Map<string, number>();
        for (const { customer_id: customer } of inside)
          if (customer !== '') counts.set(customer!, (counts.get(customer!) ?? 0) + 1);
        const report = await reportOf([
          ...[file, '--config', declared, '--period', '2021-Q2', '--date-format', 'yyyy-mm-dd'],
          ...['--decimal', '.', '--only', 'often,dear'],
        ]);
        expect(figure(report, 'often')).toMatchObject({
          numerator: [...counts.values()].filter((count) => count >= 2).length,
          denominator: counts.size,
        });
        const cents = inside.map(({ amount }) => Number(amount!.replace('.', '')));
        const dear = cents.filter((each) => each > 50_000).reduce((sum, each) => sum + each, 0);
        expect(figure(report, 'dear').exact).toBe((dear / 100).toFixed(2));
      }),
      { numRuns: 25 },
    );
  });
});
