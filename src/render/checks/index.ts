import type { Report } from '../../report/schema.ts';
import type { ReporterOptions } from './options.ts';

export type { ReporterOptions } from './options.ts';
export { checkMessage } from './view.ts';

/** A pure function from a report to its text in one form that tells of its checks. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** The reporters by the name `--reporter` knows them, loaded when asked for; adding one is a file and a line here. */
export const reporters = {
  people: async () => (await import('./people.ts')).people,
  json: async () => (await import('../json.ts')).json,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  'github-summary': async () => (await import('./github-summary.ts')).githubSummary,
  openmetrics: async () => (await import('./openmetrics.ts')).openmetrics,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type ReporterName = keyof typeof reporters;
