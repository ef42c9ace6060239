import type { Role, Unit } from '../report/schema.ts';

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

/**
 * The relations an aggregate may be taken over; each has the columns `period` (0 the period, 1 the comparison) and
 * `segment` (null the whole). `src/warehouse/facts/` makes them and says what their other columns mean.
 */
export const grains = [
  'customer',
  'member',
  'order',
  'gap',
  'refund',
  'answer',
  'departure',
  'spend',
] as const;
export type Grain = (typeof grains)[number];

/** Those, and the orders up to the end of a period, which are never broken down: for what tells of all of them. */
export type FactGrain = Grain | 'past';

/** An export, or one field of it, that a figure cannot do without: `orders`, `customers.referred_by`. */
export type Need = Role | `${Role}.${string}`;

/** An exact decimal: `units` ÷ 10^`scale`. */
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

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

/** What a figure is made of, each an exact SQL aggregate over the rows of its grain. */
export type Computation =
  /**
   * A whole number of things. `aside` counts some that are not among them: where there are any, a note says how many.
   * `rows` counts what they are taken from: where there is nothing, a 0 says nothing.
   */
  | {
      readonly kind: 'count';
      readonly grain: FactGrain;
      readonly numerator: string;
      readonly rows?: string;
      readonly aside?: { readonly note: string; readonly count: string };
    }
  /** A sum of money; `cases`, where it is given, is the number of things in it, printed beside it; `rows` as of a count. */
  | {
      readonly kind: 'sum';
      readonly grain: FactGrain;
      readonly numerator: string;
      readonly cases?: string;
      readonly rows?: string;
    }
  /** A part of a whole, with a Wilson interval. */
  | {
      readonly kind: 'share';
      readonly grain: Grain;
      readonly numerator: string;
      readonly denominator: string;
    }
  /** A mean, with a t interval from Σx² (`squares`). */
  | {
      readonly kind: 'mean';
      readonly grain: Grain;
      readonly numerator: string;
      readonly denominator: string;
      readonly squares: string;
    }
  /** Any other quotient; no interval. `zero` is the note that says why there is none where the denominator alone is 0. */
  | {
      readonly kind: 'quotient';
      readonly grain: Grain;
      readonly numerator: string;
      readonly denominator: string;
      readonly zero?: string;
    }
  /** A median (`numerator` yields it exactly) over `denominator` cases; no interval. */
  | {
      readonly kind: 'median';
      readonly grain: Grain;
      readonly numerator: string;
      readonly denominator: string;
    }
  /** A net score: 100 × (promoters − detractors) ÷ answers, with its adjusted Wald interval. */
  | {
      readonly kind: 'net-score';
      readonly grain: Grain;
      readonly promoters: string;
      readonly detractors: string;
      readonly denominator: string;
    }
  /** One count per distinct value of a column of the grain. */
  | { readonly kind: 'tally'; readonly grain: Grain; readonly by: string; readonly attribute: string }
  /**
   * A quotient made from the numerators and denominators of other figures; no interval. `combine` receives them in
   * the order of `from`; it is not called when one of them is undefined, incomplete operands make it incomplete.
   * It returns the quotient with its notes; a denominator of 0 leaves it undefined, like any other.
   */
  | {
      readonly kind: 'derived';
      readonly from: readonly string[];
      readonly combine: (operands: readonly Operand[], options: DerivedOptions) => Derived;
    };

export interface Operand {
  readonly numerator: Exact;
  /** 1 for counts and sums. */
  readonly denominator: Exact;
}

export interface Derived {
  readonly numerator: Exact;
  readonly denominator: Exact;
  readonly notes?: readonly string[];
}

export interface DerivedOptions {
  /** `--margin` as an exact share, null where it was not given. */
  readonly margin: Exact | null;
  /** Whether `--lifespan` says how long a customer stays. */
  readonly lifespanGiven: boolean;
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

/** Freezes a definition, edges and texts included. */
export const define = (indicator: Indicator): Indicator => deepFreeze(indicator);

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
};
