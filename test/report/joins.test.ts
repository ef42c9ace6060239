import { describe, expect, it } from 'vitest';
import { type Exports, reportOn, withFiles } from '../indicators/small-shop.ts';
import { figure, run } from '../support/cli.ts';

const january = ['--period=2021-01', '--as-of=2021-03-01', '--compare=none', '--min-group=1'];
const sheet = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** By file: people matched, people of the file, people matched again, customers of the orders; rows of unknown people; whether e-mails joined it. */
const joins = async (exports: Exports, ...flags: string[]) => {
  const report = await reportOn(exports, [...january, ...flags]);
  const said = (code: string) => report.warnings.filter((warning) => warning.code === code);
  return {
    report,
    matched: said('people_matched').map(({ message }) => (message.match(/\d+/g) ?? []).map(Number)),
    unknown: said('unknown_people').map(({ count }) => count),
    byEmail: said('joined_by_email').length,
  };
};

/** Shop customers 1 … 6, each with an e-mail and one order; customer 6 has two. */
const orders = sheet(
  'order_id,customer_id,email,ordered_at,amount',
  ...range(6).map((id) => `o${id},${id},c${id}@x.example,2021-01-0${id},10`),
  'o7,6,c6@x.example,2021-01-20,10',
);
/** Ten more who ordered once, and what another system says of them: enough to tell its ids are its own. */
const ten = range(10).map((number) => 10 + number);
const tenOrders = sheet(...ten.map((id) => `o${id},${id},c${id}@x.example,2021-01-15,10`));
const tenForeign = sheet(...ten.map((id) => `crm-${id},c${id}@x.example,FR`));

const byCountry = async (exports: Exports) => {
  const { report, ...found } = await joins(exports, '--by=customer.country');
  const of = (country: string) =>
    report.figures.find(
      ({ id, segment }) => id === 'active_customers' && segment?.['customer.country'] === country,
    )?.value ?? 0;
  return { ...found, countries: [of('FR'), of('DE'), of('(unknown)')] };
};

describe('a customers file finds those who ordered', () => {
  it('by id, where the ids are the shop’s', async () => {
    const customers = sheet(
      'customer_id,email,country',
      '1,c1@x.example,FR',
      '2,new@x.example,DE',
      '9,c9@x.example,FR',
    );
    expect(await byCountry({ orders, customers })).toMatchObject({
      byEmail: 0,
      countries: [1, 1, 4],
      matched: [[2, 3, 2, 6]],
    });
  });

  it('by e-mail, where the ids are those of another system', async () => {
    const customers = sheet(
      'customer_id,email,country',
      'crm-1,c4@x.example,FR',
      'crm-2,C5@X.example ,DE',
      'crm-3,c9@x.example,FR',
    );
    expect(await byCountry({ orders: orders + tenOrders, customers: customers + tenForeign })).toMatchObject({
      byEmail: 1,
      countries: [11, 1, 4],
      matched: [[12, 13, 12, 16]],
    });
  });

  it('by e-mail, where the ids of another system happen to be ids of the shop, some of them', async () => {
    const customers = sheet(
      'customer_id,email,country',
      '1,c4@x.example,FR',
      '102,c5@x.example,DE',
      '103,c6@x.example,DE',
    );
    expect(await byCountry({ orders: orders + tenOrders, customers: customers + tenForeign })).toMatchObject({
      byEmail: 1,
      countries: [11, 2, 3],
      matched: [[13, 13, 13, 16]],
    });
  });

  it('by e-mail, where all ids of another system happen to be ids of the shop', async () => {
    // Customers 1 to 3 of the CRM are customers 4 to 6 of the shop.
    const customers = sheet(
      'customer_id,email,country',
      '1,c4@x.example,FR',
      '2,c5@x.example,DE',
      '3,c6@x.example,DE',
    );
    const found = await byCountry({ orders: orders + tenOrders, customers: customers + tenForeign });
    expect(found).toMatchObject({ byEmail: 1, countries: [11, 2, 3], matched: [[13, 13, 13, 16]] });
  });

  it('by id, where some have changed their e-mail or taken over another’s', async () => {
    const customers = sheet(
      'customer_id,email,country',
      '1,c1@x.example,FR',
      '2,c2@x.example,FR',
      '3,new@x.example,DE',
      '4,c5@x.example,DE',
      '5,c5@x.example,DE',
    );
    expect(await byCountry({ orders, customers })).toMatchObject({
      byEmail: 0,
      countries: [2, 3, 1],
      matched: [[5, 5, 5, 6]],
    });
  });

  it('not at all by an e-mail of two shop customers', async () => {
    const shared = sheet(
      'order_id,customer_id,email,ordered_at,amount',
      '1,A,s@x.example,2021-01-05,10',
      '2,B,s@x.example,2021-01-06,10',
      '3,C,c@x.example,2021-01-06,10',
    );
    const customers = sheet('email,country', 's@x.example,FR', 'c@x.example,DE');
    expect(await byCountry({ orders: shared, customers })).toMatchObject({
      countries: [0, 1, 2],
      matched: [[1, 2, 1, 3]],
    });
  });

  it('once, where its rows repeat one another, and is refused where they disagree', async () => {
    const twice = sheet(
      'customer_id,email,country',
      '1,c1@x.example,FR',
      '1,c1@x.example,FR',
      '2,c2@x.example,DE',
    );
    const found = await byCountry({ orders, customers: twice });
    expect(found).toMatchObject({ countries: [1, 1, 4], matched: [[2, 2, 2, 6]] });
    const differing = {
      orders,
      customers: sheet('customer_id,email,country', '1,c1@x.example,FR', '1,c1@x.example,DE'),
    };
    const { code, stderr } = await withFiles(differing, (files) =>
      run(['kpi', ...files, ...january, '--by=customer.country']),
    );
    expect(code).toBe(3);
    expect(stderr).toContain('1 customers of customers.csv');
  });
});

