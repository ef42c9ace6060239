import fc from 'fast-check';
import { expect, test } from 'vitest';
import { github } from '../../../src/render/checks/github.ts';
import { githubSummary } from '../../../src/render/checks/github-summary.ts';
import { markdown } from '../../../src/render/markdown.ts';
import { anyText } from '../arbitrary.ts';
import { reportOf } from '../sample.ts';
import { checkedReport, checkResult, notEvaluated, options } from './sample.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescaped = (text: string): string =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What a runner makes of a line: the command it begins with, else one it finds after `##[`. */
const commandIn = (line: string): Command | null => {
  const match = /^\s*::([^\s:]+)(?: ((?:(?!::).)*))?::(.*)$/.exec(line);
  if (match === null) return /##\[/.test(line) ? { name: 'old', properties: {}, message: line } : null;
  const [, name = '', given = '', message = ''] = match;
  const properties = Object.fromEntries(
    given
      .split(',')
      .filter((part) => part !== '')
      .map((part) => [part.split('=')[0]!, unescaped(part.slice(part.indexOf('=') + 1))]),
  );
  return { name, properties, message: unescaped(message) };
};

const commandsIn = (text: string): Command[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map((line) => commandIn(line)!);

test('what did not pass is annotated, errors first', () => {
  const commands = commandsIn(
    github(checkedReport(), options({ configuration: 'shop, a:b/loyalty.config.yaml' })),
  );
  expect(commands.map(({ name }) => name)).toEqual([
    'error',
    'error',
    'error',
    'warning',
    'warning',
    'notice',
  ]);
  expect(commands[0]).toEqual({
    name: 'error',
    properties: { title: 'Churn (attrition) rate - failed', file: 'shop, a:b/loyalty.config.yaml' },
    message: 'Churn (attrition) rate: 59.2%, wanted between 30% and 40%, n 310/524',
  });
});

test('nothing is written where all passed', () => {
  expect(github(checkedReport([checkResult()]), options())).toBe('');
});

test('what is not evaluated is an error', () => {
  const [command] = commandsIn(
    github(checkedReport([notEvaluated('no_orders', [], { level: 'warn' })]), options()),
  );
  expect(command?.name).toBe('error');
});

test('of a kind GitHub shows ten, so the tenth names the others', () => {
  const failed = (name: string) =>
    checkResult({ name, verdict: 'failed', outcome: 'fail', distance: 'below', value: 0.1 });
  const named = Array.from({ length: 13 }, (_, index) => `check ${index + 1}`);
  const commands = commandsIn(github(checkedReport(named.map(failed)), options()));
  expect(commands).toHaveLength(10);
  expect(commands[9]!.properties).toEqual({ title: '4 more' });
  for (const name of named) expect(JSON.stringify(commands)).toContain(name);
  expect(commandsIn(github(checkedReport(named.slice(0, 10).map(failed)), options()))).toHaveLength(10);
});

const payloads = [
  '::error::no',
  '\n::set-output name=a::b',
  '\r::stop-commands::x',
  'a%0A::error::no',
  'a::b,file=/etc/passwd',
  '##[error]no',
  '%250A%0D',
];

test.each(payloads)('%j out of the data is text of our own command', (payload) => {
  const failed = checkResult({
    name: payload,
    segment: { channel: payload },
    verdict: 'failed',
    outcome: 'fail',
  });
  const missing = notEvaluated('no_segment', [payload], { segment: { [payload]: payload } });
  const commands = commandsIn(github(checkedReport([failed, missing]), options({ configuration: payload })));
  expect(commands.map(({ name, properties }) => [name, Object.keys(properties)])).toEqual([
    ['error', ['title', 'file']],
    ['error', ['title', 'file']],
  ]);
});

test('any text out of the data stays in its property or message', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (name, value, nearest) => {
      const checks = [
        checkResult({ name, verdict: 'failed', outcome: 'fail' }),
        notEvaluated('no_segment', [nearest], { segment: { channel: value } }),
      ];
      const written = github(checkedReport(checks), options({ configuration: value }));
      expect(written.split('\n')).toHaveLength(3);
      const commands = commandsIn(written);
      expect(commands).toHaveLength(2);
      for (const { name: command, properties } of commands) {
        expect(command).toBe('error');
        expect(Object.keys(properties)).toEqual(['title', 'file']);
      }
      expect(written).not.toContain('##[');
    }),
    { numRuns: 500 },
  );
});

