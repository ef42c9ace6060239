import type { RenderOptions } from '../options.ts';

/** What a reporter may depend on beside the report. */
export interface ReporterOptions extends RenderOptions {
  /** The file the checks are declared in, as annotations name it; null where they are not in one. */
  readonly configuration: string | null;
}
