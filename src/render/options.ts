import type { Indicator } from '../indicators/define.ts';

/** The languages people's output is written in; machine output has none. */
export type Language = 'en' | 'fr';

/** Everything a renderer may depend on beside the report: no clock, no process, no locale of the host. */
export interface RenderOptions {
  readonly lang: Language;
  /** Columns of the terminal; no line of a table is wider. */
  readonly width: number;
  /** chalk's level: 0 none, 1 sixteen colours, 2 and 3 more. */
  readonly colour: 0 | 1 | 2 | 3;
  /** false: only ASCII is printed. */
  readonly unicode: boolean;
  readonly csvDialect: 'rfc4180' | 'excel-fr';
  /** Also print the warnings, and the data of worked cases. */
  readonly verbose: boolean;
  /** The indicators a configuration declares: where they have a title, it is theirs to be printed. */
  readonly own?: readonly Indicator[];
}
