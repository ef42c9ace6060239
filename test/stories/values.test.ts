import { describe, expect, it } from 'vitest';
import { figure, reportOf, run } from '../support/cli.ts';
import { scratch } from './scratch.ts';

const { write } = scratch();

let made = 0;
const sheet = (lines: readonly string[], end = '\n'): string =>
  write(`orders-${made++}.csv`, lines.map((line) => `${line}${end}`).join(''));
const config = (profiles: readonly object[]): string =>
  write(`loyalty-${made++}.json`, JSON.stringify({ profiles }));

const period = ['--period=2021', '--as-of=2022-02-01', '--data-through=2021-12-31', '--compare=none'];
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Orders of the year, revenue, and what became of the records; or the code of the refusal. */
const answer = async (argv: readonly string[]) => {
  const { code, stderr } = await run(['kpi', ...argv, ...period]);
  if (code !== 0) return { code, refusal: stderr };
  const report = await reportOf([...argv, ...period]);
  const { rejected, outsideWindow } = report.inputs[0]!.reconciliation;
  return {
    code,
    orders: figure(report, 'orders').value,
    revenue: figure(report, 'revenue').exact,
    customers: figure(report, 'active_customers').value,
    rejected,
    outsideWindow,
    said: stderr,
  };
};

/** One order for each written amount. */
const amounts = (values: readonly string[], delimiter = ';'): string =>
  sheet(
    ['customer_id', 'ordered_at', 'amount']
      .join(delimiter)
      .split('\n')
      .concat(values.map((value, index) => [`c${index}`, '2021-03-01', value].join(delimiter))),
  );

/** One order of 1.00 for each written date. */
const dates = (values: readonly string[]): string =>
  sheet(['customer_id;ordered_at;amount', ...values.map((value, index) => `c${index};${value};1.00`)]);

const lenient = '--max-rejects=100%';

describe('amounts, as both worlds write them', () => {
  it.each<[string, readonly string[], string]>([
    ['French', ['1 234,56 €', '1\u202f234,50\u00a0€', '-3,00 €', '0,50'], '2466.56'],
    ['German', ['1.234,50', '(12,50)', '1.000.000,00'], '1001222.00'],
    ['American', ['$8.00', '$1,234.50', '($2.50)', '-$1.00'], '1239.00'],
    ['Swiss', ["CHF 1'200.50", 'CHF 0.50'], '1201.00'],
  ])('%s', async (_, values, sum) => {
    const report = await reportOf([amounts(values), ...period]);
    const gross =
      Number(figure(report, 'revenue').exact) - Number(figure(report, 'unlinked_refunds').exact ?? 0);
    expect(gross.toFixed(2)).toBe(sum);
  });

  it('a dash for nothing is no amount of an order, and nothing given back', async () => {
    const refunds = sheet([
      'customer_id;ordered_at;amount;refunded',
      'a;2021-03-01;10,00;--',
      'b;2021-03-01;5,00;2,00',
    ]);
    expect(await answer([refunds])).toMatchObject({ revenue: '13.00', rejected: {} });
    expect(await answer([amounts(['10,00', '--']), lenient])).toMatchObject({
      revenue: '10.00',
      rejected: { bad_amount: 1 },
    });
  });

  it('are refused where a mark may be either, and read as --decimal says', async () => {
    const file = amounts(['1,234', '2,500']);
    expect(await answer([file])).toMatchObject({ code: 3, refusal: expect.stringContaining('--decimal') });
    expect(await answer([file, '--decimal', ','])).toMatchObject({ revenue: '3.734' });
    expect(await answer([file, '--decimal', '.'])).toMatchObject({ revenue: '3734.00' });
  });

  it('keep the mark of the head: a value of the other one far below is rejected, never read the other way', async () => {
    const values = [...range(5000).map(() => '1.50'), '2,50'];
    expect(await answer([amounts(values)])).toMatchObject({
      orders: 5000,
      revenue: '7500.00',
      rejected: { bad_amount: 1 },
    });
    expect(await answer([amounts(values), '--strict'])).toMatchObject({ code: 3 });
    expect(await answer([amounts(values), '--max-rejects=0.01%'])).toMatchObject({ code: 3 });
  });

  it('are refused where the head settles nothing and a mark far below may be either', async () => {
    for (const late of ['1,234', '2,50', '1.234'])
      expect(await answer([amounts([...range(5000).map(() => '2'), late])])).toMatchObject({
        code: 3,
        refusal: expect.stringContaining('--decimal'),
      });
    expect(await answer([amounts([...range(5000).map(() => '2'), '1.25'])])).toMatchObject({
      revenue: '10001.25',
    });
  });
});

