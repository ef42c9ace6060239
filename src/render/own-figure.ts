import type { Indicator } from '../indicators/define.ts';

/** A figure that a configuration declares, as it is written there. */
export interface OwnFigure {
  readonly indicator: Indicator;
  readonly numerator: string;
  readonly denominator: string | null;
  /** File and line: `loyalty.config.yaml:5`. */
  readonly place: string;
}
