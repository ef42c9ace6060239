import { Command } from 'commander';
import { packageVersion } from '../package.ts';
import { check } from './commands/check.ts';
import { completion } from './commands/completion.ts';
import { config } from './commands/config.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { inspect } from './commands/inspect.ts';
import { kpi } from './commands/kpi.ts';
import { list } from './commands/list.ts';
import { profiles } from './commands/profiles.ts';
import { run } from './commands/run.ts';
import { applyEnvironment } from './environment.ts';
import { exitCodeLines } from './exit-codes.ts';
import type { Io } from './io.ts';

/** A command: its flags and help on a commander command, and what it does, loaded when it is run. */
export type DefineCommand = (program: Command, io: Io, finish: (exit: number) => void) => Command;

/** The commands in the order of the help; adding one is a file and a line here. */
const commands: readonly DefineCommand[] = [
  kpi,
  check,
  run,
  inspect,
  init,
  profiles,
  list,
  explain,
  config,
  completion,
];

/** What the parser itself wants to print: help and the version for the answer, faults of usage for the conversation. */
export interface Printed {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

const usageSentence = (text: string, help: string): string => {
  const fault = /^error: ([^\n]*)\n(?:\(Did you mean (.*)\?\)\n)?$/.exec(text);
  if (fault === null) return text;
  const [, what, meant] = fault;
  return `loyalty: ${what}${meant === undefined ? '' : ` (did you mean ${meant}?)`}; see ${help}.\n`;
};

const examples = `
Examples:
  loyalty kpi orders.csv --period 2021-Q1
  loyalty kpi orders.csv --customers customers.csv --surveys answers.csv
  loyalty kpi --surveys answers.csv --period all --group nps
  loyalty inspect orders.csv
  loyalty kpi --help
  loyalty explain retention_rate

Exit codes:
${exitCodeLines()}`;

/** Makes the command-line parser. What it prints itself is handed to `print`; it throws where it would end the process. */
export const makeProgram = (
  io: Io,
  finish: (exit: number) => void,
  print: (printed: Printed) => void,
): Command => {
  const program = new Command('loyalty');
  const help = (): string => {
    const command = program.commands.find((known) => known.name() === io.argv[0]);
    return ['loyalty', ...(command === undefined ? [] : [command.name()]), '--help'].join(' ');
  };
  program
    .description('Customer-retention, value and NPS figures from the exports a shop already has.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => print({ stream: 'stdout', text }),
      writeErr: (text) => print({ stream: 'stderr', text: usageSentence(text, help()) }),
      getOutHelpWidth: () => io.stdout.width,
      getErrHelpWidth: () => io.stderr.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', examples);
  program.hook('preAction', (_, command) => applyEnvironment(program, command, io));
  for (const define of commands) define(program, io, finish);
  return program;
};
