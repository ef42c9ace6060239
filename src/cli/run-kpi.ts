import { worstOf } from '../checks/worst.ts';
import { fault } from '../errors.ts';
import { assertWritable, writeOutputs } from '../outputs/index.ts';
import type { KpiRequest } from '../report/request.ts';
import { answer } from './answer.ts';
import { exits } from './check-exits.ts';
import { computed, converse } from './computing.ts';
import { configurationOf, withConfiguration } from './configured.ts';
import { withCosts } from './costs.ts';
import type { Io } from './io.ts';
import { checkOptions, kpiOptions, printOptions, validate } from './options.ts';
import { assertListed, rejectsOf, withRejects } from './rejects.ts';
import type { CheckAnswers } from './reporting.ts';
import { requestOf } from './request.ts';
import { loadFormats, rendered, targetsOf } from './targets.ts';

const nothing: CheckAnswers = { files: [], stdout: [], stderr: [], summaries: [] };

/**
 * Runs `kpi` and `check`: validates the flags, computes the report with the verdicts of its checks, writes it to every
 * target, and says what was guessed. `kpi` prints the figures, and checks what the command line says; `check` prints the
 * verdicts, and checks what the configuration declares too.
 */
export const runKpi = async (
  orders: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
  command: 'kpi' | 'check' = 'kpi',
): Promise<number> => {
  const isCheck = command === 'check';
  const configuration = await configurationOf(flags, io);
  const given = await withConfiguration(orders, flags, configuration);
  const { format, output, csvDialect, lang, color, width, ascii, quiet, verbose, ...others } = given.flags;
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
  const { check, baseline, reporter, ...rest } = others;
  const checkable = validate(checkOptions, { check, baseline, reporter });
  const options = validate(kpiOptions, rest);
  const declared = isCheck ? (configuration?.checks ?? []) : [];
  if (isCheck && declared.length + checkable.check.length === 0) throw fault('no_checks');
  const checks =
    isCheck || others.check !== undefined || baseline !== undefined || reporter !== undefined
      ? await import('./checking.ts')
      : null;
  const checking =
    checks?.checkingOf(declared, checkable.check, checkable.baseline, configuration?.own) ?? null;
  const asked = withCosts(
    requestOf(given.orders, options, io.now(), configuration, configuration?.own),
    configuration,
  );
  const request: KpiRequest = isCheck ? { ...asked, indicators: checks!.checkedBy(checking!) } : asked;
  assertListed(options);
  const targets = isCheck ? [] : targetsOf(printing);
  const usual = isCheck ? 'people' : null;
  const reporters = checks?.reportersOf(checkable.reporter, usual, io, checking?.checks.length ?? 0) ?? [];
  const paths = [
    ...targets.flatMap(({ path }) => (path === null ? [] : [path])),
    ...(checks?.pathsOf(reporters) ?? []),
    ...(options.rejects === undefined ? [] : [options.rejects]),
  ];
  const read = [options.config, checkable.baseline].filter((path) => path !== undefined);
  assertWritable(paths, [...request.files.map(({ path }) => path), ...read]);
  const rejects = await rejectsOf(options, printing.csvDialect);
  return withRejects(rejects, io, async () => {
    const outcome = await computed(request, checking, io, printing, {
      rejects,
      meanwhile: () => loadFormats(targets),
    });
    await converse(io, outcome, rest.period === undefined, printing);
    const figures = await rendered(outcome.report, targets, io, printing, configuration?.own);
    const verdicts =
      (await checks?.reported(outcome.report, reporters, io, printing, configuration)) ?? nothing;
    writeOutputs([...figures.files, ...verdicts.files, ...(rejects === null ? [] : [rejects.output()])]);
    checks?.appendSummaries(io, verdicts);
    for (const text of verdicts.stderr) await io.stderr.write(text);
    for (const text of [...figures.stdout, ...verdicts.stdout]) await answer(io, text);
    return exits[worstOf(outcome.report.checks)];
  });
};
