import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch } from '../stories/scratch.ts';
import { figure, reportOf, run } from '../support/cli.ts';

const { write, path } = scratch();

let number = 0;
const config = (costs: readonly object[]): string =>
  write(`costs-${number++}.json`, JSON.stringify({ costs }));

const orders = write(
  'orders.csv',
  'order_id,customer_id,ordered_at,amount\n1,a,2021-01-05,10\n2,a,2021-04-05,10\n3,b,2021-05-05,10\n4,a,2021-07-20,1\n',
);

const ask = (file: string, ...flags: string[]) =>
  reportOf([orders, '--config', file, '--period', '2021-Q2', '--group', 'costs', ...flags]);

describe('costs of a configuration', () => {
  it('count on their day, those of a month on its first', async () => {
    const report = await ask(
      config([
        { kind: 'acquisition', amount: 500, on: '2021-03-31' },
        { kind: 'acquisition', amount: 60.25, on: '2021-04-01' },
        { kind: 'acquisition', amount: '40.25', on: '2021-06-30' },
        { kind: 'retention', amount: 15.1, month: '2021-04' },
        { kind: 'retention', amount: 5, month: '2021-06' },
        { kind: 'retention', amount: 800, month: '2021-07' },
      ]),
    );
    expect(figure(report, 'acquisition_spend').exact).toBe('100.50');
    expect(figure(report, 'retention_spend').exact).toBe('20.10');
    expect(figure(report, 'acquisition_cost').value).toBe(100.5);
    expect(figure(report, 'retention_cost').value).toBe(20.1);
    expect(figure(report, 'acquisition_spend').previous?.value).toBe(500);
  });

  it('are an input by the path of the configuration, with the hash of what was read', async () => {
    const file = config([{ kind: 'retention', amount: '1200.50', month: '2021-05' }]);
    const [, input] = (await ask(file)).inputs;
    expect(input).toMatchObject({
      path: file.slice(file.lastIndexOf('/') + 1),
      role: 'spend',
      records: 1,
      sha256: createHash('sha256')
        .update('spent_on,kind,amount\n2021-05-01,retention,1200.50\n')
        .digest('hex'),
    });
  });

  it('count beside a spend export, and twice where they stand twice', async () => {
    const spend = write('spend.csv', 'spent_on,kind,amount\n2021-04-02,acquisition,1.00\n');
    const one = { kind: 'acquisition', amount: 2, on: '2021-04-02' };
    const report = await ask(
      config([one, one]),
      '--spend',
      spend,
      '--delimiter',
      ',',
      '--date-format',
      'yyyy-mm-dd',
    );
    expect(figure(report, 'acquisition_spend').exact).toBe('5.00');
    expect(report.inputs.map(({ role }) => role)).toEqual(['orders', 'spend', 'spend']);
  });

  it('are read as they are written, whatever flags say of the exports', async () => {
    const strange = write(
      'strange.csv',
      'order_id;customer_id;ordered_at;amount\n1;a;05/04/2021;10,50\n2;b;25/06/2021;10,50\n',
    );
    const report = await reportOf([
      ...[
        strange,
        '--delimiter',
        ';',
        '--decimal',
        ',',
        '--date-format',
        'dd/mm/yyyy',
        '--encoding',
        'windows-1252',
      ],
      ...['--config', config([{ kind: 'acquisition', amount: 1234.5678, on: '2021-05-04' }])],
      ...['--period', '2021-05', '--only', 'acquisition_spend'],
    ]);
    expect(figure(report, 'acquisition_spend').exact).toBe('1234.5678');
  });

  it('add up exactly', async () => {
    const cost = fc.tuple(fc.integer({ min: 0, max: 99_999_999_999 }), fc.integer({ min: 0, max: 9999 }));
    await fc.assert(
      fc.asyncProperty(fc.array(cost, { minLength: 1, maxLength: 8 }), async (costs) => {
        const written = costs.map(([whole, parts], index) => {
          const text = `${whole}.${String(parts).padStart(4, '0')}`;
          return { kind: 'acquisition', on: '2021-05-01', amount: index % 2 === 0 ? text : Number(text) };
        });
        const units = costs.reduce(
          (sum, [whole, parts]) => sum + BigInt(whole) * 10_000n + BigInt(parts),
          0n,
        );
        const found = figure(await ask(config(written)), 'acquisition_spend');
        const [integer, decimals = ''] = found.exact!.split('.');
        expect(BigInt(integer! + decimals.padEnd(4, '0'))).toBe(units);
      }),
      { numRuns: 20 },
    );
  });

  it('are no fault of inspect, nor files of it', async () => {
    const file = config([{ kind: 'acquisition', amount: 2, on: '2021-04-02' }]);
    const { code, stdout } = await run(['inspect', orders, '--config', file, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });

  it.each([
    [{ kind: 'acquisition', amount: 2 }, '1:11 bad_config: costs[0] is dated by either on or month.'],
    [
      { kind: 'acquisition', amount: 2, on: '2021-04-02', month: '2021-04' },
      'costs[0] is dated by either on or month.',
    ],
    [{ kind: 'rent', amount: 2, on: '2021-04-02' }, 'costs[0].kind is one of "acquisition", "retention".'],
    [{ kind: 'retention', amount: -2, on: '2021-04-02' }, 'costs[0].amount is an amount such as 1200.50'],
    [
      { kind: 'retention', amount: '1,200.50', on: '2021-04-02' },
      'costs[0].amount is an amount such as 1200.50',
    ],
    [
      { kind: 'retention', amount: 0.00001, on: '2021-04-02' },
      'costs[0].amount is an amount such as 1200.50',
    ],
    [
      { kind: 'retention', amount: 1234567890123.5, on: '2021-04-02' },
      'costs[0].amount is an amount such as',
    ],
    [{ kind: 'retention', amount: 1, on: '2021-02-30' }, 'costs[0].on is a day such as 2021-12-31.'],
    [{ kind: 'retention', amount: 1, month: '2021-13' }, 'costs[0].month is a month such as 2021-03.'],
  ])('%j: %s', async (cost, what) => {
    const { code, stderr } = await run(['kpi', path('gone.csv'), '--config', config([cost])]);
    expect(code).toBe(2);
    expect(stderr).toContain(what);
  });
});
