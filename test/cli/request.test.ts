import { describe, expect, it } from 'vitest';
import { kpiOptions, validate } from '../../src/cli/options.ts';
import { requestOf } from '../../src/cli/request.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { KpiRequest } from '../../src/report/request.ts';
import { profiles } from '../../src/sources/profiles/index.ts';
import { codeOf, faultOf } from '../support/faults.ts';

const now = new Date('2022-01-31T23:30:00Z');
const request = (
  flags: Record<string, unknown> = {},
  orders: readonly string[] = ['orders.csv'],
): KpiRequest => requestOf(orders, validate(kpiOptions, flags), now);
const ids = (flags: Record<string, unknown>): string[] => request(flags).indicators.map(({ id }) => id);

describe('the files of a request', () => {
  it('carry their roles in the order in which roles are read', () => {
    const { files } = request(
      { spend: ['s.csv'], surveys: ['a.csv', 'b.csv'], customers: ['c.csv'], content: ['-'] },
      ['o1.csv', 'o2.csv'],
    );
    expect(files.map(({ role, path }) => `${role} ${path}`)).toEqual([
      'orders o1.csv',
      'orders o2.csv',
      'customers c.csv',
      'surveys a.csv',
      'surveys b.csv',
      'content -',
      'spend s.csv',
    ]);
  });

  it('are needed', () => {
    expect(codeOf(() => request({}, []))).toBe('no_files');
    expect(request({ surveys: ['a.csv'] }, []).files).toHaveLength(1);
  });
});

describe('the figures of a request', () => {
  it('are all of them, in their order, unless some are named', () => {
    expect(ids({})).toEqual(indicators.map(({ id }) => id));
  });

  it('are named in lists, repeated or not, and keep the order of the report', () => {
    expect(ids({ only: ['revenue, orders', 'churn_rate'] })).toEqual(
      indicators.map(({ id }) => id).filter((id) => ['revenue', 'orders', 'churn_rate'].includes(id)),
    );
  });

  it('are named by group, beside single ones, less what is left out', () => {
    const group = indicators.filter((indicator) => indicator.group === 'nps').map(({ id }) => id);
    expect(ids({ group: ['nps'] })).toEqual(group);
    expect(ids({ group: ['nps'], only: ['orders'] })).toEqual([...ids({ only: ['orders'] }), ...group]);
    expect(ids({ group: ['nps'], except: ['passive_share'] })).toEqual(
      group.filter((id) => id !== 'passive_share'),
    );
    expect(ids({ except: ['orders'] })).toHaveLength(indicators.length - 1);
  });

  it('are refused where one is none, with the nearest', () => {
    const fault = faultOf(() => ids({ only: ['retention'] }));
    expect(fault.code).toBe('unknown_indicator');
    expect(fault.message).toContain('retention_rate');
    expect(codeOf(() => ids({ except: ['nonsense'] }))).toBe('unknown_indicator');
    expect(codeOf(() => ids({ group: ['money'] }))).toBe('unknown_group');
    expect(codeOf(() => ids({ group: ['constructor'] }))).toBe('unknown_group');
    expect(codeOf(() => ids({ only: [','] }))).toBe('bad_flag');
    expect(codeOf(() => ids({ only: ['orders'], except: ['orders'] }))).toBe('bad_flag');
  });
});

describe('the base', () => {
  it.each([
    ['previous', { kind: 'previous' }],
    ['ever', { kind: 'ever' }],
    ['contract', { kind: 'contract' }],
    ['active:12m', { kind: 'active', label: 'active:12m' }],
    ['active:90d', { kind: 'active', label: 'active:90d' }],
  ])('%s', (text, base) => {
    expect(request({ base: text, customers: ['c.csv'] }).base).toMatchObject(base);
  });

  it('of contracts needs the customers', () => {
    expect(codeOf(() => request({ base: 'contract' }))).toBe('base_without_customers');
  });

  it('of no days is refused', () => {
    expect(codeOf(() => request({ base: 'active:0m' }))).toBe('bad_duration');
  });
});

describe('the breakdown', () => {
  it.each([
    ['channel', { scope: 'order', name: 'channel' }],
    ['Sales Rep', { scope: 'order', name: 'Sales Rep' }],
    ['customer.country', { scope: 'customer', name: 'country' }],
    ['first.channel', { scope: 'first', name: 'channel' }],
    ['first.discounted', { scope: 'first', name: 'discounted' }],
    ['shop.name', { scope: 'order', name: 'shop.name' }],
  ])('%s', (by, breakdown) => {
    expect(request({ by, customers: ['c.csv'] }).by).toEqual(breakdown);
  });

  it('needs the file that holds the attribute', () => {
    expect(codeOf(() => request({ by: 'customer.country' }))).toBe('breakdown_without_file');
    expect(codeOf(() => request({ by: 'channel', surveys: ['a.csv'] }, []))).toBe('breakdown_without_file');
    expect(codeOf(() => request({ by: 'first.channel', surveys: ['a.csv'] }, []))).toBe(
      'breakdown_without_file',
    );
  });
});

