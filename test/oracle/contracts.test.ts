import { expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { customer, figuresOf, firstQuarter } from './tiny-shops.ts';

test('contracts in 2024-Q1, worked by hand', () => {
  const shop: Shop = {
    orders: [],
    customers: [
      customer('k1', { started_at: '2023-01-01' }),
      customer('k2', { started_at: '2023-01-01', ended_at: '2024-02-01', end_reason: 'price' }),
      customer('k3', { started_at: '2022-01-01', ended_at: '2023-12-31', end_reason: 'price' }),
      customer('k3', { started_at: '2024-01-15' }),
      customer('k4', { started_at: '2024-03-31' }),
      customer('k5', { started_at: '2024-01-10', ended_at: '2024-03-01', end_reason: 'price' }),
      customer('k6', { started_at: '2023-05-01', ended_at: '2024-01-01', end_reason: 'service' }),
      customer('k7', { started_at: '2023-05-01', ended_at: '2024-04-01', end_reason: 'moved away' }),
      customer('k8', { started_at: '2024-04-01' }),
      customer('k9', { started_at: '2023-01-01', ended_at: '2024-01-10' }),
      customer('k9', { started_at: '2024-02-01' }),
    ],
    surveys: null,
    content: null,
    spend: null,
  };
  const { short, answers } = figuresOf(shop, { ...firstQuarter, base: 'contract' });
  // At the start: k1, k2, k6 (its first day without is 1 January), k7, k9. At the end: k1, k3, k4, k7, k9.
  expect(short('customers_at_start')).toBe('5');
  expect(short('retained_customers')).toBe('3'); // k1, k7, k9
  expect(short('lost_customers')).toBe('2'); // k2, k6
  expect(short('reactivated_customers')).toBe('1'); // k3
  expect(short('new_customers')).toBe('1'); // k4; k5 came and went
  expect(short('customers_at_end')).toBe('5');
  expect(short('retention_rate')).toBe('3/5');
  expect(short('churn_reasons[price]')).toBe('2'); // k2, k5; k3 left in December
  expect(short('churn_reasons[service]')).toBe('1');
  expect(answers.has('churn_reasons[moved away]')).toBe(false);
  // An empty orders file: counts and sums 0, ratios undefined; exports that were not given: unavailable.
  expect(short('orders')).toBe('0');
  expect(short('revenue')).toBe('0');
  expect(short('average_order_value')).toBe('undefined');
  expect(short('returning_customer_share')).toBe('undefined');
  expect(short('net_promoter_score')).toBe('unavailable');
  expect(short('acquisition_cost')).toBe('unavailable');
});
