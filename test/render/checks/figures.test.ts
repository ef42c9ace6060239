import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubSummary } from '../../../src/render/checks/github-summary.ts';
import { markdown } from '../../../src/render/markdown.ts';
import { formatNumber } from '../../../src/render/numbers.ts';
import type { Language } from '../../../src/render/options.ts';
import { table } from '../../../src/render/table.ts';
import type { CheckResult, Figure, Report } from '../../../src/report/schema.ts';
import { run } from '../../support/cli.ts';
import { figure, reportOf } from '../sample.ts';
import { distances, magnitude, near, numbersIn, sign, textOf, threshold, unit, unitsOf } from './near.ts';
import { checkResult, options } from './sample.ts';

/** The cells of a row of figures: value, before and change, as people read them. */
interface Cells {
  readonly value: string;
  readonly interval: string;
  readonly before: string;
  readonly change: string;
}

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.split('|').length === 9)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const cellsOf = (text: string, name: string): Cells => {
  const row = rowsOf(text).find(([title]) => title!.includes(name));
  if (row === undefined) throw new Error(`no row ${name}`);
  const [, value, , interval, before, change] = row as [string, string, string, string, string, string];
  return { value, interval, before, change };
};

const wide = (lang: Language) => options({ lang, width: 1000 });

/** A figure with a check on it, the exact number that the check compared, and the threshold. */
interface Case {
  readonly figure: Figure;
  readonly check: CheckResult;
  readonly exact: bigint;
  readonly to: bigint;
}

const language = fc.constantFrom<Language>('en', 'fr');
const segmentOf = (at: number) => ({ channel: `s${at}x` });
const shareOf = (one: { unit: Figure['unit'] }) => one.unit === 'share';

