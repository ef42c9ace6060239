import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure, Report } from '../../src/report/schema.ts';
import { partialShop, shop } from '../oracle/arbitraries.ts';
import type { Answer } from '../oracle/figure.ts';
import { compute } from '../oracle/oracle.ts';
import { lateInquiry } from '../oracle/questions.arbitrary.ts';
import { decimal, isZero, toNumber } from '../oracle/rational.ts';
import { expectNear } from './reading.ts';
import { patience, reportOf, runs, seeds, type Trial, trialOf } from './trials.ts';

/** Figures the oracle does not compute. */
const outOfReach = new Set(['predicted_value']);

/** Products and quotients of other figures, whose numerator and denominator may be any two with that quotient. */
const composed = new Set([
  'customer_lifetime_value',
  'acquisition_to_retention_cost',
  'clv_to_acquisition_cost',
]);

const reasonOf = (figure: Figure): string | null =>
  figure.id === 'churn_reasons' && figure.segment !== null
    ? (Object.values(figure.segment)[0] ?? null)
    : null;

const figuresById = (report: Report): Map<string, Figure> => {
  const figures = new Map<string, Figure>();
  for (const figure of report.figures) {
    const reason = reasonOf(figure);
    if (reason !== null) figures.set(`churn_reasons[${reason}]`, figure);
    else if (figure.segment === null && figure.id !== 'churn_reasons') figures.set(figure.id, figure);
  }
  return figures;
};

const expectAgreement = (id: string, figure: Figure | undefined, answer: Answer): void => {
  expect(figure, `${id} is in the report`).toBeDefined();
  expect(figure!.status, `status of ${id}`).toBe(answer.status);
  if (answer.value === null || answer.numerator === null) {
    expect(figure!.value, `value of ${id}`).toBeNull();
    return;
  }
  expect(figure!.value, `value of ${id}`).not.toBeNull();
  expectNear(figure!.value!, toNumber(answer.value), `value of ${id}`);
  if (figure!.exact !== null && answer.denominator === null) {
    expect(decimal(figure!.exact), `exact ${id}`).toEqual(answer.value);
  }
  if (answer.denominator === null || composed.has(id)) return;
  expectNear(figure!.numerator!, toNumber(answer.numerator), `numerator of ${id}`);
  expectNear(figure!.denominator!, toNumber(answer.denominator), `denominator of ${id}`);
};

const expectAllAgree = async (trial: Trial, every: Set<string>, valued: Set<string>): Promise<void> => {
  const figures = figuresById(await reportOf(trial));
  const answers = compute(trial.shop, trial.question);
  for (const [id, answer] of answers) {
    expectAgreement(id, figures.get(id), answer);
    if (answer.value !== null && !isZero(answer.value)) valued.add(id);
    every.add(id);
  }
  for (const [id, figure] of figures) {
    if (answers.has(id) || outOfReach.has(id)) continue;
    expect(figure.value, `${id}, which the oracle does not know`).toBe(0);
    expect(id).toMatch(/^churn_reasons\[/);
  }
};

test('every figure is what plain loops and exact fractions give', patience, async () => {
  const [asked, every, valued] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const drawn = fc.oneof(
    { weight: 4, arbitrary: trialOf(shop) },
    { weight: 1, arbitrary: trialOf(shop, lateInquiry) },
    { weight: 1, arbitrary: trialOf(partialShop) },
  );
  for (const seed of seeds) {
    await fc.assert(
      fc.asyncProperty(drawn, async (trial) => {
        asked.add(trial.question.base);
        await expectAllAgree(trial, every, valued);
      }),
      { seed, numRuns: Math.ceil(Math.max(runs, 500) / seeds.length) },
    );
  }
  expect([...asked].toSorted()).toEqual(['active:12m', 'contract', 'ever', 'previous']);
  expect([...every].filter((id) => !valued.has(id))).toEqual([]);
});