test('the step summary: the checks, what did not pass first, and the figures they are on', () => {
  expect(githubSummary(checkedReport(), options())).toMatchInlineSnapshot(`
    "## Checks: 2021-Q2

    1 passed, 1 failed, 2 warnings, 1 not enough to tell, 2 could not be evaluated

    | check | wanted | found | n | interval | result |
    |---|---|---:|---:|---|---|
    | ✖ Churn (attrition) rate | between 30% and 40% | 59.2% | 310/524 |  | failed |
    | ▲ Loyal customers hold | drop of at most 5 pt since the previous period | -5.004 pt, 39.000% after 44.004% | 214/524 |  | warning |
    | ▲ Customer retention rate | ≥ 40% | 40.8% | 214/524 | 95% interval 36.6% – 45.2% (Clopper-Pearson) | warning: not enough to tell: the interval lies on both sides |
    | &#126; Average order value | &#62; 12.50 | 12.496 | 2,357 | 95% interval 11.95 – 13.04 (t) | not enough to tell: the interval lies on both sides |
    | ? retension_rate | ≥ 0.4 | n/a |  |  | not evaluated: no figure has this id; did you mean retention_rate? |
    | ? Net Promoter Score (NPS) &#91;customer.country=FR&#93; | ≥ 30 | +41.7 | 12 |  | not evaluated: too few cases: 12, wanted 30 at least |
    | ✔ Customer retention rate | ≥ 40% | 40.8% | 214/524 |  | passed |

    ### Customers who stay

    | figure | value | n | 95% interval | before | change | notes |
    |---|---:|---:|---:|---:|---:|---|
    | Customer retention rate | 40.8% | 214/524 |  |  |  |  |
    | Churn (attrition) rate | 59.2% | 310/524 |  |  |  |  |

    - period: \`2021-Q2\`: 2021-04-01 to 2021-06-30, Europe/Paris
    - compared: \`2021-Q1\`: 2021-01-01 to 2021-03-31
    - base: previous: customers with an order in the period before
    - data: through 2021-06-30, as of 2021-07-02
    - inputs: \`orders.csv\` (orders, \`shopify\`): 2,420 records = 2,357 accepted + 3 rejected + 40 not counted + 20 outside the window
    "
  `);
});

test('the Markdown of a report has the checks below its figures, and no heading without them', () => {
  const written = markdown(checkedReport(), options());
  expect(written).toContain('\n## Checks\n\n1 passed, 1 failed');
  expect(written.indexOf('## Checks')).toBeGreaterThan(written.indexOf('## What they bring'));
  expect(markdown({ ...checkedReport(), checks: [] }, options())).not.toContain('Checks');
});

test('every row of the table of checks has its six cells and no markup, whatever the data say', () => {
  fc.assert(
    fc.property(anyText, anyText, (name, value) => {
      const checks = [
        checkResult({ name }),
        notEvaluated('no_segment', [value], { segment: { channel: value } }),
      ];
      const rows = githubSummary(reportOf([], { checks }), options())
        .split('\n')
        .filter((line) => line.startsWith('|'));
      expect(rows).toHaveLength(4);
      for (const row of rows) {
        expect(row.split('|')).toHaveLength(8);
        if (!row.startsWith('|---')) expect(row).not.toMatch(/[<>`[\]*@]/);
      }
    }),
  );
});

test('a summary stays under the MiB that GitHub takes', () => {
  const long = notEvaluated('no_segment', ['<'.repeat(300)], { segment: { channel: '<'.repeat(300) } });
  const many = Array.from({ length: 5000 }, () => long);
  const written = githubSummary(reportOf([], { checks: many }), options());
  expect(Buffer.byteLength(written)).toBeLessThan(2 ** 20);
  const rows = written.split('\n').filter((line) => line.startsWith('| ?')).length;
  expect(rows).toBeGreaterThan(50);
  expect(written).toContain(`\n${(5000 - rows).toLocaleString('en-GB')} more\n`);
});
