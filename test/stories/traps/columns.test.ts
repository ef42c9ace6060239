import { describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { run } from '../../support/cli.ts';
import { figuresIn, inputOf, refusalOf, refused } from './shown.ts';

const { file, rows, value } = makeBench();

/** The engine told its columns and types, as its manual advises. */
const declared = (path: string, columns: string): string =>
  `read_csv('${path}', auto_detect = false, header = true, columns = {${columns}})`;

describe('M4 columns are found by their names', () => {
  const swapped = 'amount,ordered_at,customer_id,order_id\n5.00,2021-01-05,A,900\n7.00,2021-01-06,B,901\n';

  it('M4 in whatever order they stand: the engine takes declared columns by place, an id for an amount', async () => {
    const path = file('swapped.csv', swapped);
    const columns =
      "order_id: 'VARCHAR', ordered_at: 'DATE', customer_id: 'VARCHAR', amount: 'DECIMAL(18,2)'";
    expect(await value(`SELECT sum(amount) FROM ${declared(path, columns)}`)).toBe('1801.00');
    expect(await figuresIn(path)).toEqual({ orders: 2, cents: 1200, customers: 2 });
  });

  it('M4 in every file anew', async () => {
    const first = file('first.csv', 'order_id,customer_id,ordered_at,amount\n1,C,2021-01-04,100\n');
    const second = file('second.csv', swapped);
    expect(await figuresIn(first, second)).toEqual({ orders: 3, cents: 112_00, customers: 3 });
  });
});

describe('M5 a file without a header', () => {
  const columns = "customer_id: 'VARCHAR', ordered_at: 'VARCHAR', amount: 'VARCHAR'";

  it.each([
    ['with e-mail addresses', 'jeanne@example.com,2021-01-05,20\npaul@example.com,2021-01-06,30\n'],
    ['with numbers', 'K1,2021-01-05,20\nK2,2021-01-06,30\n'],
    [
      'with times and euros',
      '"Jeanne Martin","2021-01-05T10:00:00","20,50 €"\n"Paul Roux","2021-01-06T11:00:00","3,10 €"\n',
    ],
  ])(
    'M5 is refused, %s, and what stands in it is not said: the engine takes the first order for the header',
    async (_, text) => {
      const path = file('headless.csv', text);
      expect(await value(`SELECT count(*) FROM ${declared(path, columns)}`)).toBe('1');
      expect(await refused(path)).toBe(
        'headless.csv begins with values where the names of its columns should stand; put a line with the names first, or export it again with its header.',
      );
    },
  );
});

describe('M12 what no figure asks for is checked all the same', () => {
  const orders = Array.from({ length: 150 }, (_, row) => `K${row},2021-01-05,2,plain\n`).join('');

  it('M12 a date that is none rejects its order though only revenue is asked: the engine adds its amount', async () => {
    const path = file('undated.csv', `customer_id,ordered_at,amount,note\n${orders}K,garbage,1000,plain\n`);
    const columns = "customer_id: 'VARCHAR', ordered_at: 'DATE', amount: 'DECIMAL(18,2)', note: 'VARCHAR'";
    expect(await value(`SELECT sum(amount) FROM ${declared(path, columns)}`)).toBe('1300.00');
    expect(await figuresIn(path, '--only', 'revenue')).toMatchObject({ orders: 150, cents: 300_00 });
    expect((await inputOf(path, '--only', 'revenue')).reconciliation).toMatchObject({
      accepted: 150,
      rejected: { bad_ordered_at: 1 },
    });
    expect(await refused(path, '--strict', '--only', 'revenue')).toMatch(
      /^1 of the 151 records of undated\.csv cannot be read \(bad_ordered_at: 1\)/,
    );
  });

  it('M12 bytes that are no text refuse the file though they stand in a column nobody reads: the engine passes over them', async () => {
    const torn = Buffer.concat([
      Buffer.from(`customer_id,ordered_at,amount,note\nK,2021-01-05,2,é\n${orders}K,2021-01-06,5,`),
      Buffer.from([0xff]),
      Buffer.from('\n'),
    ]);
    const path = file('torn.csv', torn);
    const columns = "customer_id: 'VARCHAR', ordered_at: 'DATE', amount: 'DECIMAL(18,2)', note: 'VARCHAR'";
    expect(await rows(`SELECT sum(amount) AS total FROM ${declared(path, columns)}`)).toEqual([
      { total: '307.00' },
    ]);
    expect(await refused(path)).toMatch(/^torn\.csv:153:16 mixed_encoding: /);
    expect(refusalOf(await run(['kpi', path, '--encoding', 'utf-8']))).toMatch(/torn\.csv/);
  });

  it('M12 a NUL and a stray quote too, with their place', async () => {
    const head = 'customer_id,ordered_at,amount,note\n';
    expect(await refused(file('nul.csv', `${head}${orders}K,2021-01-06,5,a\0b\n`))).toMatch(
      /^nul\.csv:152:17 nul_byte: /,
    );
    expect(await refused(file('quote.csv', `${head}${orders}K,2021-01-06,5,a"b\n`))).toMatch(
      /^quote\.csv:152:17 stray_quote: /,
    );
  });
});
