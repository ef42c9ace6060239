import { expect, test } from 'vitest';
import { dayOf } from './day.ts';
import { decimal, rational } from './rational.ts';
import type { Shop } from './shop.ts';
import { customer, figuresOf, firstQuarter, order, read, reply, spend } from './tiny-shops.ts';

const teaShop: Shop = {
  orders: [
    order('o1', 'c1', '2023-10-05', '20.00'),
    order('o2', 'c2', '2023-11-10', '30.00'),
    order('o3', 'c3', '2023-06-01', '10.00'),
    order('o4', 'c1', '2024-01-10', '40.50', { refunded: '0.50', quantity: '3' }),
    order('o5', 'c1', '2024-02-09', '9.50', { category: 'mugs' }),
    order('o6', 'c3', '2024-03-31', '25.00'),
    order('o7', 'c4', '2024-02-29', '15.00'),
    order('o8', '', '2024-01-20', '8.00'),
    order('o9', 'c2', '2024-03-01', '99.00', { status: 'cancelled' }),
    order('o7', 'c4', '2024-02-29', '15.00'),
    order('r1', 'c1', '2024-04-02', '-10.00', { refund_of: 'o4' }),
    order('r2', 'c1', '2024-02-15', '-3.00'),
  ],
  customers: [
    customer('c1', { enrolled_at: '2023-12-01', points_earned: '100', points_redeemed: '40' }),
    customer('c3', { enrolled_at: '2024-04-01' }),
    customer('c4', { referred_by: 'c1', points_earned: '50', points_redeemed: '10' }),
  ],
  surveys: [
    reply('a1', 'c1', '2024-01-05', ['9', '5', '7']),
    reply('a2', 'c1', '2024-01-05', ['6', '3', '2']),
    reply('a3', 'c2', '2024-02-01', ['10', '4', '6']),
    reply('a4', '', '2024-03-31', ['8', '1', '1']),
    reply('a5', 'c4', '2024-03-01', []),
    reply('a6', 'c3', '2024-04-01', ['0', '1', '1']),
  ],
  content: [
    read('c1', '2024-01-02', 'open'),
    read('c1', '2024-02-29', 'view'),
    read('c1', '2024-03-31', 'click'),
    read('c3', '2024-01-02', 'sent'),
    read('c3', '2024-02-02', 'open'),
    read('c3', '2024-03-02', 'visit'),
  ],
  spend: [
    spend('2024-01-05', 'acquisition', '100.00'),
    spend('2023-12-31', 'acquisition', '50.00'),
    spend('2024-02-01', 'retention', '40.00'),
  ],
};

