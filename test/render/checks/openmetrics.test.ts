import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openmetrics } from '../../../src/render/checks/openmetrics.ts';
import type { Report } from '../../../src/report/schema.ts';
import { anyReport, anyText } from '../arbitrary.ts';
import { figure } from '../sample.ts';
import { checkedReport, checkResult, checks, notEvaluated, options } from './sample.ts';

type Sample = readonly [name: string, labels: Record<string, string>, value: number];

const unescapes: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

/** A second reading of the format, as strict as its grammar; anything else throws. */
const samplesIn = (text: string): Sample[] => {
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  return text
    .slice(0, -'# EOF\n'.length)
    .split('\n')
    .slice(0, -1)
    .filter((line) => !/^# (TYPE [a-z_]+ gauge|UNIT [a-z_]+ seconds|HELP [a-z_]+ [^\\\n]+)$/.test(line))
    .map((line): Sample => {
      const match =
        /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)+)\})? (-?\d+(?:\.\d+)?(?:e[-+]\d+)?)$/.exec(
          line,
        );
      if (match === null) throw new Error(`not a sample: ${line}`);
      const labels = [...(match[2] ?? '').matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(
        ([, name, value]) => [name!, value!.replace(/\\./g, (pair) => unescapes[pair]!)] as const,
      );
      return [match[1]!, Object.fromEntries(labels), Number(match[3])];
    });
};

const written = (report: Report = checkedReport()): string => openmetrics(report, options());

const named = (samples: readonly Sample[], name: string): Sample[] => samples.filter(([one]) => one === name);

test('every figure that has a value, and no other', () => {
  const samples = samplesIn(written());
  const values = named(samples, 'loyalty_figure').map(([, { id }, value]) => [id, value]);
  expect(values).toEqual([
    ['retention_rate', 214 / 524],
    ['churn_rate', 310 / 524],
    ['revenue', 29453.31],
  ]);
  expect(named(samples, 'loyalty_figure_denominator').map(([, , value]) => value)).toEqual([524, 524]);
  expect(written()).not.toMatch(/NaN|Inf|null|customer_lifetime_value/);
});

test('a check that was not evaluated does not read as passed', () => {
  const samples = samplesIn(written());
  const values = (name: string): number[] => named(samples, name).map(([, , value]) => value);
  expect(checks.map(({ verdict }) => verdict === 'passed')).toEqual(
    values('loyalty_check_passed').map((value) => value === 1),
  );
  expect(values('loyalty_check_evaluated')).toEqual([1, 1, 1, 1, 1, 0, 0]);
  expect(values('loyalty_check_conclusive')).toEqual([1, 1, 1, 0, 0, 0, 0]);
});

test('the days are those of the report', () => {
  const samples = samplesIn(written());
  const day = (name: string): string =>
    new Date(named(samples, `loyalty_${name}_timestamp_seconds`)[0]![2] * 1000).toISOString();
  expect(day('period_start')).toBe('2021-04-01T00:00:00.000Z');
  expect(day('period_stop')).toBe('2021-07-01T00:00:00.000Z');
  expect(day('as_of')).toBe('2021-07-02T00:00:00.000Z');
  expect(day('data_through')).toBe('2021-06-30T00:00:00.000Z');
  expect(written({ ...checkedReport(), dataThrough: null })).not.toContain('data_through');
});

test('a segment stands in labels, digit for digit what it is but for a number sign', () => {
  const segment = { 'customer.country': 'a"b\\c, d{e}=f' };
  const report = { ...checkedReport(), figures: [figure({ id: 'orders', segment, value: 3 })] };
  expect(named(samplesIn(written(report)), 'loyalty_figure')[0]![1]).toMatchObject({
    attribute: 'customer.country',
    segment: 'a"b\\c, d{e}=f',
  });
  const sharp = { ...report, figures: [figure({ id: 'orders', segment: { tag: 'C#' }, value: 3 })] };
  expect(named(samplesIn(written(sharp)), 'loyalty_figure')[0]![1].segment).toBe('C＃');
});

