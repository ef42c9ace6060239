import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { fault, systemCodeOf } from '../errors.ts';
import type { Output } from '../outputs/index.ts';
import type { Day } from '../period/index.ts';
import type { Report } from '../report/schema.ts';
import { type Earlier, gathering } from './history.ts';
import { amountsOf, type HistoryLine, keyOf } from './line.ts';
import type { Known } from './restate.ts';
import { type Manifest, manifest } from './schema.ts';

/** The version of the manifest's form; it changes with the form alone. */
const schemaVersion = '1.0';

/**
 * Reads the manifest of the night before; null where there is none. What is none of ours is refused. Read as bytes first:
 * where a text is asked for, Node ends the whole process if the file cannot be closed.
 */
export const readManifest = (path: string): Manifest | null => {
  let text: string;
  try {
    text = readFileSync(path).toString('utf8');
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT') return null;
    throw fault('manifest_strange', [path, code]);
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw fault('manifest_strange', [path, 'it has another form']);
  }
};

const linesFrom = (
  { asOf, period, base, settings, tool, figures }: Manifest,
  of: Manifest['figures'] = figures,
): HistoryLine[] =>
  of.map(({ id, segment, settings: own, ...amounts }) => ({
    asOf,
    period: period.label,
    start: period.start,
    stop: period.stop,
    timezone: period.timezone,
    base,
    version: tool.version,
    settings: own ?? settings,
    id,
    segment,
    ...amountsOf(amounts),
    manifest: null,
  }));

/**
 * What the manifest of another day knew, for nights without a history. One of the same day is read back to the manifest
 * before it, as far as it tells: what was restated since, and what was not.
 */
export const earlierFrom = (before: Manifest | null, asOf: Day): Earlier => {
  const { earlier, put } = gathering();
  if (before === null || before.asOf > asOf) return earlier;
  const { previous, period } = before;
  if (before.asOf < asOf) for (const line of linesFrom(before)) put(line);
  else if (previous !== null && previous.period === period.label) {
    const restated = before.restated
      .filter((one) => one.period === period.label)
      .flatMap(({ old, ...one }) =>
        linesFrom({ ...before, asOf: old.asOf }, [{ ...one, ...amountsOf(old) }]),
      );
    const changed = new Set(restated.map(keyOf));
    for (const line of linesFrom({ ...before, asOf: previous.asOf }))
      if (!changed.has(keyOf(line))) put(line);
    for (const line of restated) put(line);
  }
  return earlier;
};

/** An output in the form it was asked for. */
export interface Formed {
  readonly format: string;
  readonly output: Output & { readonly content: string };
}

/** What a manifest is made of. */
export interface Night {
  readonly path: string;
  readonly report: Report;
  readonly outputs: readonly Formed[];
  readonly history: string | null;
  readonly known: Known;
  /** Names what all figures are defined with. */
  readonly settings: string;
  /** The name of the configuration. */
  readonly configuration: string;
  readonly before: Manifest | null;
}

const previousOf = (before: Manifest | null, asOf: Day): Manifest['previous'] => {
  if (before === null || before.asOf > asOf) return null;
  return before.asOf === asOf ? before.previous : { asOf: before.asOf, period: before.period.label };
};

/** Writes down what a night read and wrote; the same night makes the same manifest. */
export const manifestOf = ({
  path,
  report,
  outputs,
  history,
  known,
  settings,
  configuration,
  before,
}: Night): Manifest => {
  const from = (file: string): string => relative(dirname(path), file).split(sep).join('/');
  const outcomes = report.checks.map(({ outcome }) => outcome);
  const counted = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
  const { tool, asOf, period, base, inputs } = report;
  return manifest.parse({
    schemaVersion,
    tool,
    asOf,
    period,
    base,
    settings,
    previous: previousOf(before, asOf),
    inputs,
    outputs: outputs.map(({ format, output }) => ({
      path: from(output.path),
      format,
      bytes: Buffer.byteLength(output.content),
      sha256: createHash('sha256').update(output.content).digest('hex'),
    })),
    configuration,
    history: history === null ? null : from(history),
    figures: known.own.map((line) => ({
      ...{ id: line.id, segment: line.segment, ...amountsOf(line) },
      ...(line.settings === settings ? {} : { settings: line.settings }),
    })),
    checks: {
      pass: counted('pass'),
      warn: counted('warn'),
      fail: counted('fail'),
      error: counted('error'),
    },
    restated: known.restated,
  } satisfies Manifest | Record<keyof Manifest, unknown>);
};
