import type { Report } from '../report/schema.ts';
import type { RenderOptions } from './options.ts';

export { terminalText } from './escape.ts';
export { guessLines, messageText, warningText } from './messages.ts';
export type { Language, RenderOptions } from './options.ts';

/** A pure function from a report to its text in one format. */
export type Render = (report: Report, options: RenderOptions) => string;

/** The output formats by the name `--format` knows them, loaded when asked for; adding one is a file and a line here. */
export const formats = {
  table: async () => (await import('./table.ts')).table,
  json: async () => (await import('./json.ts')).json,
  csv: async () => (await import('./csv.ts')).csv,
  markdown: async () => (await import('./markdown.ts')).markdown,
} as const satisfies Record<string, () => Promise<Render>>;

export type Format = keyof typeof formats;
