import { Argument, Command } from 'commander';
import type { DefineCommand } from '../program.ts';
import { files, offering } from '../shell/offers.ts';
import { addPrintFlags } from './print-flags.ts';
import { addDayFlags, addFileFlags, addReadingFlags, flag } from './reading-flags.ts';

const examples = `
Examples:
  loyalty init
  loyalty init orders.csv --customers people.csv
  loyalty init --timezone Europe/Paris --force`;

/** `loyalty init`: a configuration for the files at hand. */
export const init: DefineCommand = (program, io, finish) => {
  const command = program
    .command('init')
    .summary('write a configuration for the files at hand')
    .description(
      'Writes loyalty.config.yaml into the working directory: the exports given, or those found there (csv, json, ndjson and parquet, plain or gzip), as inspect understands them, with examples of checks. Of files that are found, those not recognised are left out; of files that are given, they are refused.',
    )
    .addArgument(offering(new Argument('[files...]', 'exports; their kind is told from the header'), files))
    .addHelpText('after', examples);
  addFileFlags(command);
  const reading = new Command();
  addDayFlags(reading);
  addReadingFlags(reading);
  for (const option of reading.options) if (option.attributeName() !== 'config') command.addOption(option);
  flag(command, '--force', 'overwrite a configuration that is there', 'Answer:');
  addPrintFlags(command, null);
  return command.action(async (given: string[], flags: Record<string, unknown>) => {
    const { runInit } = await import('../run-init.ts');
    finish(await runInit(given, flags, io));
  });
};
