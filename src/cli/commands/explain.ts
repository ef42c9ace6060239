import { Argument } from 'commander';
import type { DefineCommand } from '../program.ts';
import { nameOf, offering } from '../shell/offers.ts';
import { addPrintFlags } from './print-flags.ts';
import { addConfigFlags } from './reading-flags.ts';

/** `loyalty explain <id>`: the definition of a figure. */
export const explain: DefineCommand = (program, io, finish) => {
  const command = program
    .command('explain')
    .summary('print the definition of a figure')
    .description(
      'Prints what a figure means: formula, cut-offs, unit, needs, interval, source, and worked cases. A figure that a configuration declares is known too.',
    )
    .addArgument(
      offering(new Argument('<id...>', 'ids of figures, as `loyalty list` shows them'), nameOf('figures')),
    );
  addConfigFlags(command, 'with the figures that this configuration declares');
  addPrintFlags(command, 'print the data of the worked cases too');
  return command.action(async (ids: string[], flags: Record<string, unknown>) => {
    const { runExplain } = await import('../run-definitions.ts');
    finish(await runExplain(ids, flags, io));
  });
};
