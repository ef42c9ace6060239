import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, viewOf } from '../../../src/render/checks/view.ts';
import type { Language } from '../../../src/render/options.ts';
import type { CheckResult } from '../../../src/report/schema.ts';
import { distances, magnitude, near, numbersIn, sign, textOf, threshold, unit } from './near.ts';
import { checkResult } from './sample.ts';

const language = fc.constantFrom<Language>('en', 'fr');
const rounding = /^(just under|just over|exactly|juste en dessous de|juste au-dessus de|exactement) /;

const judged = (
  given: Partial<CheckResult>,
  condition: Partial<CheckResult['condition']>,
  lang: Language,
): { found: string; wanted: string } => {
  const view = viewOf(checkResult({ ...given, condition }), lang);
  return { found: view.found!, wanted: view.wanted };
};

const scaled = (value: bigint, share: boolean): bigint => (share ? value * 100n : value);

describe('what is printed compares as the check found it', () => {
  test('a value with its threshold', () => {
    const given = fc.tuple(
      threshold.chain((to) => fc.tuple(fc.constant(to), near(to))),
      unit,
      language,
    );
    fc.assert(
      fc.property(given, ([[to, exact], unit, lang]) => {
        const value = Number(textOf(exact));
        const distance = distances[sign(exact, to) + 1]!;
        const { found, wanted } = judged({ value, unit, distance }, { threshold: textOf(to) }, lang);
        const [printedWanted] = numbersIn(wanted, lang);
        expect(printedWanted).toBe(scaled(to, unit === 'share'));
        const [printed] = numbersIn(found, lang);
        if (rounding.test(found)) {
          expect(printed).toBe(printedWanted);
          expect(Math.abs(value - Number(textOf(to)))).toBeLessThanOrEqual(1e-15);
          expect(found).toMatch({ below: /under|dessous/, at: /exact/, above: /over|dessus/ }[distance]);
        } else {
          expect(sign(printed!, printedWanted!)).toBe(sign(exact, to));
          const shown = Number(textOf(printed!));
          const meant = Number(textOf(scaled(exact, unit === 'share')));
          expect(Math.abs(shown - meant)).toBeLessThanOrEqual(0.5 + 1e-9 * Math.abs(meant));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a value with both ends of a range', () => {
    const given = fc.tuple(threshold, threshold).chain(([one, other]) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      const exact = fc.oneof(near(low), near(high), near((low + high) / 2n));
      return fc.tuple(fc.constant(low), fc.constant(high), exact, unit, language);
    });
    fc.assert(
      fc.property(given, ([low, high, exact, unit, lang]) => {
        const value = Number(textOf(exact));
        const nearest = magnitude(exact - low) <= magnitude(exact - high) ? low : high;
        const distance = distances[sign(exact, nearest) + 1]!;
        const condition = { operator: 'between' as const, threshold: textOf(low), upper: textOf(high) };
        const { found, wanted } = judged({ value, unit, distance }, condition, lang);
        const ends = numbersIn(wanted, lang);
        const [printed] = numbersIn(found, lang);
        if (rounding.test(found)) {
          expect(printed).toBe(scaled(nearest, unit === 'share'));
          expect(Math.abs(value - Number(textOf(nearest)))).toBeLessThanOrEqual(1e-15);
        } else expect(ends.map((end) => sign(printed!, end))).toEqual([sign(exact, low), sign(exact, high)]);
      }),
      { numRuns: 3000 },
    );
  });

  test('a change with the drop or the rise that is allowed', () => {
    const given = fc.tuple(
      threshold.map(magnitude).chain((most) => fc.tuple(fc.constant(most), near(most))),
      fc.constantFrom<'max_drop' | 'max_rise'>('max_drop', 'max_rise'),
      fc.boolean(),
      unit,
      language,
    );
    fc.assert(
      fc.property(given, ([[most, size], operator, relative, unit, lang]) => {
        const exact = operator === 'max_drop' ? -size : size;
        const to = operator === 'max_drop' ? -most : most;
        const change = Number(textOf(exact));
        const distance = distances[sign(exact, to) + 1]!;
        const { found, wanted } = judged(
          { value: 1, earlier: 1, change, unit, distance },
          { operator, threshold: textOf(most), relative, against: 'previous' },
          lang,
        );
        const moved = relative || unit === 'share';
        const [printedWanted] = numbersIn(wanted, lang);
        expect(printedWanted).toBe(scaled(most, moved));
        const [printed] = numbersIn(found, lang);
        const end = operator === 'max_drop' ? -printedWanted! : printedWanted!;
        if (rounding.test(found)) expect(printed).toBe(end);
        else expect(sign(printed!, end)).toBe(sign(exact, to));
      }),
      { numRuns: 3000 },
    );
  });

  test('the ends of an interval with the threshold they are held to', () => {
    const given = fc.tuple(
      threshold.chain((to) => fc.tuple(fc.constant(to), near(to), near(to))),
      unit,
      language,
    );
    fc.assert(
      fc.property(given, ([[to, one, other], unit, lang]) => {
        const [low, high] = [one, other].map((end) => Number(textOf(end))).sort((a, b) => a - b) as [
          number,
          number,
        ];
        const interval = { low, high, level: 0.95, method: 't' as const };
        const view = viewOf(checkResult({ unit, interval, condition: { threshold: textOf(to) } }), lang);
        if (/just|exact/.test(view.interval!)) return;
        const [, ...ends] = numbersIn(view.interval!.replaceAll(' - ', ' – '), lang);
        const [wanted] = numbersIn(view.wanted, lang);
        const meant = [low, high].map((end) => Math.sign(end - Number(textOf(to))));
        expect(ends.map((end) => sign(end, wanted!))).toEqual(meant);
      }),
    );
  });
});

test.each<[Partial<CheckResult>, Partial<CheckResult['condition']>, Language, string]>([
  [{ value: 0.39996, distance: 'below' }, { threshold: '0.40' }, 'en', '39.996%'],
  [{ value: 0.39996, distance: 'below' }, { threshold: '0.40' }, 'fr', '39,996\u00a0%'],
  [{ value: 0.4, distance: 'at' }, { threshold: '0.40' }, 'en', '40.0%'],
  [{ value: 0.4, distance: 'below' }, { threshold: '0.40' }, 'en', 'just under 40%'],
  [{ value: 0.4, distance: 'above' }, { threshold: '0.40' }, 'fr', 'juste au-dessus de 40\u00a0%'],
  [{ value: 1e-30, distance: 'above' }, { operator: '>', threshold: '0' }, 'en', 'just over 0%'],
  [{ value: 24.999, unit: 'money', distance: 'below' }, { threshold: '25' }, 'en', '24.999'],
  [{ value: 31, unit: 'days', distance: 'above' }, { threshold: '30' }, 'en', '31 d'],
  [{ value: 46.1538, unit: 'points', distance: 'above' }, { threshold: '30' }, 'en', '+46.2'],
  [
    { value: 0.35, distance: 'above' },
    { operator: 'between', threshold: '0.3', upper: '0.4' },
    'en',
    '35.0%',
  ],
  [{ value: 0.9996, distance: 'above' }, { threshold: '0.4' }, 'en', '99.96%'],
])('%j beside %j in %s is %s', (given, condition, lang, found) => {
  expect(judged(given, condition, lang).found).toBe(found);
});

test.each<[Partial<CheckResult>, Partial<CheckResult['condition']>, string, string]>([
  [{}, {}, '≥ 40%', '≥ 40\u00a0%'],
  [
    {},
    { operator: 'between', threshold: '0.3', upper: '0.405' },
    'between 30% and 40.5%',
    'entre 30\u00a0% et 40,5\u00a0%',
  ],
  [{ unit: 'money' }, { operator: '<', threshold: '1234.5' }, '< 1,234.50', '< 1\u202f234,50'],
  [
    {},
    { operator: 'max_drop', threshold: '0.05', against: 'previous' },
    'drop of at most 5 pt since the previous period',
    'baisse d’au plus 5\u00a0pt depuis la période précédente',
  ],
  [
    { unit: 'money' },
    { operator: 'max_rise', threshold: '0.1', relative: true, against: 'year' },
    'rise of at most 10% since the year before',
    'hausse d’au plus 10\u00a0% depuis l’année précédente',
  ],
  [
    { unit: 'count' },
    { operator: 'max_drop', threshold: '12', against: null },
    'drop of at most 12',
    'baisse d’au plus 12',
  ],
  [{ unit: 'money' }, { threshold: `0.${'1'.repeat(40)}` }, `≥ 0.${'1'.repeat(40)}`, `≥ 0,${'1'.repeat(40)}`],
])('%j with %j wants %s', (given, condition, en, fr) => {
  expect(judged(given, condition, 'en').wanted).toBe(en);
  expect(judged(given, condition, 'fr').wanted).toBe(fr);
});

test('a change stands with the values it lies between, as many decimals to each', () => {
  const drop = checkResult({
    name: 'Loyalty holds',
    value: 0.39,
    earlier: 0.44004,
    change: -0.05004,
    distance: 'below',
    condition: { operator: 'max_drop', threshold: '0.05', against: 'previous' },
  });
  expect(checkMessage(drop)).toBe(
    'Loyalty holds: -5.004 pt, wanted drop of at most 5 pt since the previous period, 39.000% after 44.004%, n 214/524',
  );
});
