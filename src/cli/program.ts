import { Command } from 'commander';
import { packageVersion } from '../package.ts';
import { explain } from './commands/explain.ts';
import { kpi } from './commands/kpi.ts';
import { list } from './commands/list.ts';
import type { Io } from './io.ts';

/** A command: its flags and help on a commander command, and what it does, loaded when it is run. */
export type DefineCommand = (program: Command, io: Io, finish: (exit: number) => void) => Command;

/** The commands in the order of the help; adding one is a file and a line here. */
const commands: readonly DefineCommand[] = [kpi, list, explain];

/** Makes the command-line parser. Whatever it prints goes to `io`, and it throws where it would end the process. */
export const makeProgram = (io: Io, finish: (exit: number) => void): Command => {
  const program = new Command('loyalty')
    .description('Customer-retention, value and NPS figures from the exports a shop already has.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text.replace(/^error: /, 'loyalty: ')),
      getOutHelpWidth: () => io.stdout.width,
      getErrHelpWidth: () => io.stderr.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `
Examples:
  loyalty kpi orders.csv --period 2021-Q1
  loyalty kpi orders.csv --customers customers.csv --surveys answers.csv --period last-quarter
  loyalty kpi --surveys answers.csv --period all --group nps
  loyalty explain retention_rate

Exit codes: 0 done, 2 wrong usage, 3 input refused, 5 output not written, 70 a bug of ours, 130 interrupted.`,
    );
  for (const define of commands) define(program, io, finish);
  return program;
};