/** GitLab's reading of a metrics report: a line up to its first number sign, split like a shell splits its words. */
const gitlabWords = (line: string): string[] | null => {
  const rest = line.replace(/#.*$/, '');
  const words = [...rest.matchAll(/(?:"(?:[^"\\]|\\.)*"|[^\s"'])+/g)].map(([word]) => word);
  return words.join(' ') === rest.trim() ? words : null;
};

const anyChecked = fc.tuple(anyReport, anyText, anyText).map(
  ([report, text, other]): Report => ({
    ...report,
    checks: [
      checkResult({ check: text, name: other, segment: { [text]: other } }),
      checkResult({ check: text, name: other, segment: { [text]: other } }),
      notEvaluated('no_segment', [text], { check: other, id: text, segment: { channel: text } }),
    ],
  }),
);

test('whatever the data say it parses, no series twice, and GitLab reads a name and a value in each line', () => {
  fc.assert(
    fc.property(anyChecked, (report) => {
      const text = written(report);
      const samples = samplesIn(text);
      const series = samples.map(([name, labels]) => JSON.stringify([name, labels]));
      expect(new Set(series).size).toBe(series.length);
      const names = samples.map(([name]) => name);
      expect(names.filter((name, index) => name !== names[index - 1])).toEqual([...new Set(names)]);
      expect(named(samples, 'loyalty_check_passed').map(([, , value]) => value)).toEqual([1, 1, 0]);
      for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#')))
        expect(gitlabWords(line)).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
});

const reader = fileURLToPath(new URL('./exposition.py', import.meta.url));
const python = process.env.LOYALTY_TEST_PYTHON ?? 'python3';
const hasParser = spawnSync(python, ['-c', 'import prometheus_client.openmetrics.parser']).status === 0;

interface Family {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly samples: readonly Sample[];
}

const readByPython = (text: string): { openmetrics: Family[]; prometheus: Family[] } => {
  const { status, stdout, stderr } = spawnSync(python, [reader], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { openmetrics: Family[]; prometheus: Family[] };
};

describe.skipIf(!hasParser)('read by prometheus_client (skipped where Python lacks it)', () => {
  test('both formats find the samples that were meant', () => {
    const text = written();
    const found = readByPython(text);
    for (const families of [found.openmetrics, found.prometheus])
      expect(families.flatMap(({ samples }) => samples)).toEqual(samplesIn(text));
    expect(found.openmetrics.every(({ type }) => type === 'gauge')).toBe(true);
    expect(found.openmetrics.filter(({ unit }) => unit === 'seconds')).toHaveLength(4);
  });

  test('whatever the data say', () => {
    fc.assert(
      fc.property(anyChecked, (report) => {
        const text = written(report);
        const found = readByPython(text);
        for (const families of [found.openmetrics, found.prometheus])
          expect(families.flatMap(({ samples }) => samples)).toEqual(samplesIn(text));
      }),
      { numRuns: 8 },
    );
  });

  test.each([
    ['# EOF\n', ''],
    ['_seconds seconds', '_seconds days'],
    ['",unit=', ',unit='],
  ])('with %j made %j it is refused', (part, other) => {
    expect(() => readByPython(written().replace(part, other))).toThrow();
  });
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

describe.skipIf(!hasPromtool)('read by promtool (skipped where it is missing)', () => {
  const check = (text: string) =>
    spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });

  test('the textfile collector takes it, and its linter has nothing to say', () => {
    const { status, stdout, stderr } = check(written());
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });

  test('whatever the data say', () => {
    fc.assert(
      fc.property(anyChecked, (report) => {
        expect(check(written(report)).stderr).toBe('');
      }),
      { numRuns: 15 },
    );
  });

  test('and would refuse what does not parse', () => {
    expect(check(written().replace('",unit=', ',unit=')).status).not.toBe(0);
  });
});
