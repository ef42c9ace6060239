import { describe, expect, it } from 'vitest';
import { report } from '../../src/report/schema.ts';
import { figure, run } from '../support/cli.ts';
import { scratch } from './scratch.ts';

const { write } = scratch();

const lines = (...records: string[]): string => records.map((record) => `${record}\n`).join('');

/** The figures of a run that ended well, sums of money as text, with the codes of its warnings. */
const asked = async (figures: string, ...argv: string[]) => {
  const ended = await run(['kpi', ...argv, '--only', figures, '--min-group', '1', '--format', 'json']);
  expect({ code: ended.code, stderr: ended.code === 0 ? '' : ended.stderr }).toEqual({ code: 0, stderr: '' });
  const said = report.parse(JSON.parse(ended.stdout));
  return {
    of: (id: string, segment: Record<string, string> | null = null) => {
      const { exact, value } = figure(said, id, segment);
      return exact ?? value;
    },
    warnings: said.warnings.map(({ code }) => code),
  };
};

const refused = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(['kpi', ...argv]);
  expect([code === 0, stdout]).toEqual([false, '']);
  return `${code} ${stderr.replace(/\/\S*\//g, '')}`;
};

const etsy = (status: boolean): string =>
  write(
    `etsy-${status}.csv`,
    lines(
      `Sale Date,Order ID,Buyer User ID,Order Total,Order Net,Currency${status ? ',Status' : ''},Discount Amount,Number of Items`,
      `01/15/21,1,u1,100.00,80.00,EUR${status ? ',Refunded' : ''},0,1`,
      `01/16/21,2,u2,50.00,40.00,EUR${status ? ',Completed' : ''},0,1`,
    ),
  );

describe('refunds that the status tells', () => {
  it('are those of the mapped amount', async () => {
    const { of, warnings } = await asked('revenue,refunds', etsy(true), '--map', 'orders.amount=Order Net');
    expect([of('revenue'), of('refunds')]).toEqual(['40.00', '80.00']);
    expect(warnings).toContain('refunds_by_status');
  });

  it('are none, and said to be unknown, without a column of statuses', async () => {
    const { of, warnings } = await asked('revenue,refunds', etsy(false));
    expect([of('revenue'), of('refunds')]).toEqual(['150.00', '0.00']);
    expect(warnings).toEqual(expect.arrayContaining(['statuses_unknown', 'refunds_unknown']));
    expect(warnings).not.toContain('refunds_by_status');
  });
});

const shopify = (name: string, ...rows: string[]): string =>
  write(
    name,
    lines(
      'Name,Email,Financial Status,Currency,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Source',
      ...rows,
    ),
  );

const twoOrders = shopify(
  'two.csv',
  '#1,a@example.com,paid,EUR,25.00,10.00,2021-01-05 10:00:00 +0100,1,Mug,10.00,,0.00,web',
  '#1,a@example.com,,,,,2021-01-05 10:00:00 +0100,2,Cup,10.00,,,',
  '#2,b@example.com,paid,EUR,15.00,0.00,2021-01-06 10:00:00 +0100,1,Mug,10.00,,0.00,web',
);

