import { fault } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import type { Output } from '../outputs/index.ts';
import { type Format, formats } from '../render/index.ts';
import type { Report } from '../report/schema.ts';
import type { Io } from './io.ts';
import type { PrintOptions } from './options.ts';
import { fileRenderOptions, renderOptions } from './printing.ts';

/** A format of the report, and where it goes. */
export interface Target {
  readonly format: Format;
  /** Null for standard output. */
  readonly path: string | null;
}

const byExtension: Readonly<Record<string, Format>> = {
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'table',
};

const formatOf = (name: string): Format => {
  if (!Object.hasOwn(formats, name)) throw fault('unknown_format', [name, Object.keys(formats).join(', ')]);
  return name as Format;
};

/** Where the flags want the report, in their order: standard output as a table where they do not say. */
export const targetsOf = (options: PrintOptions): Target[] => {
  const declared = options.format === undefined ? null : formatOf(options.format);
  if (options.output.length === 0) return [{ format: declared ?? 'table', path: null }];
  return options.output.map((text) => {
    const [, named, file] = /^(?:([a-z]+)=)?(.*)$/s.exec(text)!;
    const path = file === '-' ? null : file!;
    const extension = /\.([a-z]+)$/i.exec(file!)?.[1]?.toLowerCase() ?? '';
    const format = named === undefined ? (declared ?? byExtension[extension] ?? 'table') : formatOf(named);
    return { format, path };
  });
};

/** What a run has to say in the end: files to be written, and texts for standard output and the conversation. */
export interface Answers {
  readonly files: readonly Output[];
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Begins to load the code that renders to the targets; where that fails, rendering tells. */
export const loadFormats = (targets: readonly Target[]): void => {
  for (const { format } of targets) formats[format]().catch(() => undefined);
};

/** Renders a report to every target; `own` are the indicators its configuration declares. */
export const rendered = async (
  report: Report,
  targets: readonly Target[],
  io: Io,
  printing: PrintOptions,
  own: readonly Indicator[] = [],
): Promise<Answers> => {
  const files: Output[] = [];
  const stdout: string[] = [];
  for (const { format, path } of targets) {
    const render = await formats[format]();
    if (path === null) stdout.push(render(report, { ...renderOptions(io.stdout, io, printing), own }));
    else files.push({ path, content: render(report, { ...fileRenderOptions(printing), own }) });
  }
  return { files, stdout, stderr: [] };
};
