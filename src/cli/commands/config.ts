import { Argument, Command } from 'commander';
import type { DefineCommand } from '../program.ts';
import { files, offering, words } from '../shell/offers.ts';
import { kpi } from './kpi.ts';
import { flag } from './reading-flags.ts';

const notOurs = new Set(['format', 'output']);

/** `loyalty config schema|print`: the form of a configuration, and what holds under the one at hand. */
export const config: DefineCommand = (program, io, finish) => {
  const command = program
    .command('config')
    .summary('print the form of a configuration, or what it says')
    .description('Prints the JSON Schema of configurations, or what holds with file, environment and flags.');
  command
    .command('schema')
    .summary('print the JSON Schema of a configuration')
    .description('Prints the JSON Schema of loyalty.config.*, for editors and other programs.')
    .action(async () => {
      const { runConfigSchema } = await import('../run-config.ts');
      finish(await runConfigSchema(io));
    });
  const print = command
    .command('print')
    .summary('print what holds, and where it comes from')
    .description(
      'Prints the configuration that kpi would run with: flags before the environment (LOYALTY_*) before the file before the defaults, each with where it comes from. No export is read.',
    )
    .addArgument(offering(new Argument('[orders...]', 'exports of orders'), files));
  flag(
    print,
    '-f, --format <format>',
    'yaml, with where it comes from as comments, or json (default: yaml)',
    'Answer:',
    words('yaml', 'json'),
  );
  for (const option of kpi(new Command(), io, finish).options)
    if (!notOurs.has(option.attributeName())) print.addOption(option);
  print.action(async (orders: string[], flags: Record<string, unknown>) => {
    const { runConfigPrint } = await import('../run-config.ts');
    finish(await runConfigPrint(orders, flags, print, io));
  });
  return command;
};
