import type { Exact } from '../../indicators/define.ts';
import type { Outcome } from '../../report/outcome.ts';
import type { Role } from '../../report/schema.ts';

/** An exact quotient and the cases behind it, or the code of the reason why there is none. */
export type DataValue =
  | {
      readonly numerator: Exact;
      readonly denominator: Exact;
      /** What `min_n` looks at; null where it is no number of cases. */
      readonly cases: number | null;
    }
  | { readonly reason: string; readonly details: readonly string[] };

/** Takes a figure of the data out of an outcome, of all files or of those of a role. */
export type Measure = (outcome: Outcome, role: Role | null) => DataValue;
