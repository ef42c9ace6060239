import { expect, test } from 'vitest';
import { reportOn } from '../indicators/small-shop.ts';
import { figure } from '../support/cli.ts';

const shop = (...amounts: string[]) => ({
  orders: `order_id,customer_id,ordered_at,amount\n${amounts.map((amount, index) => `${index},c${index},2021-01-0${index + 1},${amount}\n`).join('')}`,
});

const flags = [
  '--period',
  '2021-Q1',
  '--as-of',
  '2021-12-31',
  '--data-through',
  '2021-03-31',
  '--group',
  'value',
];

test('orders of a hundred thousand and more have a mean and its interval', async () => {
  const report = await reportOn(shop('168469.60', '77183.60', '38970.00'), flags);
  const { value, interval } = figure(report, 'average_order_value');
  // mean 284623.2 ÷ 3; s² = Σ(x − mean)² ÷ 2; t(0.975, 2) = 4.30265273; half width t·s ÷ √3
  const mean = 284623.2 / 3;
  const squares = [168469.6, 77183.6, 38970].reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const half = 4.302652729696142 * Math.sqrt(squares / 2 / 3);
  expect(value).toBeCloseTo(mean, 6);
  expect(interval!.low).toBeCloseTo(mean - half, 4);
  expect(interval!.high).toBeCloseTo(mean + half, 4);
});

test('amounts of thirteen digits before the point add up to the last digit', async () => {
  const report = await reportOn(shop('9999999999999.9999', '9999999999999.9999', '0.0001'), flags);
  expect(figure(report, 'revenue').exact).toBe('19999999999999.9999');
  expect(figure(report, 'average_order_value').status).toBe('ok');
});