describe('orders whose first line holds what is theirs', () => {
  it('are discounted where any line is', async () => {
    const { of } = await asked('revenue', twoOrders, '--by', 'discounted');
    expect([of('revenue', { discounted: 'true' }), of('revenue', { discounted: 'false' })]).toEqual([
      '25.00',
      '15.00',
    ]);
  });

  it('add up their lines where a user maps the amount to a product of columns', async () => {
    const map = 'orders.amount=[Lineitem quantity]*[Lineitem price]';
    expect((await asked('revenue', twoOrders, '--map', map)).of('revenue')).toBe('40.00');
  });

  it('keep all their lines when a currency is picked', async () => {
    const foreign = '#3,c@example.com,paid,USD,9.00,0.00,2021-01-07 10:00:00 +0100,4,Mug,9.00,,0.00,web';
    const path = shopify(
      'currencies.csv',
      '#1,a@example.com,paid,EUR,25.00,10.00,2021-01-05 10:00:00 +0100,1,Mug,10.00,,0.00,web',
      '#1,a@example.com,,,,,2021-01-05 10:00:00 +0100,2,Cup,10.00,,,',
      foreign,
    );
    const { of } = await asked('revenue,items_per_order', path, '--currency', 'EUR');
    expect([of('revenue'), of('items_per_order')]).toEqual(['25.00', 3]);
  });

  it('are not told by a column that differs between their lines', async () => {
    expect(await refused(twoOrders, '--by', 'Lineitem name')).toMatch(
      /^3 .*Lineitem name differs between the lines of 1 orders/,
    );
  });

  it('are refused where they stand in two files', async () => {
    const newer = shopify(
      'newer.csv',
      '#2,b@example.com,voided,EUR,15.00,0.00,2021-01-06 10:00:00 +0100,1,Mug,10.00,,0.00,web',
    );
    expect(await refused(twoOrders, newer)).toMatch(/^3 .*two\.csv, newer\.csv hold 1 order ids twice/);
  });
});

describe('files that are not of one kind', () => {
  it('are refused where one holds lines and another whole orders', async () => {
    const plain = write(
      'plain.csv',
      lines('order_id,email,ordered_at,amount', '9,a@example.com,2021-01-09,5.00'),
    );
    expect(await refused(twoOrders, plain)).toMatch(
      /^3 .*A row of two\.csv is an order line and one of plain\.csv a whole order/,
    );
  });

  it('are refused where one has tax in its amounts and the other has not', async () => {
    const net = write(
      'net.csv',
      lines(
        'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
        '2021-01-05 10:00:00,7,"€12.00",completed,A Person,new,1× Mug,1,,10,',
      ),
    );
    expect(await refused(twoOrders, net)).toMatch(
      /^3 .*The amounts of two\.csv and of net\.csv are not the same thing/,
    );
  });

  it('tell that customers are named by id and by e-mail', async () => {
    const path = write(
      'stripe.csv',
      lines(
        'id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email',
        'ch_1,2021-01-30 23:30:00,10.00,0.00,eur,Paid,cus_1,a@example.com',
        'ch_2,2021-01-31 10:00:00,10.00,0.00,eur,Paid,,a@example.com',
      ),
    );
    expect((await asked('active_customers', path)).warnings).toContain('orders_by_email');
  });
});

describe('a breakdown', () => {
  it.each(['Email', 'Billing Name', 'Phone'])(
    'is not made by %s, which would list people',
    async (column) => {
      const path = write(
        'people.csv',
        lines(
          `order_id,customer_id,ordered_at,amount,${column}`,
          '1,a,2021-01-05,10.00,x',
          '2,b,2021-01-06,10.00,y',
        ),
      );
      expect(await refused(path, '--by', column)).toMatch(
        /^2 .*would list the customers or orders one by one/,
      );
    },
  );
});

it('statuses that stand on one row alone are not shown: they may be names', async () => {
  const path = write(
    'statuses.csv',
    lines(
      'order_id,customer_id,ordered_at,amount,status',
      '1,a,2021-01-05,1,Jean Dupont',
      '2,b,2021-01-06,1,Parked',
      '3,c,2021-01-07,1,parked',
    ),
  );
  const said = await refused(path);
  expect(said).toContain('Statuses seen: parked.');
  expect(said).not.toMatch(/dupont/i);
});

it('a file of payments without a row ends well, though no row tells a zone', async () => {
  const path = write(
    'paypal.csv',
    lines(
      '"Date","Time","Time zone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Reference Txn ID","Balance Impact"',
    ),
  );
  expect((await asked('orders', path)).of('orders')).toBe(0);
});

it('two chosen profiles are told apart by the headers of their files', async () => {
  const plain = write(
    'charges.csv',
    lines(
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email',
      'ch_1,2021-01-30 10:00:00,10.00,0.00,eur,Paid,cus_1,a@example.com',
    ),
  );
  const { of } = await asked('revenue', plain, '--profile', 'shopify-orders,stripe-payments');
  expect(of('revenue')).toBe('10.00');
});
