import type { RenderOptions } from '../../src/render/options.ts';
import type { Figure, Report } from '../../src/report/schema.ts';

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A figure of a report made by hand: a count of 0 where nothing else is said. */
export const figure = (given: Partial<Figure> & Pick<Figure, 'id'>): Figure => ({
  segment: null,
  value: 0,
  exact: null,
  unit: 'count',
  numerator: null,
  denominator: null,
  interval: null,
  previous: null,
  change: null,
  status: 'ok',
  notes: [],
  ...given,
});

/** A report made by hand, for 2021-Q2 compared with 2021-Q1. */
export const reportOf = (figures: readonly Figure[], given: Partial<Report> = {}): Report => ({
  schemaVersion: '1.0',
  tool: { name: 'loyalty', version: '0.1.0', engine: 'duckdb 1.5.5' },
  asOf: '2021-07-02',
  dataThrough: '2021-06-30',
  period: {
    label: '2021-Q2',
    start: '2021-04-01',
    stop: '2021-07-01',
    timezone: 'Europe/Paris',
    status: 'complete',
  },
  comparison: { label: '2021-Q1', start: '2021-01-01', stop: '2021-04-01' },
  base: 'previous',
  inputs: [
    {
      path: 'orders.csv',
      role: 'orders',
      profile: 'shopify',
      encoding: 'utf-8',
      bytes: 250000,
      sha256: hash,
      records: 2420,
      reconciliation: {
        records: 2420,
        accepted: 2357,
        rejected: { bad_date: 3 },
        duplicates: 0,
        notCounted: { voided: 40 },
        excluded: 0,
        outsideWindow: 20,
      },
    },
  ],
  figures: [...figures],
  checks: [],
  warnings: [{ code: 'guest_orders', message: '61 orders name no customer.', count: 61, details: ['61'] }],
  ...given,
});

const wilson = { level: 0.95, method: 'wilson' } as const;

/** One figure of each kind, with better, worse, undecided and equal changes. */
export const sample: Report = reportOf([
  figure({
    id: 'customers_at_start',
    value: 524,
    previous: { value: 524, numerator: 524, denominator: null, status: 'ok' },
    change: { absolute: 0, relative: 0, significant: null, p: null },
  }),
  figure({
    id: 'retention_rate',
    unit: 'share',
    value: 214 / 524,
    numerator: 214,
    denominator: 524,
    interval: { low: 0.36712, high: 0.4509, ...wilson },
    previous: { value: 0.3219, numerator: 169, denominator: 525, status: 'ok' },
    change: { absolute: 0.0865, relative: 0.2687, significant: true, p: 0.0038 },
  }),
  figure({
    id: 'churn_rate',
    unit: 'share',
    value: 310 / 524,
    numerator: 310,
    denominator: 524,
    interval: { low: 0.5491, high: 0.63288, ...wilson },
    previous: { value: 0.6781, numerator: 356, denominator: 525, status: 'ok' },
    change: { absolute: -0.0865, relative: -0.1276, significant: true, p: 0.0038 },
    notes: ['history_short'],
  }),
  figure({
    id: 'repeat_customer_rate',
    unit: 'share',
    value: 0.2301,
    numerator: 271,
    denominator: 1178,
    interval: { low: 0.2069, high: 0.255, ...wilson },
    previous: { value: 0.2411, numerator: 280, denominator: 1161, status: 'ok' },
    change: { absolute: -0.011, relative: -0.0456, significant: false, p: 0.53 },
  }),
  figure({
    id: 'days_between_orders',
    unit: 'days',
    value: 31.5,
    numerator: 31.5,
    denominator: 812,
    notes: ['margin=38.25'],
  }),
  figure({
    id: 'revenue',
    unit: 'money',
    value: 26987.31,
    exact: '26987.3100',
    previous: { value: 28011.4, numerator: 28011.4, denominator: null, status: 'ok' },
    change: { absolute: -1024.09, relative: -0.03656, significant: null, p: null },
  }),
  figure({
    id: 'average_order_value',
    unit: 'money',
    value: 11.449855,
    numerator: 26987.31,
    denominator: 2357,
    interval: { low: 11.02, high: 11.88, level: 0.95, method: 't' },
    previous: { value: 10.2, numerator: 28011.4, denominator: 2746, status: 'ok' },
    change: { absolute: 1.249855, relative: 0.1225, significant: true, p: 0.00002 },
  }),
  figure({
    id: 'customer_lifetime_value',
    unit: 'money',
    value: null,
    status: 'undefined',
    notes: ['history_short_for_lifespan'],
  }),
  figure({
    id: 'net_promoter_score',
    unit: 'points',
    value: 46.1538,
    numerator: 90,
    denominator: 195,
    interval: { low: 34.9, high: 55.2, level: 0.95, method: 'adjusted-wald' },
    previous: { value: 50, numerator: 80, denominator: 160, status: 'ok' },
    change: { absolute: -3.8462, relative: -0.0769, significant: true, p: 0.04 },
  }),
  figure({
    id: 'referral_share',
    unit: 'share',
    value: null,
    status: 'unavailable',
    notes: ['needs=customers.referred_by'],
  }),
  figure({ id: 'churn_reasons', value: null, status: 'unavailable', notes: ['needs=customers.end_reason'] }),
  figure({ id: 'content_consumption_rate', unit: 'share', value: null, status: 'unavailable' }),
]);

/** The options of an English page of 80 columns without colour. */
export const options = (given: Partial<RenderOptions> = {}): RenderOptions => ({
  lang: 'en',
  width: 80,
  colour: 0,
  unicode: true,
  csvDialect: 'rfc4180',
  verbose: false,
  ...given,
});

/** The sample's order value and reasons for leaving, broken down by channel. */
export const bySegment: Report = reportOf([
  figure({ id: 'average_order_value', unit: 'money', value: 11.45, numerator: 26987.31, denominator: 2357 }),
  figure({
    id: 'average_order_value',
    segment: { channel: 'web' },
    unit: 'money',
    value: 12.1,
    numerator: 24200,
    denominator: 2000,
    interval: { low: 11.5, high: 12.7, level: 0.95, method: 't' },
  }),
  figure({
    id: 'average_order_value',
    segment: { channel: '=\u202eevil\u001b[2J' },
    unit: 'money',
    value: null,
    status: 'undefined',
    notes: ['suppressed'],
  }),
  figure({ id: 'churn_reasons', value: 3 }),
  figure({ id: 'churn_reasons', segment: { reason: 'price' }, value: 2 }),
  figure({ id: 'churn_reasons', segment: { reason: 'moved | away' }, value: 1 }),
]);