describe('dates, as exports write them', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'months by name',
      ['Mar 31, 2021 14:05:09 PM', 'Dec 31, 2021 00:00:01 AM', 'Jan 1, 2022 00:00:00 AM'],
      [],
    ],
    ['months by name in capitals', ['31 MAR 2021', '31 DEC 2021', '01 JAN 2022'], []],
    ['years of two digits, days first', ['31/03/21', '31/12/21', '01/01/22'], ['--date-format=dd/mm/yy']],
    ['years of two digits, months first', ['03/31/21', '12/31/21', '01/01/22'], ['--date-format=mm/dd/yy']],
    ['serial days', ['44286', '44561.9999', '44562'], []],
    ['seconds', ['1617192000', '1640995199', '1640995200'], []],
    ['milliseconds', ['1617192000000', '1640995199999', '1640995200000'], []],
    ['halves of the day', ['2021-03-31 2:30:00 PM', '2021-12-31 11:59:59 PM', '2022-01-01 12:00:00 AM'], []],
    ['halves of the day, slashed', ['3/31/2021 2:30 PM', '12/31/2021 11:59 PM', '1/1/2022 12:00 AM'], []],
    [
      'offsets of Google',
      ['2021/03/31 2:30:00 PM GMT+1', '2022/01/01 12:59:59 AM GMT+1', '2022/01/01 1:00:00 AM GMT+1'],
      [],
    ],
  ])('%s: two of three orders are of 2021', async (_, values, flags) => {
    expect(await answer([dates(values), ...flags])).toMatchObject({
      orders: 2,
      revenue: '2.00',
      rejected: {},
    });
  });

  it('keep the order of the head: a date that breaks it far below refuses the file', async () => {
    const values = [...range(5000).map(() => '13/03/2021'), '03/14/2021'];
    expect(await answer([dates(values)])).toMatchObject({
      code: 3,
      refusal: expect.stringContaining('--date-format'),
    });
    expect(await answer([dates(values), '--date-format=dd/mm/yyyy'])).toMatchObject({
      orders: 5000,
      rejected: { bad_ordered_at: 1 },
    });
  });

  it('are told day from month by the only date of the file that can tell', async () => {
    const open = range(5000).map(() => '03/04/2021');
    expect(await answer([dates(open)])).toMatchObject({
      code: 3,
      refusal: expect.stringContaining('--date-format'),
    });
    const told = await reportOf([dates([...open, '31/12/2021']), ...period, '--period=2021-04']);
    expect(figure(told, 'orders').value).toBe(5000);
    const other = await reportOf([dates([...open, '12/31/2021']), ...period, '--period=2021-03']);
    expect(figure(other, 'orders').value).toBe(5000);
  });

  it('keep the notation of the head: another one far below is rejected', async () => {
    for (const [head, late] of [
      ['2021-03-31', '31/03/2021'],
      ['Mar 31, 2021', '31 Mar 2021'],
      ['44286', '2021-03-31'],
      ['20210331', '2021-03-31'],
    ] as const)
      expect(await answer([dates([...range(5000).map(() => head), late])])).toMatchObject({
        orders: 5000,
        rejected: { bad_ordered_at: 1 },
      });
  });

  it('are refused where times far below lose the offset those of the head have', async () => {
    const values = [...range(5000).map(() => '2021-03-31 10:00:00 -0400'), '2021-03-31 10:00:00'];
    expect(await answer([dates(values)])).toMatchObject({
      code: 3,
      refusal: expect.stringContaining('offset'),
    });
  });
});

const till = (dates: object) => ({
  id: 'till', title: 'Till', role: 'orders',
  recognise: { has: [['Ticket'], ['Day'], ['Paid']] },
  fields: { order_id: ['Ticket'], ordered_at: ['Day'], amount: ['Paid'] },
  dates,
}); // biome-ignore format: a table

