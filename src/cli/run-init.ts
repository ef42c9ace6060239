import { readdirSync } from 'node:fs';
import { configNames } from '../config/find.ts';
import { firstConfiguration } from '../config/first.ts';
import { schemaPlace } from '../config/schema-place.ts';
import { understanding } from '../config/understanding.ts';
import { EXIT, fault } from '../errors.ts';
import type { InspectedFile, Inspection } from '../inspection/schema.ts';
import { writeOutputs } from '../outputs/index.ts';
import { messageText, terminalText } from '../render/index.ts';
import { answer } from './answer.ts';
import { askedFiles, inspected } from './inspected.ts';
import type { Io } from './io.ts';
import { forceOption, kpiOptions, printOptions, validate } from './options.ts';
import { alsoDeclared, assertNewConfig } from './understood.ts';

const target = 'loyalty.config.yaml';
const byFlag = ['customers', 'surveys', 'content', 'spend'];
const exportName = /^[^.].*\.(csv|json|ndjson|parquet)(\.gz)?$/i;

const filesHere = (): string[] =>
  readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile() && exportName.test(entry.name) && !configNames.includes(entry.name))
    .map(({ name }) => name)
    .toSorted();

/** Whether a file that nobody named is an export: known by its profile, or by more than one of its columns. */
const isExport = ({ refusal, roleBy, fields }: InspectedFile): boolean =>
  refusal === null && (roleBy.kind === 'profile' || (roleBy.kind !== 'assumed' && fields.length > 1));

/** Refuses what cannot be part of a configuration: a damaged file as its own refusal says, an unknown one by its flag. */
const assertUnderstood = ({ files, refusal }: Inspection): void => {
  for (const file of files) {
    if (file.refusal !== null) throw fault('export_refused', [file.path, file.refusal.message]);
    if (file.roleBy.kind === 'assumed') throw fault('export_unknown', [file.path]);
  }
  if (refusal !== null) throw fault('export_refused', [files[0]!.path, refusal.message]);
};

/** Runs `init`: inspects the files given, or those that lie here, and writes a configuration of what it understood. */
export const runInit = async (
  files: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const printing = validate(printOptions, { ...flags, format: undefined });
  const options = validate(kpiOptions, flags);
  const { force } = validate(forceOption, flags);
  const given = files.length > 0 || byFlag.some((role) => flags[role] !== undefined);
  let paths: readonly string[] = given ? files : filesHere();
  if (!force) for (const name of configNames) assertNewConfig(name, force, []);
  if (!given && paths.length === 0) throw fault('no_exports');
  const inspect = (): Promise<Inspection> => {
    const asked = askedFiles(paths, options, flags, null);
    assertNewConfig(
      target,
      force,
      asked.map(({ path }) => path),
      'init',
    );
    return inspected(asked, options, null, printing, io);
  };
  let found = await inspect();
  if (!given) {
    const left = found.files.filter((file) => !isExport(file)).map(({ path }) => path);
    for (const path of left)
      await io.stderr.write(
        `loyalty: ${terminalText(messageText('export_left_out', [path], printing.lang))}\n`,
      );
    if (left.length === paths.length) throw fault('no_exports');
    paths = paths.filter((path) => !left.includes(path));
    if (left.length > 0) found = await inspect();
  }
  assertUnderstood(found);
  const asked = askedFiles(paths, options, flags, null).map(({ path }) => path);
  const understood = understanding(found, asked, target, alsoDeclared(options, flags));
  writeOutputs([{ path: target, content: firstConfiguration(understood, schemaPlace()) }]);
  const roles = found.files.map(({ path, role }) => `${path} (${role})`).join(', ');
  await answer(io, `${terminalText(messageText('config_written', [target, roles], printing.lang))}\n`);
  return EXIT.done;
};
