import { describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { reportOf, run } from '../../support/cli.ts';
import { figuresIn, inputOf, refused } from './shown.ts';

const { file, over, value } = makeBench();

describe('M19 a division by nothing', () => {
  const header = 'customer_id,ordered_at,amount,quantity,status\n';
  const shops = {
    'no order at all': header,
    'no order in the period': `${header}A,2021-01-05,10,1,paid\n`,
    'orders of nobody': `${header},2022-03-05,10,1,paid\n,2022-04-30,0,0,paid\n`,
    'only cancelled orders': `${header}A,2022-03-05,10,1,cancelled\nA,2022-04-05,10,1,cancelled\n`,
    'orders of no amount': `${header}A,2022-04-05,0,0,paid\nB,2022-04-06,0.00,0,paid\n`,
  };
  const period = ['--period', '2022-04', '--as-of', '2022-12-31', '--data-through', '2022-12-31'];

  it('M19 is infinity or no number to the engine alone, and null in JSON as if it were unknown', async () => {
    expect(await value('SELECT 1::DOUBLE / 0')).toBe('Infinity');
    expect(await value('SELECT 0::DOUBLE / 0')).toBe('NaN');
    expect(JSON.stringify([0 / 0, 1 / 0])).toBe('[null,null]');
  });

  it.each(Object.entries(shops))('M19 is said to be undefined, with %s', async (_, text) => {
    const path = file('empty.csv', text);
    const surveys = file('answers.csv', 'score,answered_at,satisfaction,effort\n,2022-04-05,,\n');
    const files = [path, '--surveys', surveys, ...period, '--lifespan', '3y'];
    const { figures } = await reportOf(files);
    expect(figures.length).toBeGreaterThan(30);
    for (const { id, value: shown, exact, status, denominator } of figures) {
      if (shown === null)
        expect([id, ['undefined', 'unavailable']]).toEqual([id, expect.arrayContaining([status])]);
      else expect([id, Number.isFinite(shown)]).toEqual([id, true]);
      if (denominator === 0 && exact === null) expect([id, shown, status]).toEqual([id, null, 'undefined']);
    }
    for (const format of ['json', 'csv', 'table', 'markdown']) {
      const { code, stdout, stderr } = await run(['kpi', ...files, '--format', format]);
      expect(code, stderr).toBe(0);
      expect(stdout).not.toMatch(/\b(?:NaN|Infinity|inf)\b|∞/);
    }
  });

  it('M19 gives no average of no orders, and an average of 0 where all are free', async () => {
    const average = async (text: string) =>
      (await reportOf([file('one.csv', text), ...period, '--only', 'average_order_value'])).figures[0]!;
    expect(await average(shops['no order in the period'])).toMatchObject({
      value: null,
      status: 'undefined',
    });
    expect(await average(shops['orders of no amount'])).toMatchObject({
      value: 0,
      status: 'ok',
      denominator: 2,
    });
  });
});

describe('M20 a value that is almost one', () => {
  const sound = Array.from({ length: 150 }, () => 'A,2022-01-05,2.00\n').join('');
  const withRow = (row: string): string =>
    file('orders.csv', `customer_id,ordered_at,amount\n${sound}${row}\n`);

  it.each([
    ['2024-01-05 garbage', 'DATE', '2024-01-05'],
    ['epoch', 'DATE', '1970-01-01'],
    ['2022-01-05 (BC)', 'DATE', null],
    ['01/02/20', 'DATE', '0001-02-20'],
    ['2022-1-5', 'DATE', '2022-01-05'],
    ['20220105', 'DATE', null],
  ])('M20 is no date: %s', async (text, type, cast) => {
    if (cast !== null) expect(await over(text, `try_cast(v AS ${type})::VARCHAR`)).toBe(cast);
    const path = withRow(`B,${text},1000`);
    expect((await inputOf(path)).reconciliation).toMatchObject({
      accepted: 150,
      rejected: { bad_ordered_at: 1 },
    });
    expect(await figuresIn(path)).toEqual({ orders: 150, cents: 300_00, customers: 1 });
    expect(await refused(path, '--strict')).toMatch(/^1 of the 151 records of orders\.csv cannot be read/);
  });

  it.each(['infinity', '-infinity', '2022-02-30', '2022-13-01', '2022-01-05T25:00:00', '0000-00-00'])(
    'M20 is no date either: %s',
    async (text) => {
      expect((await inputOf(withRow(`B,${text},1000`))).reconciliation.rejected).toEqual({
        bad_ordered_at: 1,
      });
    },
  );

  it.each([
    ['1.00005', '1.0001'],
    ['1_000', '1000.0000'],
    ['1e3', '1000.0000'],
    ['.5', '0.5000'],
    ['5.', '5.0000'],
    ['0x10', null],
    ['Infinity', null],
    ['99999999999999999999', null],
  ])('M20 is no amount: %s', async (text, cast) => {
    if (cast !== null) expect(await over(text, 'try_cast(v AS DECIMAL(18,4))')).toBe(cast);
    const path = withRow(`B,2022-01-06,${text}`);
    expect((await inputOf(path)).reconciliation).toMatchObject({
      accepted: 150,
      rejected: { bad_amount: 1 },
    });
    expect(await figuresIn(path)).toEqual({ orders: 150, cents: 300_00, customers: 1 });
  });

  it.each(['"1,5"', '1.2.3'])(
    'M20 refuses the file where a number contradicts the mark of the others: %s',
    async (text) => {
      expect(await refused(withRow(`B,2022-01-06,${text}`))).toMatch(
        /^The numbers of column amount in orders\.csv do not tell/,
      );
    },
  );

  it('M20 keeps a tenth of a cent, which a cast to two decimals would round up', async () => {
    expect(await over('1.005', 'try_cast(v AS DECIMAL(18,2))')).toBe('1.01');
    const { figures } = await reportOf([withRow('B,2022-01-06,1.005'), '--only', 'revenue']);
    expect(figures[0]).toMatchObject({ value: 301.005, exact: expect.stringMatching(/^301\.0050?$/) });
  });

  it.each([
    ...['9.6', '10.0', '-1', '9e0', '0x9', '8_0', '7,5', 'ten'].map((text) => [text, 'bad_score'] as const),
    ['11', 'score_out_of_range'] as const,
  ])('M20 is no score: %s', async (text, reason) => {
    const path = file('answers.csv', `score\n${'10\n'.repeat(150)}"${text}"\n`);
    const said = await reportOf(['--surveys', path, '--only', 'net_promoter_score']);
    expect(said.inputs[0]!.reconciliation).toMatchObject({ accepted: 150, rejected: { [reason]: 1 } });
    expect(said.figures[0]).toMatchObject({ value: 100, denominator: 150 });
  });

  it('M20 an offset moves the day, which the engine drops', async () => {
    expect(await over('2022-02-01T00:30:00+02:00', 'try_cast(v AS TIMESTAMP)::DATE::VARCHAR')).toBe(
      '2022-02-01',
    );
    const times = ['2022-01-10T12:00:00Z', '2022-02-01T00:30:00+02:00', '2022-02-20T12:00:00Z'];
    const path = file('offset.csv', `ordered_at,amount\n${times.map((time) => `${time},10\n`).join('')}`);
    const orders = async (period: string, ...flags: string[]): Promise<number> =>
      (await figuresIn(path, '--period', period, ...flags)).orders;
    expect(await orders('2022-01')).toBe(2);
    expect(await orders('2022-02')).toBe(1);
    expect(await orders('2022-02', '--timezone', 'Europe/Athens')).toBe(2);
  });
});
