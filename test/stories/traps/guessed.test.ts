import { describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { figure, reportOf, run } from '../../support/cli.ts';
import { figuresIn, inputOf, refusalOf, refused } from './shown.ts';

const { file, rows, value } = makeBench();

const counted = async (path: string): Promise<number> =>
  Number(await value(`SELECT count(*) FROM read_csv('${path}')`));

describe('M1 a line with a delimiter more', () => {
  it('M1 is one rejected answer: the engine alone takes it for the header and forgets the answers before it', async () => {
    const path = file('answers.csv', `score\n${'10\n'.repeat(200)}${'3\n'.repeat(100)}0;x\n`);
    expect(await counted(path)).toBe(1);
    const said = await reportOf(['--surveys', path, '--only', 'net_promoter_score']);
    expect(figure(said, 'net_promoter_score')).toMatchObject({
      value: (100 * (200 - 100)) / 300,
      denominator: 300,
    });
    expect(said.inputs[0]).toMatchObject({
      records: 301,
      reconciliation: { accepted: 300, rejected: { bad_score: 1 } },
    });
  });

  it('M1 refuses the file where the delimiter is its own', async () => {
    const path = file('ragged.csv', 'score\n9\n10\n0,x\n');
    expect(await counted(path)).toBe(1);
    expect(refusalOf(await run(['kpi', '--surveys', path]))).toMatch(/^ragged\.csv:4:2 ragged_record: /);
  });
});

it('M2 a third column that appears after 2 046 rows refuses the file where it begins: the engine alone drops those rows', async () => {
  const before = 'C1,2021-01-05,1.00\n'.repeat(2046);
  const after = 'C2,2021-01-06,2.00,web\n'.repeat(27_954);
  const path = file('grown.csv', `customer_id,ordered_at,amount\n${before}${after}`);
  expect(await counted(path)).toBe(27_954);
  const sentence = await refused(path);
  expect(sentence).toMatch(
    /^grown\.csv:2048:19 ragged_record: Record 2048 has 4 fields where the header has 3;/,
  );
});

it('M3 a number sign begins an order number, no comment: the engine alone drops every such row', async () => {
  const path = file(
    'numbered.csv',
    'order_id,customer_id,ordered_at,amount\n#1,A,2021-01-05,10\n2,A,2021-01-06,20\n#3,#B,2021-01-07,30\n4,C,2021-01-08,40\n',
  );
  expect(await rows(`SELECT count(*) AS n, sum(amount) AS total FROM read_csv('${path}')`)).toEqual([
    { n: '2', total: '60' },
  ]);
  expect(await figuresIn(path)).toEqual({ orders: 4, cents: 100_00, customers: 3 });
  const excluded = await inputOf(path, '--exclude', 'orders.order_id=#*');
  expect(excluded.reconciliation).toMatchObject({ accepted: 2, excluded: 2 });
});

describe('M15 customers are texts', () => {
  const orderOf = (customer: string, day: number): string => `${customer},2021-01-${10 + day},1.00\n`;
  const shop = (name: string, customers: readonly string[]): string =>
    file(name, `customer_id,ordered_at,amount\n${customers.map(orderOf).join('')}`);

  it('M15 two numbers of twenty digits are two customers: the engine alone makes one number of them', async () => {
    const path = shop('long.csv', ['12345678901234567890', '12345678901234567891']);
    expect(await value(`SELECT count(DISTINCT customer_id) FROM read_csv('${path}')`)).toBe('1');
    expect(await figuresIn(path)).toEqual({ orders: 2, cents: 200, customers: 2 });
  });

  it.each([
    ['1e5', '100000'],
    ['1.0', '1'],
    ['true', 'TRUE'],
  ])('M15 %s and %s are two customers: to the engine alone they are one value', async (one, other) => {
    const path = shop('two.csv', [one, other]);
    expect(await value(`SELECT count(DISTINCT customer_id) FROM read_csv('${path}')`)).toBe('1');
    expect(await figuresIn(path)).toMatchObject({ customers: 2 });
  });
});

describe('M16 days and months', () => {
  const days = (name: string, ...texts: string[]): string =>
    file(name, `ordered_at,amount\n${texts.map((text) => `${text},10\n`).join('')}`);
  const read = (path: string): Promise<unknown[]> =>
    rows(`SELECT ordered_at::VARCHAR AS day FROM read_csv('${path}')`).then((all) =>
      all.map(({ day }) => day),
    );
  const ordersIn = async (path: string, period: string, ...flags: string[]): Promise<number> =>
    (await figuresIn(path, '--period', period, ...flags)).orders;

  it('M16 that no date tells apart are asked for, not guessed', async () => {
    const path = days('unclear.csv', '03/04/2022', '05/06/2022');
    expect(await read(path)).toEqual(['2022-04-03', '2022-06-05']);
    expect(await refused(path)).toMatch(
      /^No date of column ordered_at in unclear\.csv tells day from month; say which .* --date-format /,
    );
    expect(await ordersIn(path, '2022-04', '--date-format', 'dd/mm/yyyy')).toBe(1);
    expect(await ordersIn(path, '2022-03', '--date-format', 'mm/dd/yyyy')).toBe(1);
  });

  it('M16 keep the order that was declared, where one date makes the engine turn the whole file around', async () => {
    const path = days('turned.csv', ...Array(150).fill('03/04/2022'), '06/25/2022');
    expect((await read(path))[0]).toBe('2022-03-04');
    expect(await ordersIn(path, '2022-04', '--date-format', 'dd/mm/yyyy')).toBe(150);
    expect((await inputOf(path, '--date-format', 'dd/mm/yyyy')).reconciliation.rejected).toEqual({
      bad_ordered_at: 1,
    });
  });

  it('M16 are refused where both orders stand in a column, also far from each other', async () => {
    const both = ['25/06/2022', ...Array(20_000).fill('03/04/2022'), '06/25/2022'];
    expect(await refused(days('both.csv', ...both))).toMatch(
      /^The dates of column ordered_at in both\.csv have both/,
    );
  });

  it('M16 of years with two digits are no dates', async () => {
    const path = days('short.csv', '03-04-22', '05-06-22');
    expect(await read(path)).toEqual(['2003-04-22', '2005-06-22']);
    expect(await refused(path)).toMatch(
      /^2 of the 2 records of short\.csv cannot be read \(bad_ordered_at: 2\)/,
    );
  });
});
