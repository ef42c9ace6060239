import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { people } from '../../../src/render/checks/people.ts';
import { summaryText } from '../../../src/render/checks/summary.ts';
import { stateOf } from '../../../src/render/checks/view.ts';
import { table } from '../../../src/render/table.ts';
import { displayWidth } from '../../../src/render/width.ts';
import { anyText } from '../arbitrary.ts';
import { reportOf } from '../sample.ts';
import { checkedReport, checkResult, checks, notEvaluated, options } from './sample.ts';

test('a line for each check, the reasons below', () => {
  expect(people(checkedReport(), options())).toMatchInlineSnapshot(`
    "period    2021-Q2: 2021-04-01 to 2021-06-30, Europe/Paris
    compared  2021-Q1: 2021-01-01 to 2021-03-31
    data      through 2021-06-30, as of 2021-07-02

    ✔ Customer retention rate    40.8%      wanted ≥ 40%, n 214/524
    ✖ Churn (attrition) rate     59.2%      wanted between 30% and 40%, n 310/524
    ▲ Loyal customers hold       -5.004 pt  wanted drop of at most 5 pt since the
                                            previous period, 39.000% after 44.004%,
                                            n 214/524
    ▲ Customer retention rate    40.8%      wanted ≥ 40%, n 214/524, 95% interval
                                            36.6% – 45.2% (Clopper-Pearson)
        not enough to tell: the interval lies on both sides
    ~ Average order value        12.496     wanted > 12.50, n 2,357, 95% interval
                                            11.95 – 13.04 (t)
        not enough to tell: the interval lies on both sides
    ? retension_rate             n/a        wanted ≥ 0.4
        could not be evaluated: no figure has this id; did you mean retention_rate?
    ? Net Promoter Score (NPS)   +41.7      wanted ≥ 30, n 12
      [customer.country=FR]
        could not be evaluated: too few cases: 12, wanted 30 at least

    1 passed, 1 failed, 2 warnings, 1 not enough to tell, 2 could not be evaluated
    "
  `);
});

test('in French and ASCII', () => {
  expect(people(checkedReport(), options({ lang: 'fr', unicode: false }))).toMatchInlineSnapshot(`
    "periode     2021-Q2 : du 2021-04-01 au 2021-06-30, Europe/Paris
    comparee a  2021-Q1 : du 2021-01-01 au 2021-03-31
    donnees     jusqu'au 2021-06-30, vues le 2021-07-02

    + Taux de fidelisation       40,8 %     attendu >= 40 %, n 214/524
    x Taux d'attrition           59,2 %     attendu entre 30 % et 40 %, n 310/524
    ! Loyal customers hold       -5,004 pt  attendu baisse d'au plus 5 pt depuis la
                                            periode precedente, 39,000 % apres
                                            44,004 %, n 214/524
    ! Taux de fidelisation       40,8 %     attendu >= 40 %, n 214/524, intervalle a
                                            95 % 36,6 % - 45,2 % (Clopper-Pearson)
        pas de quoi trancher : l'intervalle est des deux cotes
    ~ Panier moyen               12,496     attendu > 12,50, n 2 357, intervalle a
                                            95 % 11,95 - 13,04 (t de Student)
        pas de quoi trancher : l'intervalle est des deux cotes
    ? retension_rate             n/d        attendu >= 0,4
        n'a pas pu etre evalue : aucun indicateur n'a cet id ; vouliez-vous dire
        retention_rate ?
    ? Net Promoter Score (NPS)   +41,7      attendu >= 30, n 12
      [customer.country=FR]
        n'a pas pu etre evalue : trop peu de cas : 12, il en faut 30

    1 reussi, 1 echoue, 2 avertissements, 1 sans pouvoir trancher, 2 n'ont pas pu
    etre evalues
    "
  `);
});

test('a wide page has a check on one line', () => {
  const lines = people(checkedReport(), options({ width: 200 })).split('\n');
  expect(lines.filter((line) => /^[✔✖▲~?] /.test(line))).toHaveLength(checks.length);
  expect(lines.find((line) => line.startsWith('▲ Customer'))).toMatch(
    /40\.8% +wanted ≥\u00a040%, n\u00a0214\/524, 95% interval 36\.6% – 45\.2% \(Clopper-Pearson\)$/,
  );
});

test('below the figures of a report, and nowhere without checks', () => {
  const written = table(checkedReport(), options());
  expect(written).toContain('\nChecks\n✔ Customer retention rate');
  expect(written.indexOf('Checks')).toBeGreaterThan(written.indexOf('Revenue'));
  expect(table({ ...checkedReport(), checks: [] }, options())).not.toContain('Checks');
});

test('no two fates share a sign, in colour or without, and colour changes no character', () => {
  for (const unicode of [true, false]) {
    const plain = people(checkedReport(), options({ unicode }));
    const signs = plain.split('\n').flatMap((line) => /^([✔✖▲~?+x!]) \S/.exec(line)?.[1] ?? []);
    const bySign = new Map(signs.map((sign, index) => [sign, stateOf(checks[index]!)]));
    expect(signs).toHaveLength(checks.length);
    expect(signs.map((sign) => bySign.get(sign))).toEqual(checks.map(stateOf));
    expect(new Set(bySign.values()).size).toBe(bySign.size);
    const coloured = people(checkedReport(), options({ unicode, colour: 1 }));
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  }
});

test('only a check that passed is said to have passed', () => {
  for (const verdict of ['passed', 'failed', 'inconclusive', 'not_evaluated'] as const)
    for (const outcome of ['pass', 'warn', 'fail', 'error'] as const)
      expect(stateOf({ verdict, outcome }) === 'passed').toBe(verdict === 'passed' && outcome === 'pass');
});

test('the line that counts them', () => {
  const [passed, failed] = [checkResult(), checkResult({ verdict: 'failed', outcome: 'fail' })];
  const none = notEvaluated('no_orders');
  expect(summaryText([passed, passed, failed, none], 'en')).toBe(
    '2 passed, 1 failed, 1 could not be evaluated',
  );
  expect(summaryText([passed, passed, failed, none, none], 'fr')).toBe(
    '2 réussis, 1 échoué, 2 n’ont pas pu être évalués',
  );
  expect(summaryText([], 'en')).toBe('no check was made');
});

const anyCheck = fc
  .tuple(anyText, fc.option(anyText), anyText, fc.boolean())
  .map(([text, name, segment, evaluated]) =>
    evaluated
      ? checkResult({ check: text, name, segment: { channel: segment } })
      : notEvaluated('no_segment', [text], { check: text, name, segment: { channel: segment } }),
  );

test('no line is wider than the page, or obeyed by a terminal or a CI runner', () => {
  fc.assert(
    fc.property(
      fc.array(anyCheck, { maxLength: 4 }),
      fc.integer({ min: 60, max: 120 }),
      fc.boolean(),
      (given, width, unicode) => {
        const written = people(reportOf([], { checks: given }), options({ width, unicode }));
        expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        if (!unicode) expect(written).toMatch(/^\p{ASCII}*$/u);
        for (const line of written.split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(line.trimStart().startsWith('::')).toBe(false);
          expect(line).not.toMatch(/##(vso|teamcity)?\[/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a command in a segment begins no line, wherever it is broken', () => {
  for (let length = 0; length < 60; length += 1) {
    const segment = { channel: `${'x'.repeat(length)} ::error::no` };
    const written = people(reportOf([], { checks: [checkResult({ segment })] }), options());
    for (const line of written.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
  }
});
