import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loyalty, root } from './binary.ts';
import { scratch } from './scratch.ts';

const { make } = scratch();
const small = (name: string): string => `${root}fixtures/small/${name}.csv`;

/** A shop that sold nothing in February, spent nothing after January, and whose last order is of 5 April. */
const days = ['01-05', '01-09', '03-05', '03-09', '03-25', '03-31', '04-05'];
const orders = (rows: readonly string[]): string =>
  ['order_id,customer_id,ordered_at,amount,currency,channel', ...rows].map((row) => `${row}\n`).join('');
const shop = orders(days.map((day, index) => `${index + 1},C${index % 3},2021-${day},10.00,EUR,web`));

/** The same shop with sales every day of 2021 up to the middle of June. */
const busy = orders(
  Array.from({ length: 166 }, (_, day) => {
    const date = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
    return `${day + 1},C${day % 23},${date},10.00,EUR,${day % 9 === 0 ? 'boutique' : 'web'}`;
  }),
);

let here: string;

beforeAll(() => {
  here = make('here');
  const files = {
    'empty.csv': '',
    'header.csv': orders([]),
    'gap.csv': shop,
    'busy.csv': busy,
    'rejected.csv': orders(['1,A,2021-03-05,ten,EUR,web', '2,B,2021-03-06,many,EUR,web']),
    'spend.csv': 'spent_on,kind,amount\n2021-01-15,acquisition,100.00\n',
    'no-report.json': '{"figures": []}\n',
    'comment.yaml': '# checks:\n#   - retention_rate >= 0.4\n',
    'none.yaml': 'checks: []\n',
    'misspelt.yaml': 'check:\n  - orders >= 1\n',
    'nan.yaml': 'checks:\n  - figure: orders\n    at_least: .nan\n',
    'vague.yaml': 'checks:\n  - figure: orders\n',
    'unchecked.yaml': 'period: 2021-03\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(here, name), content);
  cpSync(small('orders'), join(here, 'orders.csv'));
});

/** A run that says nothing but its verdict. */
const check = (...argv: string[]) =>
  loyalty(['check', ...argv, '--quiet', '--as-of', '2022-01-15'], { cwd: here, env: { COLUMNS: '200' } });

const spring = ['orders.csv', '--period', '2021-Q2'];
const one = (text: string): string[] => ['--check', text];

/** Ways to pass by accident: what was done, the command, its exit code, and what it says on either stream. */
const ways: readonly (readonly [string, readonly string[], number, string])[] = [
  ['an empty file', ['empty.csv', '--period', '2021-03', ...one('orders >= 1')], 3, 'empty.csv is empty'],
  [
    'a header alone',
    ['header.csv', '--period', '2021-03', ...one('orders <= 9')],
    4,
    'no row that counts in the orders',
  ],
  [
    'a header alone, of all',
    ['header.csv', '--period', 'all', ...one('refunds <= 9')],
    4,
    'no row that counts in the orders',
  ],
  [
    'a header alone, at the warning level',
    ['header.csv', '--period', '2021-03', ...one('orders >= 1 level=warn')],
    4,
    'no row that counts in the orders',
  ],
  [
    'a header alone, counted',
    ['header.csv', '--period', '2021-03', ...one('input_records <= 9')],
    4,
    'the files have no rows',
  ],
  [
    'a header alone, its share of rejects',
    ['header.csv', '--period', '2021-03', ...one('rejected_share <= 1%')],
    4,
    'the files have no rows',
  ],
  [
    'a header alone, its last order',
    ['header.csv', '--period', '2021-03', ...one('last_order_age_days <= 2')],
    4,
    'the files have no rows',
  ],
  [
    'a period before the data',
    ['orders.csv', '--period', '2019-Q1', ...one('orders <= 9')],
    4,
    'the period lies before the data begin',
  ],
  [
    'a period after the data',
    ['gap.csv', '--period', '2021-11', ...one('orders <= 9')],
    4,
    'could not be evaluated',
  ],
  [
    'no order in the period',
    ['gap.csv', '--period', '2021-02', ...one('orders <= 9')],
    4,
    'it has no orders in the period',
  ],
  [
    'no order in the period, at the warning level',
    ['gap.csv', '--period', '2021-02', ...one('orders >= 9 level=warn')],
    4,
    'it has no orders in the period',
  ],
  [
    'no order in the period, not enough to tell',
    [
      'gap.csv',
      '--period',
      '2021-02',
      ...one('retention_rate >= 0.4 confidence inconclusive=pass allow_history_short'),
    ],
    4,
    'it has no orders in the period',
  ],
  [
    'no order in the period, its guests',
    ['gap.csv', '--period', '2021-02', ...one('guest_order_share <= 10%')],
    4,
    'it has no orders in the period',
  ],
  [
    'no order in the period before',
    ['gap.csv', '--period', '2021-03', ...one('revenue max_drop 5')],
    4,
    'there are no orders then',
  ],
  [
    'nobody who could be lost',
    ['gap.csv', '--period', '2021-03', ...one('lost_customers <= 9')],
    4,
    'nobody was a customer at the start',
  ],
  [
    'nothing to divide by',
    ['gap.csv', '--period', '2021-03', ...one('churn_rate <= 50%')],
    4,
    'nobody and nothing to divide by',
  ],
  [
    'no money spent in the period',
    ['gap.csv', '--period', '2021-03', '--spend', 'spend.csv', ...one('acquisition_cost <= 20')],
    4,
    'no money at all is dated in the period',
  ],
  [
    'a misspelt id',
    [...spring, ...one('retention_rat >= 40%')],
    4,
    'no figure has this id; did you mean retention_rate',
  ],
  [
    'a misspelt id at the warning level',
    [...spring, ...one('retention_rat >= 40% level=warn')],
    4,
    'no figure has this id',
  ],
  [
    'a misspelt id beside one that passes',
    [...spring, ...one('orders >= 1'), ...one('ordrs >= 1')],
    4,
    '1 passed, 1 could not be evaluated',
  ],
  ['a misspelt value', [...spring, ...one('orders[channel=wep] >= 1')], 4, 'no such segment in these data'],
  ['a misspelt attribute', [...spring, ...one('orders[chanel=web] >= 1')], 4, 'no such attribute'],
  [
    'an attribute of a file that is not given',
    [...spring, ...one('orders[customer.country=FR] >= 1')],
    4,
    'it needs --customers',
  ],
  ['a misspelt role', [...spring, ...one('input_records[role=order] >= 1')], 4, 'no such segment'],
  [
    'an attribute of a figure that has none',
    [...spring, ...one('rejected_share[channel=web] <= 1%')],
    4,
    'no such attribute',
  ],
  [
    'a group too small to be shown',
    [...spring, ...one('orders[channel=web] >= 1'), '--min-group', '50'],
    4,
    'its group is small',
  ],
  [
    'a figure whose export is not given',
    [...spring, ...one('net_promoter_score >= -99')],
    4,
    'it needs --surveys',
  ],
  ['NaN', [...spring, ...one('retention_rate >= NaN')], 2, '"NaN" is not a number'],
  ['Infinity', [...spring, ...one('retention_rate <= Infinity')], 2, '"Infinity" is not a number'],
  ['NaN in the configuration', [...spring, '--config', 'nan.yaml'], 2, 'nan.yaml'],
  [
    'a threshold no value reaches, meant as percent',
    [...spring, ...one('retention_rate >= 40')],
    2,
    'a share from 0 to 1',
  ],
  [
    'a threshold every value reaches',
    [...spring, ...one('retention_rate >= 0')],
    2,
    'no value could ever fail it',
  ],
  [
    'a threshold every value of its scale reaches',
    [...spring, ...one('satisfaction_mean <= 5')],
    2,
    'no value could ever fail it',
  ],
  ['a thousand written 1.000', [...spring, ...one('orders >= 1.000')], 2, 'a whole number from 0 up'],
  ['a thousand written 1,000', [...spring, ...one('orders >= 1,000')], 2, '"1,000" is not a number'],
  [
    'a month that is not over',
    ['busy.csv', '--period', '2021-06', ...one('orders >= 1')],
    4,
    'the period is not over in these data',
  ],
  [
    'a month that is not over, at the warning level',
    ['busy.csv', '--period', '2021-06', ...one('orders >= 99 level=warn')],
    4,
    'the period is not over in these data',
  ],
  [
    'a share that is at most all of it',
    ['gap.csv', '--period', '2021-02', ...one('churn_rate <= 100% min_n=1')],
    2,
    'no value could ever fail it',
  ],
  [
    'data that begin inside the window of the base',
    ['busy.csv', '--period', '2021-03', '--base', 'active:12m', ...one('lost_customers <= 9')],
    4,
    'the data begin inside the window',
  ],
  [
    'too few cases',
    [...spring, ...one('retention_rate >= 1% min_n=10')],
    4,
    'too few cases: 9, wanted 10 at least',
  ],
  [
    'too few cases at the warning level',
    [...spring, ...one('retention_rate >= 1% min_n=10 level=warn')],
    4,
    'too few cases',
  ],
  [
    'cases of a figure that counts none',
    [...spring, ...one('revenue >= 1 min_n=10')],
    4,
    'it counts no cases',
  ],
  [
    'confidence of a figure without an interval',
    [...spring, ...one('revenue >= 1 confidence')],
    4,
    'it has no interval',
  ],
  [
    'a change of all the data',
    ['orders.csv', '--period', 'all', ...one('orders max_drop 5')],
    4,
    'no earlier value to compare with',
  ],
  [
    'a change since a year without data',
    ['orders.csv', '--period', '2020-Q2', ...one('orders max_drop 5 against=year')],
    4,
    'no earlier value to compare with',
  ],
  [
    'a change since nothing, in percent',
    ['orders.csv', '--period', '2021-Q2', ...one('refunds max_drop 10%')],
    4,
    'the earlier value is 0',
  ],
  [
    'a baseline that is not given',
    [...spring, ...one('orders max_drop 5 against=baseline')],
    2,
    'give the report of an earlier run with --baseline',
  ],
  [
    'a baseline that does not exist',
    [...spring, ...one('orders max_drop 5 against=baseline'), '--baseline', 'nowhere.json'],
    2,
    'nowhere.json cannot be read (ENOENT)',
  ],
  [
    'a baseline that is no report',
    [...spring, ...one('orders max_drop 5 against=baseline'), '--baseline', 'no-report.json'],
    2,
    'no-report.json is no report',
  ],
  [
    'a baseline nothing is held to',
    [...spring, ...one('orders >= 5'), '--baseline', 'no-report.json'],
    2,
    'No check is measured against the baseline',
  ],
  [
    'a configuration of comments alone',
    [...spring, '--config', 'comment.yaml'],
    2,
    'comment.yaml says nothing',
  ],
  ['an empty list of checks', [...spring, '--config', 'none.yaml'], 2, 'checks is empty'],
  ['a misspelt key of the configuration', [...spring, '--config', 'misspelt.yaml'], 2, 'check'],
  [
    'a check without a condition in the configuration',
    [...spring, '--config', 'vague.yaml'],
    2,
    'has exactly one of',
  ],
  [
    'a configuration without checks',
    ['orders.csv', '--config', 'unchecked.yaml'],
    2,
    'There is nothing to check',
  ],
  [
    'a configuration that does not exist',
    [...spring, '--config', 'nowhere.yaml'],
    2,
    'nowhere.yaml cannot be read',
  ],
  ['no configuration and no check', [...spring, '--no-config'], 2, 'There is nothing to check'],
  ['a check of nothing', [...spring, ...one('')], 2, 'it begins with the id of a figure'],
  ['> eaten by the shell', [...spring, ...one('retention_rate')], 2, 'its condition is'],
  ['an operator of another language', [...spring, ...one('retention_rate => 0.1')], 2, 'its condition is'],
  ['a condition that is an assignment', [...spring, ...one('retention_rate = 0.1')], 2, 'its condition is'],
  [
    'two conditions in one',
    [...spring, ...one('retention_rate >= 0.1 and churn_rate <= 0.1')],
    2,
    '"and" is nothing I know',
  ],
  [
    'a setting said twice',
    [...spring, ...one('retention_rate >= 99% level=error level=warn')],
    2,
    'level is said twice',
  ],
  ['all rows rejected', ['rejected.csv', '--period', '2021-03', ...one('orders <= 9')], 3, 'cannot be read'],
  [
    'all rows rejected and let through',
    ['rejected.csv', '--period', '2021-03', '--max-rejects', '100%', ...one('orders <= 9')],
    4,
    'no row that counts in the orders',
  ],
  [
    'all rows left out by a filter',
    [...spring, '--only-where', 'orders.channel=wep', ...one('orders <= 9')],
    4,
    'no row that counts in the orders',
  ],
  [
    'all rows excluded',
    [...spring, '--exclude', 'orders.channel=*', ...one('refunds <= 9')],
    4,
    'no row that counts in the orders',
  ],
  [
    'the wrong currency',
    [...spring, '--currency', 'USD', ...one('orders <= 9')],
    4,
    'no row that counts in the orders',
  ],
  [
    'an old export said to reach further',
    ['gap.csv', '--period', '2021-05', '--data-through', '2021-05-31', ...one('orders <= 9')],
    4,
    'could not be evaluated',
  ],
  [
    'an old export said to reach further, its age',
    ['gap.csv', '--period', '2021-04', '--data-through', '2022-01-15', ...one('last_order_age_days <= 2')],
    1,
    '285 d',
  ],
  ['two periods', [...spring, '--period', '2021-Q1', ...one('orders >= 1')], 2, '--period is given twice'],
  ['files that are not given', [...one('orders >= 1'), '--no-config'], 2, 'No file is given'],
  ['a customer', [...spring, ...one('orders[customer_id=C01] >= 1')], 2, 'customer_id'],
  [
    'a reporter that does not exist',
    [...spring, ...one('orders >= 1'), '--reporter', 'junt=a.xml'],
    2,
    'no reporter "junt"',
  ],
];

describe('no way to pass by accident', () => {
  it.each(ways)('%s', async (_, argv, exit, sentence) => {
    const { code, stdout, stderr } = await check(...argv);
    expect(`${stdout}${stderr}`.replace(/\s+/g, ' ')).toContain(sentence);
    expect(code).toBe(exit);
  });

  it('are more than 22', () => expect(new Set(ways.map(([name]) => name)).size).toBeGreaterThan(22));
});