describe('shares and durations stay exact', () => {
  it.each([
    ['30%', 30n, 2],
    ['0.3', 3n, 1],
    ['0,3', 3n, 1],
    ['12.5 %', 125n, 3],
    ['100%', 100n, 2],
    ['0.333333', 333333n, 6],
    ['0', 0n, 0],
    ['1', 1n, 0],
  ])('--margin %s', (margin, units, scale) => {
    expect(request({ margin }).margin).toEqual({ units, scale });
  });

  it.each([
    ['18m', 1.5],
    ['3y', 3],
    ['6m', 0.5],
    ['104w', 728 / 365.25],
    ['1461d', 4],
  ])('--lifespan %s', (lifespan, years) => {
    const { numerator, denominator } = request({ lifespan }).lifespan!;
    expect([numerator.scale, denominator.scale]).toEqual([0, 0]);
    expect(Number(numerator.units) / Number(denominator.units)).toBeCloseTo(years, 2);
  });

  it('18 months are three halves, not a decimal of them', () => {
    const { numerator, denominator } = request({ lifespan: '18m' }).lifespan!;
    expect(numerator.units * 2n).toBe(denominator.units * 3n);
  });

  it.each(['3', 'y', '-1y', '0y', '1.5y', '3 years old', '201y'])('--lifespan %s is refused', (lifespan) => {
    expect(codeOf(() => request({ lifespan }))).toBe('bad_duration');
  });
});

describe('the day it is reckoned from', () => {
  it('is given, else that of the moment in the zone of the request', () => {
    expect(request({ asOf: '2021-06-30' }).asOf).toBe('2021-06-30');
    expect(request().asOf).toBe('2022-01-31');
    expect(request({ timezone: 'Asia/Tokyo' }).asOf).toBe('2022-02-01');
    expect(request({ timezone: 'America/New_York' }).asOf).toBe('2022-01-31');
  });

  it('stands in a zone that exists', () => {
    expect(codeOf(() => request({ timezone: 'Europe/Pariss' }))).toBe('unknown_timezone');
    expect(codeOf(() => request({ timezone: '+02:00' }))).toBe('unknown_timezone');
    expect(codeOf(() => request({ timezone: 'CST' }))).toBe('unknown_timezone');
  });
});

describe('the rest of a request', () => {
  it('has its defaults', () => {
    expect(request()).toMatchObject({
      period: 'all',
      compare: 'previous',
      base: { kind: 'previous' },
      by: null,
      dataThrough: null,
      timezone: 'UTC',
      fiscalStart: null,
      declared: { delimiter: null, dateOrder: null, decimal: null, rules: [] },
      encoding: null,
      excludes: [],
      onlyWhere: [],
      currency: null,
      countStatuses: null,
      grain: null,
      answers: 'last',
      npsScale: null,
      lifespan: null,
      margin: null,
      loyalOrders: 2,
      contentMinimum: 1,
      minGroup: 5,
      maxRejects: 0.01,
      allowUnterminated: false,
      threads: null,
      memory: null,
    });
  });

  it('reads what was declared about the files', () => {
    expect(
      request({ map: ['orders.amount=Net'], decimal: ',', dateFormat: 'mm/dd/yyyy', delimiter: ';' })
        .declared,
    ).toEqual({
      delimiter: ';',
      dateOrder: 'mdy',
      decimal: ',',
      rules: [{ role: 'orders', field: 'amount', column: 'Net' }],
      profiles: profiles(),
      chosenProfiles: [],
    });
    expect(request({ profile: ['stripe-payments,none'] }).declared.chosenProfiles).toEqual([
      'stripe-payments',
      'none',
    ]);
    expect(codeOf(() => request({ profile: ['shopify'] }))).toBe('unknown_profile');
  });

  it('writes statuses as words and currencies in capitals', () => {
    expect(request({ countStatus: 'Payée, En cours de préparation,PAID' }).countStatuses).toEqual([
      'payee',
      'en_cours_de_preparation',
      'paid',
    ]);
    expect(request({ currency: 'eur' }).currency).toBe('EUR');
  });

  it.each([
    ['nps=0-10', [0, 10]],
    ['nps = 1-5', null],
    ['nps=1–5', [1, 5]],
    ['score=0 - 10', [0, 10]],
    ['surveys.score=1-10', [1, 10]],
    ['10', null],
    ['nps=ten', null],
  ])('--scale %s', (scale, expected) => {
    if (expected === null) expect(codeOf(() => request({ scale: [scale] }))).toBe('bad_rule');
    else expect(request({ scale: [scale] }).npsScale).toEqual(expected);
  });

  it('allows no reject under --strict, whatever --max-rejects says', () => {
    expect(request({ strict: true, maxRejects: '5%' }).maxRejects).toBe(0);
  });

  it('refuses a fiscal start that is none', () => {
    expect(codeOf(() => request({ fiscalStart: '04-31' }))).toBe('bad_fiscal_start');
    expect(request({ fiscalStart: '04-01' }).fiscalStart).toBe('04-01');
  });
});