const onValue = fc
  .tuple(
    threshold.chain((to) => fc.tuple(fc.constant(to), near(to))),
    unit,
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(
    ([[to, exact], unit, width]): Case => ({
      figure: figure({
        id: 'retention_rate',
        unit,
        value: Number(textOf(exact)),
        interval: {
          low: Number(textOf(exact)) - width,
          high: Number(textOf(exact)) + width,
          level: 0.95,
          method: 't',
        },
      }),
      check: checkResult({
        unit,
        value: Number(textOf(exact)),
        distance: distances[sign(exact, to) + 1]!,
        condition: { threshold: textOf(to) },
      }),
      exact,
      to,
    }),
  );

const onChange = fc
  .tuple(
    threshold.map(magnitude).chain((most) => fc.tuple(fc.constant(most), near(most))),
    fc.constantFrom<'max_drop' | 'max_rise'>('max_drop', 'max_rise'),
    unit,
    fc.double({ min: 1, max: 1000, noNaN: true }),
  )
  .map(([[most, size], operator, unit, earlier]): Case => {
    const exact = operator === 'max_drop' ? -size : size;
    const to = operator === 'max_drop' ? -most : most;
    const change = Number(textOf(exact));
    const relative = !['share', 'points', 'scale'].includes(unit);
    const value = relative ? earlier * (1 + change) : earlier + change;
    return {
      figure: figure({
        id: 'retention_rate',
        unit,
        value,
        previous: { value: earlier, numerator: null, denominator: null, status: 'ok' },
        change: { absolute: value - earlier, relative: value / earlier - 1, significant: null, p: null },
      }),
      check: checkResult({
        unit,
        value,
        earlier,
        change,
        distance: distances[sign(exact, to) + 1]!,
        condition: { operator, threshold: textOf(most), relative, against: 'previous' },
      }),
      exact,
      to,
    };
  });

const reportOfCases = (cases: readonly Case[]): Report =>
  reportOf(
    cases.map(({ figure }, at) => ({ ...figure, segment: segmentOf(at) })),
    { checks: cases.map(({ check }, at) => ({ ...check, segment: segmentOf(at) })) },
  );

/** Of several thresholds one may be named; the number then lies beside the others as the verdicts say. */
const expectHeld = (
  text: string,
  { exact, to }: Pick<Case, 'exact' | 'to'>,
  isPercent: boolean,
  lang: Language,
  thresholds: readonly bigint[] = [to],
): void => {
  const [number] = numbersIn(text, lang);
  const printed = (units: bigint): bigint => (isPercent ? units * 100n : units);
  const limit = printed(to);
  const just = /^(?:[▲▼] *)?(just under|just over|exactly|juste en dessous|juste au-dessus|exactement)/.exec(
    text,
  );
  if (just !== null) expect(thresholds.map(printed)).toContain(number);
  if (just === null || number !== limit) expect(sign(number!, limit)).toBe(sign(exact, to));
  else {
    const is = /under|dessous/.test(just[1]!) ? -1 : /over|dessus/.test(just[1]!) ? 1 : 0;
    expect(is).toBe(sign(exact, to));
  }
};

/** The cells of a row of the table for a terminal: at two blanks or more a new one begins. */
const tableCells = (text: string, name: string): string[] =>
  text
    .split('\n')
    .find((line) => new RegExp(`^ +${name} `).test(line))!
    .trim()
    .split(/ {2,}/);

/** A report in each form that prints figures for people: Markdown, step summary, table. */
const pagesOf = (report: Report, lang: Language): readonly [string, string, string] => [
  markdown(report, wide(lang)),
  githubSummary(report, wide(lang)),
  table(report, wide(lang)),
];

describe('no figure is printed on another side of its threshold than the verdict says', () => {
  test('its value', () => {
    fc.assert(
      fc.property(fc.array(onValue, { minLength: 1, maxLength: 10 }), language, (cases, lang) => {
        const [page, summary, terminal] = pagesOf(reportOfCases(cases), lang);
        for (const [at, one] of cases.entries()) {
          const { value } = cellsOf(page, `s${at}x`);
          expectHeld(value, one, shareOf(one.figure), lang);
          expect(cellsOf(summary, `s${at}x`).value).toBe(value);
          expect(tableCells(terminal, `s${at}x`)[1]).toBe(value);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('its change', () => {
    fc.assert(
      fc.property(fc.array(onChange, { minLength: 1, maxLength: 10 }), language, (cases, lang) => {
        const [page, summary, terminal] = pagesOf(reportOfCases(cases), lang);
        for (const [at, one] of cases.entries()) {
          const { change } = cellsOf(page, `s${at}x`);
          expectHeld(change, one, one.check.condition.relative || shareOf(one.figure), lang);
          expect(cellsOf(summary, `s${at}x`).change).toBe(change);
          expect(change).toContain(
            tableCells(terminal, `s${at}x`)
              .at(-1)!
              .replace(/^[▲▼] /, '')
              .replace(/ [✓✗~=]$/, ''),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the ends of its interval, where the check asks for confidence', () => {
    fc.assert(
      fc.property(onValue, language, (one, lang) => {
        const { interval } = one.figure;
        const confident = {
          ...one,
          check: { ...one.check, interval: { ...interval!, method: 't' as const } },
        };
        const ends = cellsOf(markdown(reportOfCases([confident]), wide(lang)), 's0x').interval;
        for (const [at, end] of [interval!.low, interval!.high].entries()) {
          const text = ends.split(' – ')[at]!;
          const limit = Number(textOf(one.to));
          if (Math.abs(end - limit) < 1e-9) continue;
          const [number] = numbersIn(text, lang);
          expect(sign(number!, shareOf(one.figure) ? one.to * 100n : one.to)).toBe(end < limit ? -1 : 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('held to several thresholds, on every side at once', () => {
    const at = unitsOf('954.7720000000000000004');
    const given = threshold.chain((to) =>
      fc.tuple(near(to), fc.array(near(to), { minLength: 2, maxLength: 4 })),
    );
    fc.assert(
      fc.property(given, unit, language, ([exact, limits], unit, lang) => {
        const value = Number(textOf(exact));
        if (limits.some((to) => to !== exact && magnitude(to - exact) < 10n ** 16n)) return;
        const checks = limits.map((to) =>
          checkResult({
            segment: segmentOf(0),
            unit,
            value,
            distance: distances[sign(exact, to) + 1]!,
            condition: { threshold: textOf(to) },
          }),
        );
        const report = reportOf([figure({ id: 'retention_rate', unit, value, segment: segmentOf(0) })], {
          checks,
        });
        const { value: text } = cellsOf(markdown(report, wide(lang)), 's0x');
        for (const to of limits) expectHeld(text, { exact, to }, unit === 'share', lang, limits);
      }),
      {
        numRuns: 400,
        // At one threshold, in more digits than are printed, and far above another.
        examples: [[[at, [at - 10n ** 26n, at]], 'count', 'en']],
      },
    );
  });
});

test('a figure is printed as ever where its usual digits do not mislead', () => {
  const value = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((number) => number / 1000);
  fc.assert(
    fc.property(value, unit, language, (number, unit, lang) => {
      const check = checkResult({
        segment: segmentOf(0),
        unit,
        value: number,
        distance: 'above',
        condition: { threshold: '-99999' },
      });
      const report = reportOf(
        [figure({ id: 'retention_rate', unit, value: number, segment: segmentOf(0) })],
        { checks: [check] },
      );
      expect(cellsOf(markdown(report, wide(lang)), 's0x').value).toBe(formatNumber(number, unit, lang));
    }),
    { numRuns: 400 },
  );
});

describe('kpi --check', () => {
  const shop = [
    'kpi',
    'fixtures/small/orders.csv',
    ...['--period', '2021-Q2', '--as-of', '2022-01-01', '--width', '200'],
    ...['--only', 'retention_rate,returning_customer_share', '--ascii'],
  ];

  test.each([
    [['--check', 'retention_rate >= 0.667'], '66.67%', '+6.7 pt', '60.0%'],
    [['--check', 'retention_rate >= 0.5'], '66.7%', '+6.7 pt', '60.0%'],
    [['--check', 'retention_rate max_rise 6.67pts'], '66.667%', '+6.667 pt', '60.000%'],
    [
      ['--check', 'retention_rate >= 66.67%', '--check', 'retention_rate max_rise 6.7pts'],
      '66.667%',
      '+6.67 pt',
      '60.00%',
    ],
    [['--check', 'retention_rate max_rise 6.67pts against=year'], '66.7%', '+6.7 pt', '60.0%'],
  ])('prints what %j is on as its line does', async (checks, value, change, before) => {
    const { stdout } = await run([...shop, ...checks]);
    const row = stdout.split('\n').find((line) => line.includes('Customer retention rate'))!;
    expect(row).toMatch(new RegExp(` ${value.replace('.', '\\.')} `));
    expect(row).toContain(` ${change} `);
    expect(row).toContain(` ${before} `);
    expect(stdout).toMatch(/returning customers +76\.9%/i);
  });
});
