import { EXIT, fault } from '../errors.ts';
import { jsonText } from '../render/json.ts';
import { renderProfiles } from '../render/profiles.ts';
import { answer } from './answer.ts';
import { knownProfiles, namedConfiguration } from './configured.ts';
import type { Io } from './io.ts';
import { printOptions, tableOrJson, validate } from './options.ts';
import { renderOptions } from './printing.ts';

/** Prints the profiles, or one of them whole. */
export const runProfiles = async (
  id: string | undefined,
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const { format } = validate(tableOrJson, flags);
  const options = renderOptions(io.stdout, io, validate(printOptions, { ...flags, format: undefined }));
  const known = knownProfiles(await namedConfiguration(flags.config));
  if (id === undefined) {
    await answer(io, format === 'json' ? jsonText(known) : renderProfiles(known, options));
    return EXIT.done;
  }
  const found = known.find((profile) => profile.id === id);
  if (found === undefined)
    throw fault('unknown_profile', [id, known.map((profile) => profile.id).join(', ')]);
  await answer(io, flags.format === 'table' ? renderProfiles([found], options) : jsonText(found));
  return EXIT.done;
};