test('a tea shop in 2024-Q1, worked by hand', () => {
  const { short, answers } = figuresOf(teaShop, firstQuarter);
  const expected: Record<string, string> = {
    // Bought in 2023-Q4: c1, c2. In 2024-Q1: c1, c3, c4 (o9 is cancelled).
    customers_at_start: '2',
    retained_customers: '1', // c1
    lost_customers: '1', // c2
    reactivated_customers: '1', // c3, who bought in June 2023
    new_customers: '1', // c4
    customers_at_end: '3',
    retention_rate: '1/2',
    churn_rate: '1/2',
    returning_customer_share: '2/3', // c1 and c3 of c1, c3, c4
    repeat_customer_rate: '1/3', // c1 has o4 and o5
    repurchase_rate: '2/4', // c1 and c3 of c1, c2, c3, c4
    repurchase_rate_30d: '0/1', // c4: 29 February + 30 days is 30 March
    repurchase_rate_60d: '0/1', // c2: 10 November + 60 days is 9 January
    repurchase_rate_90d: '0/2', // c1: 3 January, came on the 10th; c2: 8 February
    repurchase_rate_180d: 'undefined', // c1: 2 April; c2: 8 May; c3: 28 November; c4: 27 August
    repurchase_rate_365d: 'undefined',
    purchase_frequency: '4/3',
    days_between_orders: '97/3', // 30 (c1), 97 (c1), 304 (c3): the middle one
    days_between_orders_mean: '431/3', // 30 + 97 + 304
    orders: '5', // o4 to o8, the copy of o7 folded
    revenue: '87.5', // (40.50 − 0.50 − 10.00) + 9.50 + 25 + 15 + 8
    active_customers: '3',
    identified_orders: '4',
    identified_revenue: '79.5',
    guest_orders: '1',
    refunds: '10.5', // 0.50 of the column, 10.00 of r1 though it is dated in April
    unlinked_refunds: '3',
    average_order_value: '87.5/5',
    revenue_per_customer: '79.5/3',
    items_per_order: '7/5', // 3 + 1 + 1 + 1 + 1
    categories_per_customer: '4/3', // c1: tea and mugs, c3: tea, c4: tea
    historic_value: '139.5/4', // c1 20 + 30 + 9.50, c2 30, c3 10 + 25, c4 15
    historic_value_median: '32.5/4', // 15, 30, 35, 59.50
    lifetime_order_value: '147.5/8', // 10 + 20 + 30 + 87.50 over o1 to o8
    lifetime_orders_per_year: '7/4',
    lifetime_span: 'undefined', // the data begin in June 2023, after April 2022
    customer_lifetime_value: 'undefined',
    acquisition_spend: '100',
    retention_spend: '40',
    acquisition_cost: '100/1',
    retention_cost: '40/1',
    acquisition_to_retention_cost: '100/40', // (100 ÷ 1) ÷ (40 ÷ 1)
    clv_to_acquisition_cost: 'undefined',
    referral_share: '1/1',
    net_promoter_score: '0/3', // 6 (the later line of c1), 10, 8
    promoter_share: '1/3',
    passive_share: '1/3',
    detractor_share: '1/3',
    satisfaction_rate: '1/3', // 3, 4, 1
    satisfaction_mean: '8/3',
    effort_score: '9/3', // 2 + 6 + 1
    response_rate: '4/5', // a1 to a4 of a1 to a5
    content_consumption_rate: '1/2', // of the loyal c1 and c3, c3 was only sent something in January
    programme_participation_rate: '1/3', // c1; c3 enrolled on the day the quarter stopped
    points_redemption_rate: '50/150',
  };
  expect(Object.fromEntries(Object.keys(expected).map((id) => [id, short(id)]))).toEqual(expected);
  expect([...answers.keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
  expect(answers.get('average_order_value')?.value).toEqual(decimal('17.5'));
  expect(answers.get('days_between_orders')?.value).toEqual(rational(97));
  expect(answers.get('net_promoter_score')?.value).toEqual(rational(0));
});

test('the tea shop as known one day before the quarter ends', () => {
  // o6 (31 March) and r1 (April) are not known yet: 40.00 + 9.50 + 15 + 8; the answer a4 neither.
  const { short } = figuresOf(teaShop, { ...firstQuarter, asOf: dayOf('2024-03-30') });
  expect(short('revenue')).toBe('72.5 incomplete');
  expect(short('refunds')).toBe('0.5 incomplete');
  expect(short('active_customers')).toBe('2 incomplete');
  expect(short('response_rate')).toBe('3/4 incomplete');
  expect(short('repurchase_rate_365d')).toBe('undefined');
});

test('the tea shop under the other bases of orders', () => {
  // Ever: c1, c2, c3 bought before; c1 and c3 came.
  const ever = figuresOf(teaShop, { ...firstQuarter, base: 'ever' });
  expect(ever.short('retention_rate')).toBe('2/3');
  expect(ever.short('reactivated_customers')).toBe('0');
  // Twelve months: all three at the start, all four at the end (c2 in November 2023).
  const year = figuresOf(teaShop, { ...firstQuarter, base: 'active:12m' });
  expect(year.short('customers_at_end')).toBe('4');
  // The data begin on 1 June 2023, not before 1 April 2023 = stop − 12 months.
  expect(year.short('retention_rate')).toBe('undefined');
  expect(year.short('lost_customers')).toBe('0');
});
