import type { Exact } from '../indicators/define.ts';
import type { Against, Operator } from '../report/schema.ts';

/** What a value, or its change, is held to; all numbers exact, shares as shares (0.4), scores in points. */
export interface Condition {
  readonly operator: Operator;
  readonly threshold: Exact;
  /** Of `between` the upper end, itself included like the lower. */
  readonly upper: Exact | null;
  /** Whether `max_drop` and `max_rise` are shares of the earlier value. */
  readonly relative: boolean;
  /** What a change is measured from; null where the check does not say, and for conditions on the value itself. */
  readonly against: Against | null;
}

/** What a confident check does where its interval lies on both sides of the threshold. */
export const inconclusives = ['fail', 'warn', 'pass'] as const;

/** One threshold on one figure, or on one figure of the data. */
export interface Check {
  readonly id: string;
  /** One attribute and its value; null for the total. */
  readonly segment: { readonly attribute: string; readonly value: string } | null;
  readonly condition: Condition;
  readonly name: string | null;
  readonly level: 'error' | 'warn';
  /** Fewer cases than these are not enough to be told by. */
  readonly minN: number | null;
  /** Fails only when the whole interval lies on the wrong side. */
  readonly confidence: boolean;
  readonly inconclusive: (typeof inconclusives)[number];
  /** Takes a value whose data begin too late for its base. */
  readonly allowShortHistory: boolean;
}

/** Whether a condition is on the change of a value, not on the value itself. */
export const isOnChange = ({ operator }: Condition): boolean =>
  operator === 'max_drop' || operator === 'max_rise';
