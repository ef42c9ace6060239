import { EXIT, fault } from '../errors.ts';
import type { Inspection } from '../inspection/schema.ts';
import { terminalText } from '../render/index.ts';
import { inspectionJson } from '../render/inspection/json.ts';
import { inspectionTable } from '../render/inspection/table.ts';
import { inspectionWords } from '../render/inspection/words.ts';
import { answer } from './answer.ts';
import { configurationOf, withConfiguration } from './configured.ts';
import { askedFiles, inspected } from './inspected.ts';
import type { Io } from './io.ts';
import { kpiOptions, printOptions, tableOrJson, validate } from './options.ts';
import { renderOptions } from './printing.ts';
import { alsoDeclared, assertNewConfig, writeUnderstanding } from './understood.ts';

const refused = ({ files, refusal }: Inspection): boolean =>
  refusal !== null || files.some((file) => file.refusal !== null);

/** Runs `inspect`: prints what is understood of the files, and saves it as a configuration where that is asked for. */
export const runInspect = async (
  files: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const configuration = await configurationOf(flags, io);
  const { format, writeConfig: target, force } = validate(tableOrJson, flags);
  const given = await withConfiguration([], flags, configuration, 'reading');
  const printing = validate(printOptions, { ...given.flags, format: undefined });
  const options = validate(kpiOptions, given.flags);
  const asked = askedFiles(files, options, flags, configuration);
  const paths = asked.map(({ path }) => path);
  if (asked.length === 0) throw fault('no_files');
  assertNewConfig(target, force, [...paths, ...(options.config === undefined ? [] : [options.config])]);
  const found = await inspected(asked, options, configuration, printing, io);
  if (target !== undefined) {
    if (refused(found))
      await io.stderr.write(`loyalty: ${terminalText(inspectionWords(printing.lang).notWritten(target))}\n`);
    else await writeUnderstanding(found, paths, target, alsoDeclared(options, given.flags));
  }
  const render = format === 'json' ? inspectionJson : inspectionTable;
  await answer(io, render(found, renderOptions(io.stdout, io, printing)));
  return refused(found) ? EXIT.input : EXIT.done;
};
