import type { Report } from '../report/schema.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { RenderOptions } from './options.ts';
import { table } from './table.ts';

export { terminalText } from './escape.ts';
export { renderExplain } from './explain.ts';
export { renderList } from './list.ts';
export { guessLines, messageText, warningText } from './messages.ts';
export type { Language, RenderOptions } from './options.ts';

/** The output formats by the name `--format` knows them; adding one is a file and a line here. */
export const formats = {
  table,
  json,
  csv,
  markdown,
} as const satisfies Record<string, (report: Report, options: RenderOptions) => string>;

export type Format = keyof typeof formats;
