import { EXIT, fault } from '../errors.ts';
import { indicators } from '../indicators/index.ts';
import { packageVersion } from '../package.ts';
import { type Format, formats, guessLines, messageText, terminalText, warningText } from '../render/index.ts';
import { kpiReport, type Outcome } from '../report/kpi.ts';
import type { KpiRequest } from '../report/request.ts';
import { answer } from './answer.ts';
import type { Io } from './io.ts';
import { kpiOptions, type PrintOptions, printOptions, validate } from './options.ts';
import { assertWritable, writeOutputs } from './outputs.ts';
import { fileRenderOptions, renderOptions } from './printing.ts';
import { makeProgress } from './progress.ts';
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
  const request = requestOf(orders, validate(kpiOptions, rest), io.now());
  const targets = targetsOf(printing);
  const written = targets.flatMap(({ path }) => (path === null ? [] : [path]));
  assertWritable(
    written,
    request.files.map(({ path }) => path),
  );
  const progress = makeProgress(io, printing);
  let outcome: Outcome;
  try {
    outcome = await kpiReport(request, new Map(indicators.map((indicator) => [indicator.id, indicator])), {
      stdin: io.stdin,
      signal: io.signal,
      version: packageVersion(),
      describe: ({ code, details }) => messageText(code, details, 'en'),
      onProgress: progress.update,
    });
  } finally {
    await progress.clear();
  }
  await converse(io, outcome, request, printing);
  const texts = await Promise.all(
    targets.map(async ({ format, path }) => {
      const render = await formats[format]();
      const options = path === null ? renderOptions(io.stdout, io, printing) : fileRenderOptions(printing);
      return { path, content: render(outcome.report, options) };
    }),
  );
  writeOutputs(texts.flatMap(({ path, content }) => (path === null ? [] : [{ path, content }])));
  for (const { path, content } of texts) if (path === null) await answer(io, content);
  return EXIT.done;
};
