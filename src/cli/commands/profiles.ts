import { Argument } from 'commander';
import type { DefineCommand } from '../program.ts';
import { nameOf, offering, words } from '../shell/offers.ts';
import { addPrintFlags } from './print-flags.ts';
import { flag, reading } from './reading-flags.ts';

/** `loyalty profiles [id]`: the exports that are known, or one of them whole. */
export const profiles: DefineCommand = (program, io, finish) => {
  const command = program
    .command('profiles')
    .summary('list the exports that are known')
    .description(
      'Lists the exports of shops and survey tools that are known by their header: how, what a row is, who the customer is, how refunds are told, and what cannot be known. With an id, prints that profile whole, as it may be copied into the profiles of a configuration and changed.',
    )
    .addArgument(offering(new Argument('[id]', 'the id of a profile'), nameOf('profiles')));
  flag(
    command,
    '-f, --format <format>',
    'table or json (default: table; of one profile: json)',
    'Answer:',
    words('table', 'json'),
  );
  flag(command, '--config <file>', 'with the profiles of this configuration', reading);
  addPrintFlags(command, null);
  return command.action(async (id: string | undefined, flags: Record<string, unknown>) => {
    const { runProfiles } = await import('../run-profiles.ts');
    finish(await runProfiles(id, flags, io));
  });
};
