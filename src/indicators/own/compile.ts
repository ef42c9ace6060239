import { type Computation, define, type Grain, type Indicator, type Need, type Texts } from '../define.ts';
import { type Column, documented } from './columns.ts';
import { aggregateOf, type Condition, columnsIn, type Measure, restrictionOf } from './expression.ts';
import { Misread } from './misread.ts';
import { readMeasure } from './read.ts';

/** The units an indicator of a configuration may have. */
export const units = ['share', 'count', 'money', 'days', 'ratio'] as const;

/** An indicator as a configuration declares it. */
export interface DeclaredIndicator {
  readonly id: string;
  readonly title?: string | Texts | undefined;
  readonly grain: Grain;
  readonly unit: (typeof units)[number];
  readonly better: Indicator['better'];
  readonly numerator: string;
  readonly denominator?: string | undefined;
}

const columnOf = (grain: Grain, name: string): Column => documented[grain].columns[name]!;

/** The rows of a grain that lie in the period; the orders' facts hold those of the last twelve months too. */
const within = (grain: Grain): readonly string[] => (grain === 'order' ? ['in_period'] : []);

const isCount = (grain: Grain, { sum }: Measure): boolean =>
  sum === null || columnOf(grain, sum).type === 'count';

/** Refuses a unit that the quotient does not have. */
const assertUnit = ({ grain, unit }: DeclaredIndicator, above: Measure, below: Measure | null): void => {
  const isOf = (type: Column['type']): boolean =>
    above.sum !== null && columnOf(grain, above.sum).type === type;
  const perCase = below === null || isCount(grain, below);
  if (unit === 'share' && (below === null || above.sum !== null || below.sum !== null))
    throw new Misread('is share, which is a count over a count');
  if (unit === 'count' && (below !== null || !isCount(grain, above)))
    throw new Misread('is count, which is a whole number without a denominator');
  if ((unit === 'money' || unit === 'days') && !(isOf(unit) && perCase))
    throw new Misread(`is ${unit}, so the numerator is a sum of ${unit}, and a denominator is a count`);
};

/** Whether a condition keeps only rows that something in the period itself makes a case. */
const isOfPeriod = (grain: Grain, condition: Condition | null): boolean => {
  if (condition === null) return false;
  if (condition.kind === 'and')
    return isOfPeriod(grain, condition.left) || isOfPeriod(grain, condition.right);
  if (condition.kind === 'or') return isOfPeriod(grain, condition.left) && isOfPeriod(grain, condition.right);
  if (condition.kind === 'flag') return columnOf(grain, condition.column).ofPeriod === true;
  if (condition.kind !== 'compare' || columnOf(grain, condition.column).ofPeriod !== true) return false;
  const { operator, value } = condition;
  if (value.type !== 'number') return value.type === 'flag' && value.is === (operator === '=');
  const number = Number(value.text);
  return operator === '>' ? number >= 0 : (operator === '>=' || operator === '=') && number > 0;
};

const computationOf = (
  { grain, unit }: DeclaredIndicator,
  above: Measure,
  below: Measure | null,
): Computation => {
  const inside = within(grain);
  if (below === null)
    return {
      kind: unit === 'count' ? 'count' : 'sum',
      grain,
      numerator: aggregateOf(above, inside),
      ...(grain === 'answer' ? { rows: 'count(*)' } : {}),
    };
  const denominator = aggregateOf(below, inside);
  if (unit !== 'share')
    return { kind: 'quotient', grain, numerator: aggregateOf(above, inside), denominator };
  return {
    kind: 'share',
    grain,
    numerator: aggregateOf(above, [...inside, ...restrictionOf(below)]),
    denominator,
  };
};

const needsOf = (grain: Grain, used: readonly Column[]): Need[] => {
  const needs = [...documented[grain].needs, ...used.flatMap((column) => column.needs ?? [])];
  const isByOrders = !used.some(({ base }) => base === true);
  return [...new Set(needs)].filter((need) => !(isByOrders && need === 'orders.ordered_at'));
};

const formulaOf = ({ numerator, denominator }: DeclaredIndicator): string =>
  denominator === undefined ? numerator : `${numerator} ÷ ${denominator}`;

const measureAt = (key: 'numerator' | 'denominator', { grain }: DeclaredIndicator, text: string): Measure => {
  try {
    return readMeasure(grain, text);
  } catch (error) {
    if (error instanceof Misread) throw error.at(key);
    throw error;
  }
};

const group = {
  customer: 'repurchase',
  member: 'programme',
  order: 'value',
  gap: 'repurchase',
  refund: 'value',
  answer: 'satisfaction',
  departure: 'retention',
  spend: 'costs',
} as const satisfies Record<Grain, Indicator['group']>;

/**
 * Makes the definition of a figure from what a configuration declares; a `Misread` says what is wrong at which key. Of a
 * share the numerator counts only rows that the denominator counts.
 */
export const compile = (declared: DeclaredIndicator): Indicator => {
  const { id, grain, unit, better, title = id } = declared;
  const above = measureAt('numerator', declared, declared.numerator);
  const below =
    declared.denominator === undefined ? null : measureAt('denominator', declared, declared.denominator);
  assertUnit(declared, above, below);
  const named = [above, below].flatMap((measure) =>
    measure === null ? [] : [...(measure.sum === null ? [] : [measure.sum]), ...columnsIn(measure.where)],
  );
  const used = [...new Set(named)].map((name) => columnOf(grain, name));
  const isOnBase = used.some(({ base }) => base === true);
  const isRate = below !== null && columnsIn(below.where).includes('at_start');
  const histories = used.map(({ history }) => history);
  const history = histories.includes('two-years') ? 'two-years' : histories.find((one) => one !== undefined);
  const isCumulative =
    grain === 'member' || (grain === 'customer' && !isOfPeriod(grain, (below ?? above).where));
  const titles = typeof title === 'string' ? { en: title, fr: title } : title;
  const formula = formulaOf(declared);
  return define({
    id,
    group: group[grain],
    title: titles,
    question: titles,
    formula: { en: formula, fr: formula },
    source: 'config',
    unit,
    better,
    needs: needsOf(grain, used),
    ...(isOnBase ? { base: isRate ? 'rate' : 'counts' } : {}),
    ...(history === undefined ? {} : { history }),
    ...(isCumulative ? { cumulative: true } : {}),
    computation: computationOf(declared, above, below),
    edges: [],
  });
};
