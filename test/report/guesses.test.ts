import { describe, expect, it } from 'vitest';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';

const { write } = scratch();

/** What a run says of a file on the error stream. */
const saidOf = async (name: string, lines: readonly string[], flags: readonly string[]): Promise<string> => {
  const { code, stderr } = await run(['kpi', ...flags, write(name, `${lines.join('\n')}\n`)]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return stderr;
};

const orders = (dates: readonly string[]): string[] => [
  'order_id,customer_id,ordered_at,amount',
  ...dates.map((date, index) => `${index},c${index},"${date}",5`),
];

describe('a notation of dates', () => {
  it.each([
    ['dd/mm/yyyy', ['31/03/2021', '01/02/2021']],
    ['mm/dd/yyyy', ['03/31/2021', '01/02/2021']],
    ['mon dd, yyyy', ['Mar 31, 2021', 'May 1, 2021']],
    ['dd mon yyyy', ['31 March 2021', '1 May 2021']],
    ['excel', ['44286', '44287.5']],
    ['unix', ['1617192000', '1617278400']],
  ])('%s is said', async (notation, dates) => {
    expect(await saidOf('orders.csv', orders(dates), [])).toContain(
      `ordered_at is ${notation} (--date-format)`,
    );
    const declared = await saidOf('orders.csv', orders(dates), ['--date-format', notation]);
    expect(declared).not.toContain('--date-format');
  });

  it('with years of two digits is said where an export has it', async () => {
    const header = 'Sale Date,Order ID,Buyer User ID,Order Total,Currency,Status';
    const said = await saidOf('etsy.csv', [header, '03/31/21,1,b,5.00,EUR,'], []);
    expect(said).toContain('ordered_at is mm/dd/yy (--date-format)');
  });

  it.each([[['2021-03-31', '2021-04-01']], [['20210331', '20210401']]])(
    '%j goes without saying',
    async (dates) => {
      expect(await saidOf('orders.csv', orders(dates), [])).not.toContain('--date-format');
    },
  );
});

describe('a question found by what it asks', () => {
  const question =
    'On a scale from 0 to 10, how likely are you\nto recommend our little shop to a friend or colleague?';
  const answers = [
    '2021/01/02 9:00:00 AM GMT+1,a@example.org,10,5',
    '2021/01/03 9:00:00 AM GMT+1,b@example.org,9,4',
  ];
  const lines = [`Timestamp,Email Address,"${question}",Are you satisfied?`, ...answers];

  it('is said with its column, in one short line', async () => {
    const said = await saidOf('form.csv', lines, ['--surveys']);
    expect(said).toContain('score = On a scale from 0 to 10, how likely are you to recommend ou…');
    expect(said).toContain('satisfaction = Are you satisfied? (--map)');
  });

  it('is not said where a rule names it', async () => {
    const rules = ['--map', 'surveys.satisfaction=Are you satisfied?', '--surveys'];
    expect(await saidOf('form.csv', lines, rules)).not.toContain('satisfaction =');
  });

  it('is named by a rule where no question asks for anything: numbers alone say nothing', async () => {
    const visits = [
      'Timestamp,Email Address,How many visits a month?',
      '2021/01/02 9:00:00 AM GMT+1,a@example.org,8',
    ];
    const { code, stderr } = await run(['kpi', '--surveys', write('visits.csv', `${visits.join('\n')}\n`)]);
    expect(code).toBe(3);
    expect(stderr).toContain('--map surveys.score=COLUMN');
  });
});
