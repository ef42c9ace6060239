import type { DefineCommand } from '../program.ts';
import { addPrintFlags } from './print-flags.ts';
import { addConfigFlags } from './reading-flags.ts';

/** `loyalty list`: all figures with their ids. */
export const list: DefineCommand = (program, io, finish) => {
  const command = program
    .command('list')
    .summary('list the figures')
    .description(
      'Lists every figure by group, with its id for --only and explain, and the export it needs beside the orders; those that a configuration declares too, with where they stand in it.',
    );
  addConfigFlags(command, 'with the figures that this configuration declares');
  addPrintFlags(command, null);
  return command.action(async (flags: Record<string, unknown>) => {
    const { runList } = await import('../run-definitions.ts');
    finish(await runList(flags, io));
  });
};
