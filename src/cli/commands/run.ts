import type { DefineCommand } from '../program.ts';
import { files } from '../shell/offers.ts';
import { addCheckFlags } from './check-flags.ts';
import { addPeriodFlags } from './figure-flags.ts';
import { addPrintFlags } from './print-flags.ts';
import { addRunningFlags, flag, reading } from './reading-flags.ts';

const examples = `
Examples:
  loyalty run
  loyalty run --config /srv/shop/loyalty.config.yaml --wait 600 --quiet
  loyalty run -p 2021-Q1 --as-of 2021-04-15 --dry-run

A reader who finds a file to be what the manifest says of it reads the files of one run.`;

const group = 'Writing:';

/** `loyalty run`: the job of a night, as the configuration describes it. */
export const run: DefineCommand = (program, io, finish) => {
  const command = program
    .command('run')
    .summary('write every output of the configuration, and a manifest last')
    .description(
      'Loads the exports of the configuration once, writes its outputs, adds the figures to its history, and at last a manifest with the hash of each file. Closed periods are computed again, and figures that are not what they were are listed with the cause. Without --period, of the last month. Two runs never mix, and an older one never replaces a newer one.',
    )
    .addHelpText('after', examples);
  addPeriodFlags(command);
  addCheckFlags(command);
  flag(
    command,
    '--config <file>',
    'the configuration (default: loyalty.config.* or the key loyalty of package.json, from here up to the root of the repository)',
    reading,
    files,
  );
  flag(
    command,
    '--wait [seconds]',
    'wait for another run that writes the same files, so long or until it ends',
    group,
  );
  flag(command, '--force', 'replace what a run of a later day wrote', group);
  flag(command, '--dry-run', 'tell what would be written and restated, write nothing', group);
  addRunningFlags(command);
  addPrintFlags(command, null, 'quiet');
  return command.action(async (flags: Record<string, unknown>) => {
    const { runNight } = await import('../run-night.ts');
    finish(await runNight(flags, io));
  });
};
