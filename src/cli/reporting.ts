import { appendFileSync } from 'node:fs';
import type { ReadConfiguration } from '../config/read.ts';
import { fault, systemCodeOf } from '../errors.ts';
import type { Output } from '../outputs/index.ts';
import { type ReporterName, type ReporterOptions, reporters } from '../render/checks/index.ts';
import type { Report } from '../report/schema.ts';
import type { Io } from './io.ts';
import type { PrintOptions } from './options.ts';
import { fileRenderOptions, renderOptions } from './printing.ts';
import type { Answers } from './targets.ts';

/** A report of the checks, and where it goes. */
export interface ReporterTarget {
  readonly name: ReporterName;
  /** A file; `stderr` for what the runner of a pipeline reads there; `summary` for the file it names to append to. */
  readonly to: 'stdout' | 'stderr' | 'summary' | { readonly path: string };
}

const parse = (text: string): ReporterTarget => {
  const [, name, path] = /^([a-z-]+)(?:=(.+))?$/s.exec(text) ?? [];
  if (name === undefined || !Object.hasOwn(reporters, name))
    throw fault('unknown_reporter', [name ?? text, Object.keys(reporters).join(', ')]);
  const reporter = name as ReporterName;
  if (path !== undefined && path !== '-') return { name: reporter, to: { path } };
  return { name: reporter, to: reporter === 'github' && path === undefined ? 'stderr' : 'stdout' };
};

const isGithub = ({ environment }: Io): boolean => environment.GITHUB_ACTIONS === 'true';

const byItself = (io: Io, named: readonly ReporterTarget[]): ReporterTarget[] => {
  if (!isGithub(io)) return [];
  const lacks = (name: ReporterName): boolean => !named.some((target) => target.name === name);
  const summary = io.environment.GITHUB_STEP_SUMMARY ?? '';
  return [
    ...(lacks('github') ? [{ name: 'github', to: 'stderr' } as const] : []),
    ...(lacks('github-summary') && summary !== ''
      ? [{ name: 'github-summary', to: 'summary' } as const]
      : []),
  ];
};

/** What tells of figures too, and so has something to say without a check. */
const tellsFigures: ReadonlySet<ReporterName> = new Set(['json', 'openmetrics']);

/** Refuses reporters that would tell of no check: a report of no tests would be a green one. */
export const assertTelling = (names: readonly ReporterName[], checks: number): void => {
  if (checks === 0 && names.some((name) => !tellsFigures.has(name))) throw fault('no_checks');
};

/**
 * The reporters that `--reporter` names, and in GitHub Actions those its runner reads. `usual` is the one for standard
 * output where none is named for it; null where something else is printed there. Without checks nothing reports on them.
 */
export const reportersOf = (
  texts: readonly string[],
  usual: ReporterName | null,
  io: Io,
  checks: number,
): readonly ReporterTarget[] => {
  const named = texts.map(parse);
  assertTelling(
    named.map(({ name }) => name),
    checks,
  );
  const printed = named.filter(({ to }) => to === 'stdout');
  if (printed.length > (usual === null ? 0 : 1))
    throw fault('reporters_on_stdout', [printed.map(({ name }) => name).join(', ')]);
  const first: ReporterTarget[] =
    usual !== null && printed.length === 0 ? [{ name: usual, to: 'stdout' }] : [];
  return [...first, ...named, ...(checks === 0 ? [] : byItself(io, named))];
};

/** The files of reporters. */
export const pathsOf = (targets: readonly ReporterTarget[]): string[] =>
  targets.flatMap(({ to }) => (typeof to === 'object' ? [to.path] : []));

/** What the checks of a run have to say: also texts for the file that the runner of a pipeline shows as its summary. */
export interface CheckAnswers extends Answers {
  readonly summaries: readonly string[];
}

/** Appends step summaries; to be called when every file is written, so that they tell of no run that ended otherwise. */
export const appendSummaries = (io: Io, { summaries }: CheckAnswers): void => {
  const path = io.environment.GITHUB_STEP_SUMMARY!;
  try {
    for (const text of summaries) appendFileSync(path, text);
  } catch (error) {
    throw fault('not_written', [path, systemCodeOf(error)]);
  }
};

/** Renders the checks of a report for every reporter. */
export const reported = async (
  report: Report,
  targets: readonly ReporterTarget[],
  io: Io,
  printing: PrintOptions,
  configuration: Pick<ReadConfiguration, 'path' | 'own'> | null,
): Promise<CheckAnswers> => {
  const files: Output[] = [];
  const stdout: string[] = [];
  const stderr: string[] = [];
  const summaries: string[] = [];
  for (const { name, to } of targets) {
    const reporter = await reporters[name]();
    const stream = to === 'stdout' ? io.stdout : to === 'stderr' ? io.stderr : null;
    const options: ReporterOptions = {
      ...(stream === null ? fileRenderOptions(printing) : renderOptions(stream, io, printing)),
      configuration: configuration?.path ?? null,
      own: configuration?.own ?? [],
    };
    const text = reporter(report, options);
    if (to === 'stdout') stdout.push(text);
    else if (to === 'stderr') stderr.push(text);
    else if (to === 'summary') summaries.push(text);
    else files.push({ path: to.path, content: text });
  }
  return { files, stdout, stderr, summaries };
};
