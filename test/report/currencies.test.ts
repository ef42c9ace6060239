import { describe, expect, it } from 'vitest';
import { report } from '../../src/report/schema.ts';
import { figure, run } from '../support/cli.ts';

const flags = ['--period', '2021-01', '--as-of', '2021-03-01', '--compare', 'none', '--format', 'json'];

/** Orders of 10.00 on days one after another, each in one of the currencies. */
const asked = (...currencies: string[]) => {
  const rows = currencies.map(
    (currency, index) => `o${index},c${index},2021-01-0${index + 1},10.00,${currency}`,
  );
  const file = ['order_id,customer_id,ordered_at,amount,currency,status', ...rows.map(counted)];
  return run(['kpi', '-', ...flags], `${file.join('\n')}\n`);
};

/** A currency behind an asterisk is that of an order that was called off. */
const counted = (row: string): string =>
  row.includes('*') ? `${row.replace('*', '')},cancelled` : `${row},paid`;

describe('the currency of orders', () => {
  it.each([
    { given: ['EUR', 'EUR'], orders: 2 },
    { given: ['EUR', 'eur', ' Eur '], orders: 3 },
    { given: ['', 'chf', 'CHF', ''], orders: 4 },
    { given: ['', ''], orders: 2 },
    { given: ['*USD', 'EUR', 'EUR', '*GBP'], orders: 2 },
    { given: ['sék', 'SÉK'], orders: 2 },
  ])('is one in $given', async ({ given, orders }) => {
    const { code, stdout, stderr } = await asked(...given);
    expect(stderr).not.toContain('currencies');
    expect(code).toBe(0);
    expect(figure(report.parse(JSON.parse(stdout)), 'orders').value).toBe(orders);
  });

  it.each([
    { given: ['EUR', 'USD'], told: 'EUR, USD' },
    { given: ['', 'eur', 'Usd', 'USD'], told: 'EUR, USD' },
    { given: ['CHF', 'chf', '*SEK', 'EUR '], told: 'CHF, EUR' },
  ])('is not one in $given', async ({ given, told }) => {
    const { code, stdout, stderr } = await asked(...given);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(told);
  });
});
