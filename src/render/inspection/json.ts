import { type Inspection, inspection } from '../../inspection/schema.ts';
import { jsonText } from '../json.ts';
import type { RenderOptions } from '../options.ts';

/** An inspection as JSON, the same in every language. */
export const inspectionJson = (found: Inspection, _options: RenderOptions): string =>
  jsonText(inspection.parse(found));
