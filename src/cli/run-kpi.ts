import { EXIT, fault } from '../errors.ts';
import { indicators } from '../indicators/index.ts';
import { packageVersion } from '../package.ts';
import { type Format, formats, guessLines, messageText, terminalText, warningText } from '../render/index.ts';
import type { Outcome } from '../report/outcome.ts';
import type { RejectList } from '../report/rejects.ts';
import type { KpiRequest } from '../report/request.ts';
import { kpiReport } from '../report/shop.ts';
import { answer } from './answer.ts';
import { configurationOf, withConfiguration } from './configured.ts';
import type { Io } from './io.ts';
import { kpiOptions, type PrintOptions, printOptions, validate } from './options.ts';
import { assertWritable, writeOutputs } from './outputs.ts';
import { fileRenderOptions, renderOptions } from './printing.ts';
import { makeProgress } from './progress.ts';
import { assertListed, rejectsOf, withRejects } from './rejects.ts';
import { requestOf } from './request.ts';

interface Target {
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

const targetsOf = (options: PrintOptions): Target[] => {
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

const converse = async (
  io: Io,
  outcome: Outcome,
  request: KpiRequest,
  options: PrintOptions,
): Promise<void> => {
  if (options.quiet) return;
  const { report, guesses } = outcome;
  const lines = [
    ...guessLines(guesses, options.lang),
    ...report.warnings.map((warning) => warningText(warning, options.lang)),
  ];
  if (request.period === 'all' && !io.argv.some((word) => word === '-p' || word.startsWith('--period')))
    lines.unshift(messageText('period_defaulted', [], options.lang));
  await io.stderr.write(lines.map((line) => `loyalty: ${terminalText(line)}\n`).join(''));
};

const computed = async (
  request: KpiRequest,
  io: Io,
  printing: PrintOptions,
  rejects: RejectList | null,
): Promise<Outcome> => {
  const progress = makeProgress(io, printing);
  try {
    return await kpiReport(request, new Map(indicators.map((indicator) => [indicator.id, indicator])), {
      stdin: io.stdin,
      signal: io.signal,
      version: packageVersion(),
      describe: ({ code, details }) => messageText(code, details, 'en'),
      onProgress: progress.update,
      rejects,
    });
  } finally {
    await progress.clear();
  }
};

/** Runs `kpi`: validates the flags, computes the report, writes it to every target, and says what was guessed. */
export const runKpi = async (
  orders: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const { format, output, csvDialect, lang, color, width, ascii, quiet, verbose, ...rest } = flags;
  const printing = validate(printOptions, {
    format,
    output,
    csvDialect,
    lang,
    color,
    width,
    ascii,
    quiet,
    verbose,
  });
  const configuration = await configurationOf(rest.config);
  const given = withConfiguration(orders, rest, configuration);
  const options = validate(kpiOptions, given.flags);
  const request = requestOf(given.orders, options, io.now(), configuration);
  assertListed(options);
  const targets = targetsOf(printing);
  const paths = [...targets.map(({ path }) => path), options.rejects ?? null];
  assertWritable(
    paths.filter((path) => path !== null),
    [...request.files.map(({ path }) => path), ...(options.config === undefined ? [] : [options.config])],
  );
  const rejects = await rejectsOf(options, printing.csvDialect);
  await withRejects(rejects, io, async () => {
    const outcome = await computed(request, io, printing, rejects);
    await converse(io, outcome, request, printing);
    const texts = await Promise.all(
      targets.map(async ({ format, path }) => {
        const render = await formats[format]();
        const options = path === null ? renderOptions(io.stdout, io, printing) : fileRenderOptions(printing);
        return { path, content: render(outcome.report, options) };
      }),
    );
    const files = texts.flatMap(({ path, content }) => (path === null ? [] : [{ path, content }]));
    writeOutputs(rejects === null ? files : [...files, rejects.output()]);
    for (const { path, content } of texts) if (path === null) await answer(io, content);
  });
  return EXIT.done;
};
