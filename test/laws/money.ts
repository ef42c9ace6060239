import type { Figure } from '../../src/report/schema.ts';
import { multiply, rational } from '../oracle/rational.ts';
import { type Answer, fractionText } from './answer.ts';

/** Quotients of money by money: value and counts stay, both sums grow. */
const moneyByMoney = new Set(['acquisition_to_retention_cost', 'clv_to_acquisition_cost']);

const times = (value: number | null | undefined, factor: number): number | null =>
  value === null || value === undefined ? null : value * factor;

const withPrevious = (
  { previous }: Partial<Figure>,
  change: (before: NonNullable<Figure['previous']>) => Partial<NonNullable<Figure['previous']>>,
): Figure['previous'] => (previous ? { ...previous, ...change(previous) } : null);

const quotientGrown = (figure: Partial<Figure>, factor: number): Partial<Figure> => ({
  ...figure,
  numerator: times(figure.numerator, factor),
  denominator: times(figure.denominator, factor),
  previous: withPrevious(figure, (before) => ({
    numerator: times(before.numerator, factor),
    denominator: times(before.denominator, factor),
  })),
});

const grownFraction = (text: string, factor: number): string => {
  const [numerator, denominator] = text.split('/').map(BigInt) as [bigint, bigint];
  return fractionText(multiply(rational(numerator, denominator), rational(factor)));
};

const grown = (figure: Partial<Figure>, factor: number): Partial<Figure> => {
  const { interval, change, exact } = figure;
  return {
    ...figure,
    value: times(figure.value, factor),
    numerator: times(figure.numerator, factor),
    exact: exact ? grownFraction(exact, factor) : null,
    interval: interval ? { ...interval, low: interval.low * factor, high: interval.high * factor } : null,
    previous: withPrevious(figure, (before) => ({
      value: times(before.value, factor),
      numerator: times(before.numerator, factor),
    })),
    change: change ? { ...change, absolute: change.absolute * factor } : null,
  };
};

/** The answer once every sum of money is so many times as large: sums and means of money grow, counts and rates stay. */
export const withMoneyTimes = (answer: Answer, factor: number): Answer => ({
  ...answer,
  figures: answer.figures.map((figure) => {
    if (moneyByMoney.has(figure.id!)) return quotientGrown(figure, factor);
    return figure.unit === 'money' ? grown(figure, factor) : figure;
  }),
});