describe('survey answers', () => {
  it('of unknown people are counted, and stay in the NPS', async () => {
    // Promoters 1 and a stranger, a detractor stranger, nobody in particular: 100 × (2 − 1) ÷ 4.
    const surveys = sheet(
      'customer_id,answered_at,score',
      '1,2021-01-10,9',
      '77,2021-01-11,10',
      '78,2021-01-12,2',
      ',2021-01-13,8',
    );
    const { report, unknown, matched } = await joins({ orders, surveys });
    const { numerator, denominator } = figure(report, 'net_promoter_score');
    expect([numerator, denominator]).toEqual([1, 4]);
    expect(unknown).toEqual([2]);
    expect(matched).toEqual([[1, 3, 1, 6]]);
  });

  it('of people whom the customers file knows are not of unknown people, though they never ordered', async () => {
    const surveys = sheet(
      'customer_id,answered_at,score',
      '1,2021-01-10,9',
      '77,2021-01-11,10',
      '78,2021-01-12,2',
    );
    const customers = sheet('customer_id,country', '1,FR', '77,FR');
    const { unknown, matched } = await joins({ orders, surveys, customers });
    expect(unknown).toEqual([1]);
    expect(matched.toSorted()).toEqual([
      [1, 2, 1, 6],
      [1, 3, 1, 6],
    ]);
  });

  it('find their people by e-mail, where their ids are those of the survey tool', async () => {
    const surveys = sheet(
      'customer_id,email,answered_at,score',
      '1,c6@x.example,2021-01-10,9',
      '2,c5@x.example,2021-01-11,3',
      '3,c4@x.example,2021-01-12,10',
      '4,other@x.example,2021-01-12,10',
      ...ten.map((id) => `tool-${id},c${id}@x.example,2021-01-12,10`),
    );
    const found = await joins({ orders: orders + tenOrders, surveys });
    expect(found).toMatchObject({ byEmail: 1, unknown: [1], matched: [[13, 14, 13, 16]] });
  });

  it('find them by id as long as a few e-mails alone speak against it', async () => {
    const surveys = sheet('customer_id,email,answered_at,score', 'x1,c6@x.example,2021-01-10,9');
    expect(await joins({ orders, surveys })).toMatchObject({
      byEmail: 0,
      unknown: [1],
      matched: [[0, 1, 0, 6]],
    });
  });
});
