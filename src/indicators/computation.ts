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

/** An exact decimal: `units` ÷ 10^`scale`. */
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
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
