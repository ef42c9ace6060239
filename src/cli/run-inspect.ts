import { existsSync } from 'node:fs';
import type { Configuration } from '../config/schema.ts';
import type { AlsoDeclared } from '../config/understanding.ts';
import { EXIT, fault } from '../errors.ts';
import { indicators } from '../indicators/index.ts';
import { type Asked, inspectFiles } from '../inspection/inspect.ts';
import type { AskedFile } from '../inspection/opening.ts';
import type { Inspection } from '../inspection/schema.ts';
import { packageVersion } from '../package.ts';
import { messageText, terminalText } from '../render/index.ts';
import { inspectionJson } from '../render/inspection/json.ts';
import { inspectionTable } from '../render/inspection/table.ts';
import { inspectionWords } from '../render/inspection/words.ts';
import type { Role } from '../report/schema.ts';
import { answer } from './answer.ts';
import { configurationOf, readingOf, withConfiguration } from './configured.ts';
import type { Io } from './io.ts';
import { type KpiOptions, kpiOptions, printOptions, tableOrJson, validate } from './options.ts';
import { assertWritable, writeOutputs } from './outputs.ts';
import { renderOptions } from './printing.ts';
import { makeProgress } from './progress.ts';
import { generalReading, requestOf } from './request.ts';

const named = ['customers', 'surveys', 'content', 'spend'] as const;

/** The files as they were given: those of flags and of the configuration have a role, the others are to be recognised. */
const askedFiles = (
  files: readonly string[],
  options: KpiOptions,
  flags: Readonly<Record<string, unknown>>,
  configuration: Configuration | null,
): AskedFile[] => {
  const general = generalReading(options, configuration);
  const configured = (configuration?.sources ?? []).filter(({ role }) => role === 'orders');
  const from = (role: Role): AskedFile['roleBy'] => (flags[role] === undefined ? 'config' : 'flag');
  const given: { path: string; role: Role | null; roleBy: AskedFile['roleBy'] }[] = [
    ...files.map((path) => ({ path, role: null, roleBy: 'flag' as const })),
    ...(files.length > 0
      ? []
      : configured.map(({ path }) => ({ path, role: 'orders' as const, roleBy: 'config' as const }))),
    ...named.flatMap((role) => options[role].map((path) => ({ path, role, roleBy: from(role) }))),
  ];
  return given.map((file) => ({
    ...file,
    reading: (role) => (role && readingOf(configuration, role, file.path, general, options)) ?? general,
  }));
};

const refused = ({ files, refusal }: Inspection): boolean =>
  refusal !== null || files.some((file) => file.refusal !== null);

const assertNewFile = (path: string | undefined, force: boolean, inputs: readonly string[]): void => {
  if (path === undefined) return;
  if (inputs.includes('-')) throw fault('input_unnamed', ['--write-config']);
  assertWritable([path], inputs);
  if (!force && existsSync(path)) throw fault('output_exists', [path]);
};

const maxRejectsOf = ({ strict, maxRejects }: Readonly<Record<string, unknown>>): string | null =>
  strict === true ? '0%' : typeof maxRejects === 'string' ? maxRejects : null;

const writeConfig = async (
  found: Inspection,
  paths: readonly string[],
  path: string,
  also: AlsoDeclared,
): Promise<void> => {
  const { understanding } = await import('../config/understanding.ts');
  const content = `${JSON.stringify(understanding(found, paths, path, also), null, 2)}\n`;
  writeOutputs([{ path, content }]);
};

/** Runs `inspect`: prints what is understood of the files, and saves it as a configuration where that is asked for. */
export const runInspect = async (
  files: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const configuration = await configurationOf(flags.config);
  const { format, writeConfig: target, force } = validate(tableOrJson, flags);
  const printing = validate(printOptions, { ...flags, format: undefined });
  const given = withConfiguration([], flags, configuration);
  const options = validate(kpiOptions, given.flags);
  const asked = askedFiles(files, options, flags, configuration);
  const paths = asked.map(({ path }) => path);
  if (asked.length === 0) throw fault('no_files');
  assertNewFile(target, force, [...paths, ...(options.config === undefined ? [] : [options.config])]);
  const requestFor: Asked['requestFor'] = (opened) => {
    const of = (role: Role): string[] => opened.flatMap((one) => (one.role === role ? [one.asked.path] : []));
    const others = Object.fromEntries(named.map((role) => [role, of(role)]));
    return requestOf(of('orders'), { ...options, ...others }, io.now(), configuration);
  };
  const progress = makeProgress(io, printing);
  let found: Inspection;
  try {
    found = await inspectFiles(
      { files: asked, requestFor, indicators, showValues: options.showValues },
      {
        stdin: io.stdin,
        signal: io.signal,
        version: packageVersion(),
        describe: ({ code, details }) => messageText(code, details, 'en'),
        onProgress: progress.update,
        rejects: null,
      },
    );
  } finally {
    await progress.clear();
  }
  if (target !== undefined) {
    if (refused(found))
      await io.stderr.write(`loyalty: ${terminalText(inspectionWords(printing.lang).notWritten(target))}\n`);
    else await writeConfig(found, paths, target, { ...options, maxRejects: maxRejectsOf(given.flags) });
  }
  const render = format === 'json' ? inspectionJson : inspectionTable;
  await answer(io, render(found, renderOptions(io.stdout, io, printing)));
  return refused(found) ? EXIT.input : EXIT.done;
};
