import type { Role, Unit } from '../report/schema.ts';
import type { Computation } from './computation.ts';

export {
  type Computation,
  type Derived,
  type DerivedOptions,
  type Exact,
  type FactGrain,
  type Grain,
  grains,
  type Operand,
} from './computation.ts';

export interface Texts {
  readonly en: string;
  readonly fr: string;
}

/** The parts `loyalty list` and `--group` sort the figures into, in the order they are printed. */
export const groups = {
  retention: { en: 'Customers who stay', fr: 'Les clients qui restent' },
  repurchase: { en: 'Customers who come back', fr: 'Les clients qui reviennent' },
  value: { en: 'What they bring', fr: 'Ce qu’ils apportent' },
  costs: { en: 'What they cost', fr: 'Ce qu’ils coûtent' },
  nps: { en: 'Would they recommend you', fr: 'Vous recommandent-ils' },
  satisfaction: { en: 'What they say', fr: 'Ce qu’ils disent' },
  content: { en: 'What they read', fr: 'Ce qu’ils lisent' },
  programme: { en: 'The loyalty programme', fr: 'Le programme de fidélité' },
} as const satisfies Record<string, Texts>;

export type Group = keyof typeof groups;

/** An export, or one field of it, that a figure cannot do without: `orders`, `customers.referred_by`. */
export type Need = Role | `${Role}.${string}`;

/** One worked case: the exports as CSV text, and what the figure must be over them. Tests run it, `explain` prints it. */
export interface Edge {
  readonly what: Texts;
  readonly given: Partial<Record<Role, string>>;
  readonly period: string;
  /** Further flags of `kpi`, such as `--base ever`. */
  readonly flags?: readonly string[];
  /** The part of a tally the value belongs to; the whole where it is not given. */
  readonly segment?: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly status?: 'ok' | 'undefined' | 'incomplete' | 'unavailable';
  readonly note?: string;
}

/** The definition of one figure: data that computes it, prints it, explains it and tests it. */
export interface Indicator {
  /** The stable id in snake_case; it means one thing for ever. */
  readonly id: string;
  readonly group: Group;
  readonly title: Texts;
  /** The question it answers. */
  readonly question: Texts;
  /** Which of the rival definitions it is, in words: numerator ÷ denominator. */
  readonly formula: Texts;
  /** Cut-offs, pitfalls and choices that change the figure. */
  readonly remarks?: Texts;
  /** The articles it comes from (letters of the README's list), or `peers`. */
  readonly source: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly needs: readonly Need[];
  /** Its figure depends on `--base`; undefined with `no_history` while nothing lies before the period. */
  readonly base?: 'counts' | 'rate';
  /**
   * How far the orders must reach back. `before`: undefined with `no_history` while no order lies before the period.
   * `two-years`: undefined with `history_short_for_lifespan` while they begin under 24 months before the period's
   * end, unless `--lifespan` is given.
   */
  readonly history?: 'before' | 'two-years';
  /**
   * Whether the cases of a period are among those of a later one, as where all orders up to a day count: then two of
   * its values are not independent, and their difference has no test.
   */
  readonly cumulative?: true;
  /** Notes every value of it carries. */
  readonly notes?: readonly string[];
  readonly computation: Computation;
  readonly edges: readonly Edge[];
}

/** The exports that a figure is made of. */
export const exportsOf = ({ needs }: Pick<Indicator, 'needs'>): Role[] => [
  ...new Set(needs.map((need) => need.split('.')[0] as Role)),
];

/** Freezes a definition, edges and texts included. */
export const define = (indicator: Indicator): Indicator => deepFreeze(indicator);

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
};
