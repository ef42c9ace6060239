import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configuration, configurationSchema } from '../../src/config/schema.ts';
import { documented } from '../../src/indicators/own/columns.ts';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';

const { write, path } = scratch();

let number = 0;

/** What is said of a configuration that declares these lines, and where. */
const said = async (...lines: string[]): Promise<string> => {
  const file = write(
    `define-${number++}.yaml`,
    `period: 2021\ndefine:\n${lines.map((line) => `  ${line}\n`).join('')}`,
  );
  const { code, stderr, stdout } = await run(['kpi', path('gone.csv'), '--config', file]);
  expect(stdout).toBe('');
  if (code === 3) return 'taken';
  expect(code).toBe(2);
  return stderr.replace(/^loyalty: define-\d+\.yaml:/, '').trim();
};

/** A declaration line by line: its first stands on line 3 of the file, its third on line 5. */
const share = (numerator: string, denominator = 'count where orders_in > 0', more: string[] = []) => [
  '- id: mine',
  '  grain: customer',
  `  numerator: ${numerator}`,
  `  denominator: ${denominator}`,
  '  unit: share',
  ...more,
];

describe('an indicator of a configuration', () => {
  it('is taken where nothing is wrong with it', async () => {
    expect(await said(...share('count where orders_in >= 2'))).toBe('taken');
    expect(
      await said(...share('count', 'count', ['  title: { en: Mine, fr: Le mien }', '  better: lower'])),
    ).toBe('taken');
    expect(await said(...share('COUNT WHERE Orders_In >= 2'))).toBe('taken');
  });

  it.each([
    [
      'count where orders_inn >= 2',
      'names orders_inn, which is no column of customer (did you mean orders_in?)',
    ],
    [
      'count where amount >= 2',
      `names amount, which is no column of customer; its columns are ${Object.keys(documented.customer.columns).join(', ')}`,
    ],
    ['count where constructor', 'names constructor, which is no column of customer'],
    ['count where customer = 1', 'names customer, which is no column of customer'],
    ['count where segment is empty', 'names segment, which is no column of customer'],
    ['sum', 'ends where a column should follow'],
    ['sum at_start', 'cannot sum at_start, which is no number'],
    ['mean revenue_in', 'begins with count or with sum, not with mean'],
    ['count where', 'ends where a column should follow'],
    ['count where orders_in', 'does not say what orders_in is compared with'],
    ['count where orders_in >=', 'ends where a number should follow'],
    ["count where orders_in >= 'two'", 'compares orders_in with two; it is compared with a number'],
    [
      'count where orders_in >= 2021-03-31',
      'compares orders_in with 2021-03-31; it is compared with a number',
    ],
    ['count where orders_in = true', 'compares orders_in with true; it is compared with a number'],
    ['count where at_start = 1', 'compares at_start with 1; it is compared with true or false'],
    ['count where at_start > true', 'compares at_start by >; it is compared by = and != only'],
    ['count where orders_in is full', 'says "orders_in is", behind which only empty may follow'],
    ['count where (at_start', 'has a parenthesis that is never closed'],
    ['count where at_start)', 'ends before ")", which I cannot read there'],
    ['count where at_start at_end', 'ends before "at_end", which I cannot read there'],
    ['count at_start', 'ends before "at_start", which I cannot read there'],
    ['count where orders_in >= 1,5', 'cannot be read from "1,5" on'],
    [
      'count where orders_in >= 123456789012345',
      'holds 123456789012345; a number has up to 14 digits and 4 decimals',
    ],
    ['count where orders_in >= 0.00001', 'holds 0.00001; a number has up to 14 digits and 4 decimals'],
    ['count where orders_in >= 2; drop table x', 'cannot be read from "; drop table" on'],
    ['count where orders_in >= 2 -- x', 'cannot be read from "-- x" on'],
    ['count where orders_in in (1)', 'does not say what orders_in is compared with'],
    ["count where reason = 'it", `cannot be read from "'it" on`],
  ])('%s: %s', async (numerator, what) => {
    const expected = `5:5 bad_config: define[0].numerator ${what}`;
    const quoted = JSON.stringify(numerator);
    expect(await said(...share(quoted))).toContain(expected);
  });

  it('is refused for its denominator at that', async () => {
    expect(await said(...share('count', 'count where ordersin > 0'))).toBe(
      '6:5 bad_config: define[0].denominator names ordersin, which is no column of customer (did you mean orders_in?).',
    );
  });

  it.each([
    ['orders', '3:5 bad_config: define[0].id is taken by a figure of loyalty.'],
    ['repeat_customer_rate', '3:5 bad_config: define[0].id is taken by a figure of loyalty.'],
    ['rejected_share', '3:5 bad_config: define[0].id is taken by a figure of loyalty.'],
    ['Mine', '3:5 bad_config: define[0].id is an id of small letters'],
    ['my-share', '3:5 bad_config: define[0].id is an id of small letters'],
    ['2nd', '3:5 bad_config: define[0].id is an id of small letters'],
  ])('the id %s', async (id, what) => {
    expect(await said(...share('count').with(0, `- id: ${id}`))).toContain(what);
  });

  it('twice is refused at the second', async () => {
    expect(await said(...share('count'), ...share('count'))).toBe(
      '8:5 bad_config: define[1].id is there twice.',
    );
  });

  it.each([
    [['unit: share', 'numerator: count'], 'is share, which is a count over a count'],
    [
      ['unit: share', 'numerator: sum orders_in', 'denominator: count'],
      'is share, which is a count over a count',
    ],
    [
      ['unit: count', 'numerator: count', 'denominator: count'],
      'is count, which is a whole number without a denominator',
    ],
    [['unit: count', 'numerator: sum revenue_in'], 'is count, which is a whole number'],
    [['unit: money', 'numerator: sum orders_in'], 'is money, so the numerator is a sum of money'],
    [
      ['unit: money', 'numerator: sum revenue_in', 'denominator: sum revenue_to'],
      'is money, so the numerator',
    ],
    [['unit: days', 'numerator: count'], 'is days, so the numerator is a sum of days'],
  ])('%j: its unit is not that of the quotient', async (lines, what) => {
    const [first, ...rest] = ['id: mine', 'grain: customer', ...lines];
    expect(await said(`- ${first}`, ...rest.map((line) => `  ${line}`))).toContain(
      `5:5 bad_config: define[0].unit ${what}`,
    );
  });

  it('is refused for a key, a grain or a unit it cannot have', async () => {
    expect(await said(...share('count', 'count', ['  nominator: count']))).toBe(
      '8:5 bad_config: define[0].nominator is no key I know (did you mean denominator?).',
    );
    expect(await said(...share('count').with(1, '  grain: shopper'))).toContain(
      '4:5 bad_config: define[0].grain is one of',
    );
    expect(await said(...share('count').with(4, '  unit: percent'))).toContain(
      '7:5 bad_config: define[0].unit is one of',
    );
  });

  it('is known to --only, --except and the settings, whose misspellings are told with it', async () => {
    const define = [{ id: 'regulars', grain: 'customer', unit: 'count', numerator: 'count' }];
    const by = (indicators: object) => write(`only-${number++}.json`, JSON.stringify({ define, indicators }));
    const kpi = (...flags: string[]) => run(['kpi', path('gone.csv'), ...flags]);
    expect((await kpi('--config', by({ only: ['regulars'] }))).code).toBe(3);
    expect((await kpi('--config', by({ except: ['regulars'] }), '--only', 'regulars')).code).toBe(3);
    const wrong = await kpi('--config', by({}), '--only', 'regular');
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('regulars');
    expect((await kpi('--only', 'regulars')).code).toBe(2);
  });

  it('is taken as the README writes it', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, block] = /```yaml\n(define:\n[\s\S]*?)```/.exec(readme) ?? [];
    const file = write('readme.yaml', block!);
    expect((await run(['kpi', path('gone.csv'), '--config', file])).code).toBe(3);
    expect((await run(['kpi', path('gone.csv'), '--config', file, '--only', 'big_spender_share'])).code).toBe(
      3,
    );
  });

  it('is in the JSON Schema, and so are costs', () => {
    const { properties } = configurationSchema() as {
      properties: Record<string, { items: { properties: object } }>;
    };
    expect(Object.keys(properties.define!.items.properties)).toEqual([
      'id',
      'title',
      'grain',
      'unit',
      'better',
      'numerator',
      'denominator',
    ]);
    expect(Object.keys(properties.costs!.items.properties)).toEqual(['kind', 'amount', 'on', 'month']);
    expect(Object.keys(configuration.shape)).toEqual(Object.keys(properties));
  });
});
