import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { report as form, type Report } from '../../src/report/schema.ts';
import { run } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = (name: string): string => `fixtures/small/${name}.csv`;
const files = [
  small('orders'),
  ...['customers', 'surveys', 'content', 'spend'].flatMap((role) => [`--${role}`, small(role)]),
];

const reportOf = async (argv: readonly string[]): Promise<Report> => {
  const { code, stdout, stderr } = await run(['kpi', ...files, ...argv, '--format', 'json']);
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return form.parse(JSON.parse(stdout));
};

let number = 0;
const write = (report: Report): string => {
  const path = join(folder, `baseline-${number++}.json`);
  writeFileSync(path, JSON.stringify(report));
  return path;
};

const checked = async (argv: readonly string[], path: string, checks: readonly string[]) => {
  const { code, stdout, stderr } = await run([
    ...['kpi', ...files, ...argv, '--baseline', path, '--format', 'json'],
    ...checks.flatMap((check) => ['--check', check]),
  ]);
  if (stdout === '') throw new Error(`exit ${code}: ${stderr}`);
  return { code, checks: form.parse(JSON.parse(stdout)).checks };
};

describe('a baseline of the same run', () => {
  it('may begin with a byte order mark', async () => {
    const path = write(await reportOf(['--period', '2021-Q2']));
    writeFileSync(path, `\ufeff${readFileSync(path).toString('utf8')}`);
    const { code } = await checked(['--period', '2021-Q2'], path, ['orders max_drop 0% against=baseline']);
    expect(code).toBe(0);
  });

  it.each([
    [['--period', '2021-Q2']],
    [['--period', '2021-Q4', '--margin', '30%']],
    [['--period', '2021-05']],
    [['--period', '2021-Q2', '--base', 'active:12m']],
    [['--period', '2021-Q2', '--base', 'contract']],
    [['--period', '2021-Q4', '--lifespan', '1000d', '--by', 'first.channel', '--min-group', '1']],
  ])('has every figure exactly as it is today: %j', async (argv) => {
    const before = await reportOf(argv);
    const isHollow = ({ id, segment, value }: Report['figures'][number]): boolean =>
      (value === 0 && /_spend$|_cost$/.test(id)) ||
      before.figures.some(
        (one) =>
          (one.id === 'orders' || (one.id === 'customers_at_start' && /^(lost|retained)_/.test(id))) &&
          one.value === 0 &&
          JSON.stringify(one.segment) === JSON.stringify(segment),
      );
    const told = before.figures.filter(
      (figure) => figure.status === 'ok' && !figure.notes.includes('history_short') && !isHollow(figure),
    );
    expect(told.length).toBeGreaterThan(15);
    const texts = told.flatMap(({ id, segment }) => {
      const [of] = Object.entries(segment ?? {});
      const name = of === undefined ? id : `${id}[${of[0]}=${of[1]}]`;
      return [`${name} max_drop 0 against=baseline`, `${name} max_rise 0 against=baseline`];
    });
    const { code, checks } = await checked(argv, write(before), texts);
    const different = checks.filter(
      ({ change, distance, verdict }) => change !== 0 || distance !== 'at' || verdict !== 'passed',
    );
    expect(different.map(({ check, reason, change }) => [check, reason, change])).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('a baseline that is no match', () => {
  const quarter = ['--period', '2021-Q2'];
  const one = ['retention_rate max_drop 5pts against=baseline'];

  const foundAgainst = async (change: (report: Report) => Report, checks = one, argv = quarter) => {
    const path = write(change(await reportOf(argv)));
    const { code, checks: found } = await checked(argv, path, checks);
    return { code, reason: found[0]!.reason, details: found[0]!.details };
  };

  it.each<[string, (report: Report) => Report, string, string[]]>([
    ['of another base', (report) => ({ ...report, base: 'ever' }), 'baseline_differs', ['base']],
    [
      'of another zone',
      (report) => ({ ...report, period: { ...report.period, timezone: 'Europe/Paris' } }),
      'baseline_differs',
      ['timezone'],
    ],
    [
      'of a month, not a quarter',
      (report) => ({ ...report, period: { ...report.period, stop: '2021-05-01' } }),
      'baseline_differs',
      ['period'],
    ],
    [
      'of no period',
      (report) => ({ ...report, period: { ...report.period, start: null, stop: null } }),
      'baseline_differs',
      ['period'],
    ],
    ['without the figure', (report) => ({ ...report, figures: [] }), 'not_in_baseline', []],
    [
      'in which it is incomplete',
      (report) => ({
        ...report,
        figures: report.figures.map((figure) => ({ ...figure, status: 'incomplete' })),
      }),
      'no_earlier',
      ['incomplete'],
    ],
    [
      'in which it is undefined',
      (report) => ({
        ...report,
        figures: report.figures.map((figure) => ({ ...figure, status: 'undefined', value: null })),
      }),
      'no_earlier',
      ['undefined'],
    ],
    [
      'in which its history is short',
      (report) => ({
        ...report,
        figures: report.figures.map((figure) => ({ ...figure, notes: ['history_short'] })),
      }),
      'no_earlier',
      ['history_short'],
    ],
    [
      'of a period without orders',
      (report) => ({
        ...report,
        figures: report.figures.map((figure) => (figure.id === 'orders' ? { ...figure, value: 0 } : figure)),
      }),
      'no_earlier',
      ['no_orders'],
    ],
    [
      'of files without a row that counts',
      (report) => ({
        ...report,
        inputs: report.inputs.map((input) => ({
          ...input,
          reconciliation: { ...input.reconciliation, accepted: 0 },
        })),
      }),
      'no_earlier',
      ['no_orders'],
    ],
  ])('%s is never passed', async (_, change, reason, details) => {
    expect(await foundAgainst(change)).toEqual({ code: 4, reason, details });
  });

  it('by its margin is never passed', async () => {
    const argv = ['--period', '2021-Q4', '--lifespan', '3y'];
    const path = write(await reportOf([...argv, '--margin', '0.3']));
    const { code, checks } = await checked(argv, path, [
      'customer_lifetime_value max_drop 50% against=baseline',
    ]);
    expect([code, checks[0]!.reason]).toEqual([4, 'baseline_differs']);
  });

  it('with a 0 and nothing that says what it stands on is no value to drop from', async () => {
    const empty = ['--period', '2021-08', '--as-of', '2022-01-15', '--only'];
    const path = write(await reportOf([...empty, 'revenue,refunds']));
    const argv = ['--period', '2021-07', '--as-of', '2022-01-15'];
    const { code, checks } = await checked(argv, path, [
      'revenue max_drop 5 against=baseline',
      'refunds max_rise 100 against=baseline',
    ]);
    expect(code).toBe(4);
    expect(checks.map(({ verdict, reason, details }) => [verdict, reason, details])).toEqual([
      ['not_evaluated', 'no_earlier', ['zero']],
      ['passed', null, []],
    ]);
  });

  const clv = 'customer_lifetime_value';
  const kept = 'retention_rate';
  const nps = 'net_promoter_score';
  const read = 'content_consumption_rate';
  it.each<[string[], string, string, string]>([
    [['--lifespan', '2y'], clv, 'lifespan', kept],
    [['--lifespan', '2y'], 'lifetime_span', 'lifespan', nps],
    [['--lifespan', '3y', '--margin', '0.3'], clv, 'margin', 'lifetime_span'],
    [['--answers', 'first'], nps, 'answers', kept],
    [['--scale', 'nps=0-10'], nps, 'scale', kept],
    [['--loyal-orders', '3'], read, 'loyalOrders', kept],
    [['--content-min', '3'], read, 'contentMin', nps],
    [['--grain', 'orders'], kept, 'grain', nps],
    [['--count-status', 'paid,refunded,cancelled'], 'revenue', 'countStatus', nps],
    [['--exclude', 'orders.order_id=9999'], kept, 'exclude', nps],
    [['--only-where', 'orders.order_id=*'], kept, 'onlyWhere', nps],
    [['--exclude', 'surveys.response_id=9999'], nps, 'exclude', kept],
  ])('made with %j is no match for %s', async (flags, concerned, setting, free) => {
    const argv = ['--period', '2021-Q4', '--lifespan', '3y'];
    const path = write(await reportOf([...argv.slice(0, 2), '--lifespan', '3y', ...flags]));
    const found = await checked(
      argv,
      path,
      [concerned, free].map((id) => `${id} max_drop 50% against=baseline`),
    );
    const [first, second] = found.checks;
    expect(found.code).toBe(4);
    expect(first).toMatchObject({ reason: 'baseline_differs', details: [setting] });
    expect(first!.message).toContain(`the baseline was made otherwise: ${setting}`);
    expect(second!.reason).not.toBe('baseline_differs');
  });

  it('tells its settings, and no value that a filter names', async () => {
    const { settings } = await reportOf([
      ...['--period', '2021-Q4', '--lifespan', '18m', '--margin', '30%', '--currency', 'eur'],
      ...['--exclude', 'orders.order_id=secret', '--count-status', 'paid,open'],
    ]);
    expect(settings).toMatchObject({ lifespan: 1.5, margin: '0.3', countStatus: ['open', 'paid'] });
    expect(settings!.exclude).toEqual([expect.stringMatching(/^orders\.order_id#[0-9a-f]{12}$/)]);
  });

  it('of an older form, without its settings, is held by its notes', async () => {
    const { settings: _, ...older } = await reportOf(quarter);
    expect(await checked(quarter, write(older), one)).toMatchObject({ code: 0 });
  });

  it('of no money spent is never passed', async () => {
    const drop = (report: Report): Report => ({
      ...report,
      figures: report.figures.map((figure) =>
        figure.id === 'acquisition_cost'
          ? { ...figure, value: 0, numerator: 0, notes: ['no_spend'] }
          : figure,
      ),
    });
    expect(await foundAgainst(drop, ['acquisition_cost max_drop 1 against=baseline'])).toEqual({
      code: 4,
      reason: 'no_earlier',
      details: ['no_spend'],
    });
  });
});
