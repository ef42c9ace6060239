import { expect, test } from 'vitest';
import type { Question } from './books.ts';
import { dayOf } from './day.ts';
import { decimal, rational } from './rational.ts';
import type { Shop } from './shop.ts';
import { days, figuresOf, firstQuarter, order, spend } from './tiny-shops.ts';

const twoYears: Shop = {
  orders: [
    order('o1', 'c1', '2023-01-01', '10'),
    order('o2', 'c2', '2023-05-01', '20'),
    order('o3', '', '2023-06-01', '30', { email: 'Ana@Shop.example' }),
    order('o4', 'c1', '2024-02-01', '40'),
    order('o5', ' ', '2024-03-01', '50', { email: ' ANA@shop.example ' }),
    order('o6', 'ana@shop.example', '2024-03-02', '60'),
    order('o7', '', '2024-12-20', '20'),
  ],
  customers: null,
  surveys: null,
  content: null,
  spend: [spend('2024-06-01', 'acquisition', '85')],
};

const leapYear: Question = {
  period: days('2024-01-01', '2025-01-01'),
  previous: days('2023-01-01', '2024-01-01'),
  base: 'active:12m',
  asOf: dayOf('2025-06-30'),
};

test('two years and their lifetime value, worked by hand', () => {
  const withDecember: Shop = {
    ...twoYears,
    orders: [...twoYears.orders!, order('o8', '', '2024-12-01', '0')],
  };
  const { short, answers } = figuresOf(withDecember, leapYear);
  // 2023: c1, c2, ana by e-mail. 2024: c1, ana by e-mail, and the id that reads like her e-mail, who is new.
  expect(short('retention_rate')).toBe('2/3');
  expect(short('new_customers')).toBe('1');
  // 40 + 50 + 60 + 20 + 0 over 5 orders; 3 identified orders of 3 customers; 3 customers, of whom c2 left.
  expect(short('lifetime_order_value')).toBe('170/5');
  expect(short('lifetime_orders_per_year')).toBe('3/3');
  expect(short('lifetime_span')).toBe('3/1');
  expect(answers.get('customer_lifetime_value')?.value).toEqual(rational(102)); // 34 × 1 × 3
  expect(answers.get('clv_to_acquisition_cost')?.value).toEqual(decimal('1.2')); // 102 ÷ (85 ÷ 1)
  // Orders on 1 and 20 December: a gap of 19 days, more than the 11 to the end of the year.
  expect(answers.get('orders')?.status).toBe('ok');
});

test('the end of the data marks a period, and the data end before and begin after others', () => {
  // One order day in the 90 days up to 20 December: the largest gap is 0, less than 11.
  expect(figuresOf(twoYears, leapYear).short('orders')).toBe('4 incomplete');
  const after = { ...leapYear, period: days('2025-01-01', '2026-01-01'), previous: leapYear.period };
  expect(figuresOf(twoYears, after).short('orders')).toBe('undefined');
  const before = { ...leapYear, period: days('2022-01-01', '2023-01-01'), previous: null };
  expect(figuresOf(twoYears, before).short('revenue')).toBe('undefined');
  // 2023 is the first year of the data: nobody can have been there at its start.
  const first: Question = { ...leapYear, base: 'previous', period: days('2023-01-01', '2024-01-01') };
  expect(figuresOf(twoYears, first).short('retention_rate')).toBe('undefined');
  expect(figuresOf(twoYears, first).short('customers_at_start')).toBe('3');
});

test('refund rows find their order by name, by its own id, or not at all', () => {
  const shop: Shop = {
    ...twoYears,
    orders: [
      order('o1', 'c1', '2024-01-10', '50'),
      order('o2', 'c1', '2024-01-11', '50', { status: 'voided' }),
      order('o1', 'c1', '2024-02-01', '-5'),
      order('x1', 'c1', '2024-02-01', '7', { refund_of: 'o1' }),
      order('x2', 'c1', '2024-02-01', '-11', { refund_of: 'o2' }),
      order('x3', 'c1', '2024-02-01', '-13'),
    ],
  };
  const { short } = figuresOf(shop, firstQuarter);
  expect(short('orders')).toBe('1 incomplete');
  expect(short('refunds')).toBe('12 incomplete'); // 5 + 7
  expect(short('revenue')).toBe('38 incomplete'); // 50 − 12
  expect(short('unlinked_refunds')).toBe('24 incomplete'); // 11 of a voided order, 13 of none
});
