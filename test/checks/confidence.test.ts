import { describe, expect, it } from 'vitest';
import type { Evaluated } from '../../src/checks/evaluate.ts';
import { random } from '../support/random.ts';
import { evaluated, parts } from './outcome.ts';

type Verdict = Evaluated['verdict'];

/** The verdict on so many of so many, each worked out once. */
const judgeOf = (condition: string, total: number): ((successes: number) => Verdict) => {
  const known = new Map<number, Verdict>();
  return (successes) => {
    const before = known.get(successes);
    if (before !== undefined) return before;
    const counts = parts({ numerator: successes, denominator: total });
    const { verdict } = evaluated(`retention_rate ${condition} confidence`, counts);
    known.set(successes, verdict);
    return verdict;
  };
};

/** The probability of every number of successes, each by sums of logarithms. */
const binomial = (total: number, share: number): number[] => {
  const logs = [0];
  for (let count = 1; count <= total; count += 1) logs.push(logs[count - 1]! + Math.log(count));
  return logs.map((log, successes) =>
    Math.exp(
      logs[total]! -
        log -
        logs[total - successes]! +
        successes * Math.log(share) +
        (total - successes) * Math.log1p(-share),
    ),
  );
};

const shares = [
  0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98,
];
const operators = ['>=', '>', '<=', '<'];

/** The probabilities of a wrong failure and of a wrong pass where the true share is the threshold. */
const wrongOf = (operator: string, share: number, total: number) => {
  const judge = judgeOf(`${operator} ${share}`, total);
  const wrong = { failed: 0, passed: 0 };
  for (const [successes, probability] of binomial(total, share).entries()) {
    const verdict = judge(successes);
    if (verdict === 'failed' || verdict === 'passed') wrong[verdict] += probability;
  }
  return wrong;
};

describe('a confident check on a share whose true value is the threshold', () => {
  it.each([1, 2, 5, 10, 20, 21, 30, 50, 75, 100, 200, 400])(
    'fails, and passes, at most 1 run in 40 of %i cases, summed exactly',
    (total) => {
      for (const operator of operators)
        for (const share of shares) {
          const { failed, passed } = wrongOf(operator, share, total);
          expect(failed, `${operator} ${share}`).toBeLessThanOrEqual(0.025);
          expect(passed, `${operator} ${share}`).toBeLessThanOrEqual(0.025);
        }
    },
  );

  /** 2.5 % and four standard errors of 10 000 draws. */
  const most = 0.025 + 4 * Math.sqrt((0.025 * 0.975) / 10_000);

  it.each([20, 40, 100, 300])('fails at most 1 run in 40 of %i cases, drawn 10 000 times', (total) => {
    const draws = 10_000;
    const { below } = random(total);
    for (const share of shares) {
      const judges = ['>=', '<='].map((operator) => judgeOf(`${operator} ${share}`, total));
      const cut = Math.round(share * 1_000_000);
      const failures = judges.map(() => 0);
      for (let draw = 0; draw < draws; draw += 1) {
        let successes = 0;
        for (let one = 0; one < total; one += 1) if (below(1_000_000) < cut) successes += 1;
        for (const [index, judge] of judges.entries())
          if (judge(successes) === 'failed') failures[index]! += 1;
      }
      for (const count of failures) expect(count / draws, String(share)).toBeLessThanOrEqual(most);
    }
  });

  it('fails where the share is far off, and passes where it is far on the right side', () => {
    expect(judgeOf('>= 0.4', 500)(150)).toBe('failed');
    expect(judgeOf('>= 0.4', 500)(250)).toBe('passed');
    expect(judgeOf('>= 0.4', 20)(7)).toBe('inconclusive');
    expect(judgeOf('between 0.3 and 0.5', 1000)(400)).toBe('passed');
    expect(judgeOf('between 0.3 and 0.5', 1000)(200)).toBe('failed');
    expect(judgeOf('between 0.3 and 0.5', 1000)(310)).toBe('inconclusive');
    expect(judgeOf('between 0.39 and 0.41', 100)(40)).toBe('inconclusive');
  });

  it('is never surer than a check without confidence', () => {
    for (const operator of operators)
      for (let successes = 0; successes <= 40; successes += 1) {
        const confident = judgeOf(`${operator} 0.25`, 40)(successes);
        const counts = parts({ numerator: successes, denominator: 40 });
        if (confident !== 'inconclusive')
          expect(evaluated(`retention_rate ${operator} 0.25`, counts).verdict).toBe(confident);
      }
  });
});

describe('where the interval lies on both sides', () => {
  const counts = parts({ numerator: 7, denominator: 20 });

  it.each([
    ['', 'error', 'warn'],
    ['inconclusive=warn', 'error', 'warn'],
    ['inconclusive=fail', 'error', 'fail'],
    ['inconclusive=fail level=warn', 'warn', 'warn'],
    ['inconclusive=pass', 'error', 'pass'],
  ])('a check with "%s" at level %s has the outcome %s', (settings, level, outcome) => {
    const found = evaluated(`retention_rate >= 0.4 confidence ${settings}`, counts);
    expect(found).toMatchObject({ verdict: 'inconclusive', outcome, level, reason: 'straddles' });
    expect(found.interval?.method).toBe('clopper-pearson');
  });
});

describe('figures without an interval are not evaluated', () => {
  it.each([
    ['orders > 5 confidence', { numerator: 10 }],
    ['revenue > 5 confidence', { numerator: 10 }],
    ['points_redemption_rate > 0.5 confidence', { numerator: 30, denominator: 40 }],
    ['satisfaction_mean > 3 confidence', { numerator: 4, denominator: 1, squares: 16 }],
    ['satisfaction_mean > 3 confidence', { numerator: 100, denominator: 20, squares: 500 }],
  ])('%s of %j', (check, counts) => {
    const found = evaluated(check, parts(counts));
    expect(found).toMatchObject({ verdict: 'not_evaluated', outcome: 'error', reason: 'no_interval' });
  });
});
