import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { worstOf } from '../checks/worst.ts';
import { fault } from '../errors.ts';
import { makeFolders } from '../nights/folders.ts';
import { coveredBy, type Earlier, nextHistory, readHistory } from '../nights/history.ts';
import { type Lock, takeLock } from '../nights/lock.ts';
import { earlierFrom, type Formed, manifestOf, readManifest } from '../nights/manifest.ts';
import type { Plan } from '../nights/plan.ts';
import { type Known, restate } from '../nights/restate.ts';
import type { Manifest } from '../nights/schema.ts';
import { assertWritable, writeOutputs } from '../outputs/index.ts';
import { messageText, terminalText } from '../render/index.ts';
import { jsonText } from '../render/json.ts';
import { nightText } from '../render/night.ts';
import { makeWorkspace } from '../sources/workspace.ts';
import { answer } from './answer.ts';
import { exits } from './check-exits.ts';
import { computed, converse } from './computing.ts';
import type { Io } from './io.ts';
import { type Night, nightOf } from './night.ts';
import { renderOptions } from './printing.ts';
import { appendSummaries, pathsOf, reported } from './reporting.ts';
import { rendered } from './targets.ts';

/** What a night finds of the nights before it. */
interface Found {
  readonly before: Manifest | null;
  readonly earlier: Earlier;
}

const lookBack = async (night: Night, io: Io): Promise<Found> => {
  const { plan, request, options, printing } = night;
  const before = options.force ? null : readManifest(plan.manifest);
  if (before !== null && before.asOf > request.asOf)
    throw fault('newer_run', [plan.manifest, before.asOf, request.asOf]);
  const own = basename(night.configuration.path);
  if (before?.configuration !== undefined && before.configuration !== own)
    throw fault('manifest_of_another', [plan.manifest, before.configuration, own]);
  if (plan.history === null) return { before, earlier: earlierFrom(before, request.asOf) };
  const earlier = await readHistory(plan.history, request.asOf, plan.run);
  if (earlier.torn && !printing.quiet)
    await io.stderr.write(`loyalty: ${terminalText(messageText('history_mended', [], printing.lang))}\n`);
  return { before, earlier };
};

const filesOf = ({ plan, targets, reporters }: Night): string[] => [
  ...targets.map(({ path }) => path!),
  ...pathsOf(reporters),
  ...(plan.history === null ? [] : [plan.history]),
  plan.manifest,
];

const lastFilesOf = ({ manifest, history }: Plan): string[] =>
  history === null ? [manifest] : [manifest, history];

/** Computes and writes a night, or only tells of it; `assertHeld` is asked just before the first file is renamed. */
const work = async (night: Night, io: Io, assertHeld: () => void): Promise<number> => {
  const { plan, request, options, printing, definitions, restateMost } = night;
  const { before, earlier } = await lookBack(night, io);
  let known: Known | null = null;
  const outcome = await computed(request, night.checking, io, printing, {
    further: async (main, ask) => {
      known = await restate(main, earlier, {
        request,
        ask,
        restate: restateMost,
        definitions,
        run: plan.run,
      });
    },
  });
  const { own, lines, restated } = known!;
  await converse(io, outcome, false, printing);
  const { report } = outcome;
  const figures = await rendered(report, night.targets, io, printing, night.configuration.own);
  const told = options.dryRun ? night.reporters.filter(({ to }) => to === 'stdout') : night.reporters;
  const verdicts = await reported(report, told, io, printing, night.configuration);
  const workspace = makeWorkspace();
  try {
    const attribute = night.attribute;
    const next =
      plan.history === null
        ? null
        : await nextHistory(
            plan.history,
            request.asOf,
            lines,
            coveredBy(lines, attribute),
            earlier,
            workspace.newPath(),
          );
    const outputs = [...figures.files, ...verdicts.files].map(
      (output, index): Formed => ({
        format: night.formats[index]!,
        output: output as Formed['output'],
      }),
    );
    const manifest = manifestOf({
      ...{ path: plan.manifest, report, outputs, history: plan.history, before },
      settings: definitions.general,
      configuration: basename(night.configuration.path),
      known: { own, lines, restated },
    });
    const writing = [
      ...figures.files,
      ...verdicts.files,
      ...(next === null ? [] : [next]),
      { path: plan.manifest, content: jsonText(manifest) },
    ];
    if (!options.dryRun) {
      io.signal.throwIfAborted();
      makeFolders(filesOf(night));
      assertHeld();
      writeOutputs(writing);
    }
    appendSummaries(io, verdicts);
    const text = nightText(
      {
        ...{ period: report.period.label, asOf: report.asOf, restated, dry: options.dryRun },
        written: options.dryRun ? filesOf(night) : writing.map(({ path }) => path),
      },
      renderOptions(night.isTold ? io.stdout : io.stderr, io, printing),
    );
    for (const said of verdicts.stderr) await io.stderr.write(said);
    for (const said of verdicts.stdout) await answer(io, said);
    if (night.isTold) await answer(io, verdicts.stdout.length > 0 ? `\n${text}` : text);
    else if (!printing.quiet) await io.stderr.write(text);
  } finally {
    workspace.remove();
  }
  return exits[worstOf(report.checks)];
};

/**
 * Runs `run`: takes the right to write the files of the configuration, loads its exports once, writes every output and
 * the manifest last. Whatever refuses the night leaves everything as it was.
 */
export const runNight = async (flags: Record<string, unknown>, io: Io): Promise<number> => {
  const night = await nightOf(flags, io);
  const files = filesOf(night);
  if (night.options.dryRun) {
    assertWritable(
      files.filter((path) => existsSync(dirname(path))),
      night.read,
    );
    return work(night, io, () => undefined);
  }
  const removeFolders = makeFolders(files);
  const locks: Lock[] = [];
  try {
    assertWritable(files, night.read);
    for (const path of lastFilesOf(night.plan))
      locks.push(await takeLock(path, night.options.wait, io.signal));
    return await work(night, io, () => {
      for (const lock of locks) lock.assertHeld();
    });
  } finally {
    for (const lock of locks) lock.release();
    removeFolders();
  }
};
