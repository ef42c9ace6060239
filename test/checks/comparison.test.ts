import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evaluated } from '../../src/checks/evaluate.ts';
import { evaluate } from '../../src/checks/evaluate.ts';
import type { Value } from '../../src/report/value.ts';
import { assembled, checkOf, evaluated, outcomeOf, parts } from './outcome.ts';

/** Decimals of the thresholds tried: beyond those a double can tell apart. */
const decimals = 18;
const scale = 10n ** BigInt(decimals);

const floorOf = (above: bigint, below: bigint): bigint => {
  const whole = above / below;
  return above % below !== 0n && above < 0n !== below < 0n ? whole - 1n : whole;
};

const textOf = (units: bigint): string => {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

const holds: Readonly<Record<string, (difference: bigint) => boolean>> = {
  '<': (difference) => difference < 0n,
  '<=': (difference) => difference <= 0n,
  '>': (difference) => difference > 0n,
  '>=': (difference) => difference >= 0n,
};

/** Holds above ÷ below to thresholds at it, and one in the last place around it, by cross-multiplication. */
const expectExact = (above: bigint, below: bigint, judge: (condition: string) => Evaluated): void => {
  const near = floorOf(above * scale, below);
  for (const units of [near - 1n, near, near + 1n])
    for (const [operator, isHeld] of Object.entries(holds)) {
      const difference = above * scale - units * below;
      const { verdict, distance } = judge(`${operator} ${textOf(units)}`);
      expect(verdict, `${operator} ${textOf(units)}`).toBe(isHeld(difference) ? 'passed' : 'failed');
      expect(distance).toBe(difference < 0n ? 'below' : difference > 0n ? 'above' : 'at');
    }
  const inside = (low: bigint, high: bigint) => near * below <= above * scale && low <= near && high > near;
  for (const [low, high] of [
    [near, near + 1n],
    [near - 1n, near + 1n],
  ] as const)
    expect(judge(`between ${textOf(low)} and ${textOf(high)}`).verdict).toBe(
      inside(low, high) ? 'passed' : 'failed',
    );
  const { verdict } = judge(`between ${textOf(near - 2n)} and ${textOf(near - 1n)}`);
  expect(verdict).toBe('failed');
};

const big = (least: bigint, most: bigint) => fc.bigInt({ min: least, max: most });
const runs = { numRuns: 300 };

describe('a value is compared exactly, at the threshold and one in the 18th decimal around it', () => {
  it('of a share', () => {
    const counts = big(3n, 10n ** 9n).chain((total) => fc.tuple(big(1n, total - 1n), fc.constant(total)));
    fc.assert(
      fc.property(counts, ([above, below]) =>
        expectExact(above, below, (condition) =>
          evaluated(`retention_rate ${condition}`, parts({ numerator: above, denominator: below })),
        ),
      ),
      runs,
    );
  });

  it('of a net score', () => {
    const answers = fc.tuple(big(1n, 10n ** 7n), big(1n, 10n ** 7n), big(1n, 10n ** 7n));
    fc.assert(
      fc.property(answers, ([promoters, passives, detractors]) => {
        const denominator = promoters + passives + detractors;
        expectExact(100n * (promoters - detractors), denominator, (condition) =>
          evaluated(`net_promoter_score ${condition}`, parts({ promoters, detractors, denominator })),
        );
      }),
      runs,
    );
  });

  it('of a mean of money, of a sum, and of a figure made of others', () => {
    const sums = fc.tuple(big(1n, 10n ** 15n), big(1n, 10n ** 6n), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(sums, ([units, cases, places]) => {
        const money = { units, scale: places };
        const total = cases * 10n ** BigInt(places);
        const counts = { numerator: money, denominator: { units: cases, scale: 0 } };
        const squares = { units: units * units, scale: 0 };
        expectExact(units, total, (condition) =>
          evaluated(`average_order_value ${condition}`, { ...counts, squares }),
        );
        expectExact(units, 10n ** BigInt(places), (condition) =>
          evaluated(`revenue ${condition}`, { numerator: money }),
        );
        const derived: Value = {
          status: 'ok',
          ...counts,
          interval: null,
          notes: [],
          parts: {},
          factor: 1n,
        };
        expectExact(units, total, (condition) =>
          evaluate(
            checkOf(`customer_lifetime_value ${condition}`),
            outcomeOf([assembled('customer_lifetime_value', derived)]),
            null,
          ),
        );
      }),
      runs,
    );
  });

  it('of shares that doubles take for one', () => {
    const [above, below] = [3_333_333_333_333_333n, 10n ** 16n];
    expect(Number(above) / Number(below)).toBe(0.3333333333333333);
    const judge = (condition: string) =>
      evaluated(`retention_rate ${condition}`, parts({ numerator: above, denominator: below })).verdict;
    expect(judge('>= 0.3333333333333333')).toBe('passed');
    expect(judge('> 0.3333333333333333')).toBe('failed');
    expect(judge('>= 0.33333333333333330000000001')).toBe('failed');
    expect(judge('<= 0.33333333333333329999999999')).toBe('failed');
  });
});

describe('a change is compared exactly', () => {
  const total = 10n ** 6n;
  const share = fc
    .tuple(big(2n, total - 1n), fc.constant(total))
    .chain(([most]) => fc.tuple(big(1n, most), fc.constant(most + 1n)));

  /** The verdicts on a drop and a rise of at most the thresholds around a change, as above ÷ below. */
  const expectChange = (
    [above, below]: readonly [bigint, bigint],
    judge: (condition: string) => Evaluated,
    written: (units: bigint) => string,
    mostDrop = 10n ** 40n,
  ): void => {
    const near = floorOf((above < 0n ? -above : above) * scale, below);
    for (const units of [near - 1n, near, near + 1n].filter((one) => one >= 0n)) {
      if (units < mostDrop) {
        const drops = judge(`max_drop ${written(units)}`).verdict;
        expect(drops).toBe(-above * scale <= units * below ? 'passed' : 'failed');
      }
      const rises = judge(`max_rise ${written(units)}`).verdict;
      expect(rises).toBe(above * scale <= units * below ? 'passed' : 'failed');
    }
  };

  it('in points of a share, and relative to the earlier one', () => {
    fc.assert(
      fc.property(share, share, ([k1, n1], [k0, n0]) => {
        const judge = (condition: string) =>
          evaluated(
            `retention_rate ${condition}`,
            parts({ numerator: k1, denominator: n1 }),
            parts({ numerator: k0, denominator: n0 }),
          );
        const change = k1 * n0 - k0 * n1;
        expectChange([change, n1 * n0], judge, textOf);
        expectChange([change * 100n, n1 * k0], judge, (units) => `${textOf(units)}%`, 100n * scale);
      }),
      runs,
    );
  });

  it('of a net score, whose earlier value may be below 0', () => {
    const answers = fc.tuple(big(1n, 9999n), big(1n, 9999n), big(1n, 9999n));
    fc.assert(
      fc.property(answers, answers, (now, then) => {
        fc.pre(then[0] !== then[2]);
        const counted = ([promoters, passives, detractors]: typeof now) => ({
          promoters,
          detractors,
          denominator: promoters + passives + detractors,
        });
        const [current, earlier] = [counted(now), counted(then)];
        const judge = (condition: string) =>
          evaluated(`net_promoter_score ${condition}`, parts(current), parts(earlier));
        const [p1, p0] = [now[0] - now[2], then[0] - then[2]];
        const [n1, n0] = [current.denominator, earlier.denominator];
        const change = 100n * (p1 * n0 - p0 * n1);
        expectChange([change, n1 * n0], judge, textOf);
        const size = 100n * (p0 < 0n ? -p0 : p0) * n1;
        expectChange([change * 100n, size], judge, (units) => `${textOf(units)}%`);
      }),
      runs,
    );
  });

  it('relative to nothing is none', () => {
    const found = evaluated('orders max_drop 10%', parts({ numerator: 5 }), parts({ numerator: 0 }));
    expect(found).toMatchObject({ verdict: 'not_evaluated', reason: 'no_earlier' });
  });

  it('without an earlier value is none', () => {
    const found = evaluated('retention_rate max_drop 5pts', parts({ numerator: 5, denominator: 9 }));
    expect(found).toMatchObject({
      verdict: 'not_evaluated',
      outcome: 'error',
      reason: 'no_earlier',
      details: ['none'],
    });
  });
});

describe('min_n', () => {
  it.each([
    ['retention_rate > 0.1 min_n=9', 'passed', null],
    ['retention_rate > 0.1 min_n=10', 'not_evaluated', 'too_few'],
    ['retention_rate > 0.1 min_n=10 level=warn', 'not_evaluated', 'too_few'],
    ['retention_rate max_drop 60pts min_n=9', 'not_evaluated', 'too_few'],
    ['retention_rate max_drop 60pts min_n=4', 'passed', null],
  ])('%s of 5 in 9 after 4 in 4: %s', (check, verdict, reason) => {
    const [now, then] = [parts({ numerator: 5, denominator: 9 }), parts({ numerator: 4, denominator: 4 })];
    expect(evaluated(check, now, then)).toMatchObject({ verdict, reason });
  });
});