describe('zones', () => {
  const square = (rows: readonly (readonly [day: string, time: string, zone: string])[]): string =>
    sheet([
      'Ticket;Day;Hour;Zone;Paid',
      ...rows.map(([day, time, zone], index) => `${index};${day};${time};${zone};1.00`),
    ]);
  const flags = ['--config', config([till({ time: ['Hour'], zoneColumn: ['Zone'] })])];

  it('of a column beside the time move it, near midnight to another year', async () => {
    const rows = [
      ['2021-12-31', '6:59:59 PM', 'Eastern Time (US & Canada)'],
      ['2021-12-31', '7:00:00 PM', 'Eastern Time (US & Canada)'],
      ['2022-01-01', '8:59:59 AM', 'Tokyo'],
      ['2022-01-01', '12:59:59 AM', 'Europe/Paris'],
      ['2021-12-31', '11:59:59 PM', 'UTC'],
      ['2021-12-31', '11:59:59 PM', 'CST'],
    ] as const;
    expect(await answer([square(rows), ...flags])).toMatchObject({ orders: 4, rejected: {} });
    expect(await answer([square(rows), ...flags, '--timezone=America/Chicago'])).toMatchObject({
      orders: 6,
      rejected: {},
    });
  });

  it('whose clocks jumped over a time reject it; a time they showed twice is the second', async () => {
    const rows = [
      ['2021-03-14', '2:30:00 AM', 'Eastern Time (US & Canada)'],
      ['2021-03-14', '3:30:00 AM', 'Eastern Time (US & Canada)'],
      ['2021-11-07', '1:30:00 AM', 'Eastern Time (US & Canada)'],
      ['2021-03-14', '2:30:00 AM', 'Arizona'],
    ] as const;
    expect(await answer([square(rows), ...flags, lenient])).toMatchObject({
      orders: 3,
      rejected: { bad_ordered_at: 1 },
    });
    const second = await reportOf([
      square([rows[2]]),
      ...flags,
      ...period,
      '--timezone=Etc/GMT+6',
      '--period=2021-11-07',
    ]);
    expect(figure(second, 'orders').value).toBe(1);
  });

  it('that nobody knows refuse the file, without naming what stood there', async () => {
    for (const name of ['Atlantis', 'paris', '+01:00', 'GMT+1', 'constructor'])
      expect(await answer([square([['2021-03-14', '2:30:00 AM', name]]), ...flags])).toMatchObject({
        code: 3,
        refusal: expect.not.stringContaining(name),
      });
  });

  it.each(['europe/paris', 'EST5EDT', 'US/Eastern', 'GMT', 'etc/gmt+5', 'Asia/Calcutta'])(
    'are known by %s too',
    async (name) => {
      expect(await answer([square([['2021-03-14', '2:30:00 PM', name]]), ...flags])).toMatchObject({
        orders: 1,
        rejected: {},
      });
    },
  );

  it('of a profile move unmarked times, and dates without a time stay', async () => {
    const utc = ['--config', config([till({ zone: 'UTC' })])];
    const file = sheet([
      'Ticket;Day;Paid',
      '1;2021-12-31 22:59:59;1.00',
      '2;2021-12-31 23:00:00;2.00',
      '3;2021-12-31;4.00',
      '4;2020-12-31 23:30;8.00',
    ]);
    expect(await answer([file, ...utc, '--timezone=Europe/Paris'])).toMatchObject({ revenue: '13.00' });
    expect(await answer([file, ...utc])).toMatchObject({ revenue: '7.00' });
    expect((await answer([file, ...utc, '--timezone=Europe/Paris'])).said).toContain(
      'times moved from UTC to Europe/Paris',
    );
  });
});

describe('keys and words', () => {
  it('ids behind an apostrophe are the ids, e-mails are compared without case, blanks and ways to write an accent', async () => {
    const ids = sheet([
      'customer_id;ordered_at;amount',
      "'00123;2021-03-01;1.00",
      '00123;2021-03-02;1.00',
      '123;2021-03-03;1.00',
    ]);
    expect(await answer([ids])).toMatchObject({ customers: 2 });
    const mails = sheet([
      'email;ordered_at;amount',
      'Zo\u00e9@x.example;2021-03-01;1.00',
      ' zoe\u0301@X.example ;2021-03-02;1.00',
      'ZO\u00c9@x.example\u00a0;2021-03-03;1.00',
      'zoe@x.example;2021-03-04;1.00',
    ]);
    expect(await answer([mails])).toMatchObject({ customers: 2 });
  });

  it('French yes and no say whether an answer was completed', async () => {
    const answers = sheet([
      'id client;date de réponse;note;terminé',
      'a;01/03/2021;10;Oui',
      'b;13/03/2021;9;VRAI',
      'c;14/03/2021;0;Non',
      'd;15/03/2021;2;faux',
    ]);
    const report = await reportOf(['--surveys', answers, ...period]);
    const { numerator, denominator } = figure(report, 'net_promoter_score');
    expect([numerator, denominator]).toEqual([2, 2]);
  });
});

describe('lines that are no records', () => {
  it.each(['\n', '\r\n'])('sep= before the header is obeyed', async (end) => {
    expect(
      await answer([
        sheet(['sep=;', 'customer_id;ordered_at;amount', 'a;2021-03-01;1,50', 'b;2021-03-01;2,50'], end),
      ]),
    ).toMatchObject({ orders: 2, revenue: '4.00' });
    expect(
      await answer([sheet(['sep=|', 'customer_id|ordered_at|amount', 'a|2021-03-01|1.50'], end)]),
    ).toMatchObject({ revenue: '1.50' });
  });

  const preamble = (lines: number): string[] =>
    range(lines).map(
      (index) => ['Report of "all" shops', 'Shop;North', '"Printed; by hand",by me', 'a,b;c|d'][index % 4]!,
    );

  it.each([1, 2, 10, 28, 29])('%d lines above the header are passed over', async (lines) => {
    for (const end of ['\n', '\r\n']) {
      const file = sheet(
        [...preamble(lines), 'customer_id;ordered_at;amount', 'a;2021-03-01;1,50', 'b;2021-03-01;x'],
        end,
      );
      const found = await answer([file, lenient]);
      expect(found).toMatchObject({ orders: 1, revenue: '1.50', rejected: { bad_amount: 1 } });
      expect(found.said).toContain(`the header is below ${lines} other lines`);
    }
  });

  it('a header below 30 lines is not found, and the file is refused', async () => {
    expect(
      await answer([sheet([...preamble(30), 'customer_id;ordered_at;amount', 'a;2021-03-01;1,50'])]),
    ).toMatchObject({ code: 3 });
  });
});
