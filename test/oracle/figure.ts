import type { Base, Books } from './books.ts';
import { add, compare, divide, isZero, multiply, type Rational, rational } from './rational.ts';
import type { ShopRole } from './shop.ts';

/** The answer for one figure; all three numbers are null unless the status is `ok` or `incomplete`. */
export interface Answer {
  readonly value: Rational | null;
  readonly numerator: Rational | null;
  /** null for counts and sums. */
  readonly denominator: Rational | null;
  /** How many things a sum is made of, where that is told beside it. */
  readonly cases: number | null;
  readonly status: 'ok' | 'undefined' | 'incomplete' | 'unavailable';
}

/** A figure before its status is settled. */
export interface Draft {
  readonly id: string;
  readonly needs: readonly ShopRole[];
  readonly numerator: Rational;
  readonly denominator: Rational | null;
  /** Given where the value is not numerator ÷ denominator: a median, a score. */
  readonly combine?: (numerator: Rational, denominator: Rational) => Rational;
  readonly cases?: number;
  /** A reason beyond the denominator why there is no value. */
  readonly undefinedWhen?: boolean;
}

/** A whole number of things. */
export const count = (
  id: string,
  needs: readonly ShopRole[],
  things: { size: number } | { length: number },
): Draft => ({
  id,
  needs,
  numerator: rational('size' in things ? things.size : things.length),
  denominator: null,
});

/** A sum; where it is of `cases`, their number is told beside it. */
export const total = (
  id: string,
  needs: readonly ShopRole[],
  numerator: Rational,
  cases?: { length: number },
): Draft => ({
  id,
  needs,
  numerator,
  denominator: null,
  ...(cases === undefined ? {} : { cases: cases.length }),
});

/** numerator ÷ denominator; undefined where the denominator is 0. */
export const quotient = (
  id: string,
  needs: readonly ShopRole[],
  numerator: Rational | number,
  denominator: Rational | number,
): Draft => ({
  id,
  needs,
  numerator: typeof numerator === 'number' ? rational(numerator) : numerator,
  denominator: typeof denominator === 'number' ? rational(denominator) : denominator,
});

/** The middle case, or the mean of the middle two; the numerator is the median, the denominator the number of cases. */
export const median = (id: string, needs: readonly ShopRole[], cases: readonly Rational[]): Draft => {
  const sorted = cases.toSorted(compare);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  const middle = low === undefined || high === undefined ? rational(0) : divide(add(low, high), rational(2));
  return {
    id,
    needs,
    numerator: middle,
    denominator: rational(cases.length),
    combine: (numerator) => numerator,
  };
};

/** The export a base counts its customers in: contracts in the customers file, every other base in the orders. */
export const waterfallNeeds = (base: Base): readonly ShopRole[] => [
  base === 'contract' ? 'customers' : 'orders',
];

const nothing = { value: null, numerator: null, denominator: null, cases: null } as const;

/** Whether the period ends after as-of, or after the last order day by more than the largest recent gap. */
const isIncomplete = ({ question, orderDays }: Books): boolean => {
  const last = question.period[1] - 1;
  if (last > question.asOf) return true;
  const dataThrough = orderDays.at(-1);
  if (dataThrough === undefined) return false;
  const recent = orderDays.filter((day) => day >= dataThrough - 90);
  let largest = 0;
  for (let at = 1; at < recent.length; at += 1) largest = Math.max(largest, recent[at]! - recent[at - 1]!);
  return last - dataThrough > largest;
};

const isOutsideTheData = ({ question, orderDays }: Books): boolean => {
  const [first, last] = [orderDays[0], orderDays.at(-1)];
  if (first === undefined || last === undefined) return false;
  return question.period[0] > last || question.period[1] <= first;
};

/** Gives each draft its value and status over the books it was drawn from. */
export const settle = (books: Books, drafts: readonly Draft[]): Map<string, Answer> => {
  const outside = isOutsideTheData(books);
  const status = isIncomplete(books) ? 'incomplete' : 'ok';
  const answers = new Map<string, Answer>();
  for (const draft of drafts) {
    const { numerator, denominator, cases = null } = draft;
    if (draft.needs.some((role) => !books.given.has(role))) {
      answers.set(draft.id, { ...nothing, status: 'unavailable' });
    } else if (
      (outside && draft.needs.includes('orders')) ||
      draft.undefinedWhen ||
      (denominator !== null && isZero(denominator))
    ) {
      answers.set(draft.id, { ...nothing, status: 'undefined' });
    } else if (denominator === null) {
      answers.set(draft.id, { value: numerator, numerator, denominator, cases, status });
    } else {
      const value = (draft.combine ?? divide)(numerator, denominator);
      answers.set(draft.id, { value, numerator, denominator, cases, status });
    }
  }
  return answers;
};

/** numerator ÷ denominator of one draft, divided by that of another; undefined as soon as either is. */
export const ratioOf = (id: string, over: Draft, under: Draft): Draft => {
  const one = rational(1);
  return {
    id,
    needs: [...new Set([...over.needs, ...under.needs])],
    numerator: multiply(over.numerator, under.denominator ?? one),
    denominator: multiply(over.denominator ?? one, under.numerator),
    undefinedWhen: [over, under].some(
      (part) => part.undefinedWhen || (part.denominator !== null && isZero(part.denominator)),
    ),
  };
};
