import type { Configuration } from '../config/schema.ts';
import { indicators } from '../indicators/index.ts';
import { type Asked, inspectFiles } from '../inspection/inspect.ts';
import type { AskedFile } from '../inspection/opening.ts';
import type { Inspection } from '../inspection/schema.ts';
import { packageVersion } from '../package.ts';
import { messageText } from '../render/index.ts';
import type { Role } from '../report/schema.ts';
import { readingOf } from './configured.ts';
import type { Io } from './io.ts';
import type { KpiOptions, PrintOptions } from './options.ts';
import { makeProgress } from './progress.ts';
import { generalReading, requestOf } from './request.ts';

const named = ['customers', 'surveys', 'content', 'spend'] as const;

/**
 * The files as they were given, else those of the configuration: all have a role but the arguments, which are to be
 * recognised.
 */
export const askedFiles = (
  files: readonly string[],
  options: KpiOptions,
  flags: Readonly<Record<string, unknown>>,
  configuration: Configuration | null,
): AskedFile[] => {
  const general = generalReading(options, configuration);
  const onCommandLine = files.length > 0 || named.some((role) => flags[role] !== undefined);
  const given: { path: string; role: Role | null; roleBy: AskedFile['roleBy'] }[] = onCommandLine
    ? [
        ...files.map((path) => ({ path, role: null, roleBy: 'flag' as const })),
        ...named.flatMap((role) =>
          flags[role] === undefined
            ? []
            : options[role].map((path) => ({ path, role, roleBy: 'flag' as const })),
        ),
      ]
    : (configuration?.sources ?? []).map(({ path, role }) => ({ path, role, roleBy: 'config' as const }));
  return given.map((file) => ({
    ...file,
    reading: (role) => (role && readingOf(configuration, role, file.path, general, options)) ?? general,
  }));
};

/** Inspects files on the streams of a command, with progress while it lasts. */
export const inspected = async (
  asked: readonly AskedFile[],
  options: KpiOptions,
  configuration: Configuration | null,
  printing: PrintOptions,
  io: Io,
): Promise<Inspection> => {
  const requestFor: Asked['requestFor'] = (opened) => {
    const of = (role: Role): string[] => opened.flatMap((one) => (one.role === role ? [one.asked.path] : []));
    const others = Object.fromEntries(named.map((role) => [role, of(role)]));
    return requestOf(of('orders'), { ...options, ...others }, io.now(), configuration);
  };
  const progress = makeProgress(io, printing);
  try {
    return await inspectFiles(
      { files: [...asked], requestFor, indicators, showValues: options.showValues },
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
};
