import type { DefineCommand } from '../program.ts';
import { words } from '../shell/offers.ts';
import { addPrintFlags } from './print-flags.ts';
import { addDayFlags, addFileFlags, addReadingFlags, addRunningFlags, flag } from './reading-flags.ts';

const examples = `
Examples:
  loyalty inspect orders.csv customers.csv answers.csv
  loyalty inspect orders.csv --format json
  loyalty inspect orders.csv --write-config loyalty.config.yaml
  loyalty kpi --period 2021-Q1`;

const group = 'Answer:';

/** `loyalty inspect`: what is understood of files, before any figure is made of them. */
export const inspect: DefineCommand = (program, io, finish) => {
  const command = program
    .command('inspect')
    .summary('print how exports are understood')
    .description(
      'Reads exports as kpi does and prints what is understood of them: how each is written, whose export it is, which columns are read as what, what the rows hold, and which figures will have no value. Columns are shown by the shape of their values. A file that kpi would refuse is inspected as far as possible, exit 3.',
    )
    .argument('[files...]', 'exports; their kind is told from the header')
    .addHelpText('after', examples);
  addFileFlags(command);
  addDayFlags(command);
  addReadingFlags(command);
  flag(command, '-f, --format <format>', 'table or json (default: table)', group, words('table', 'json'));
  flag(command, '--show-values', 'show values of the columns too, customers’ data included', group);
  flag(
    command,
    '--write-config <file>',
    'save what is understood, to be reviewed and used with --config',
    group,
  );
  flag(command, '--force', 'overwrite that file', group);
  addRunningFlags(command);
  addPrintFlags(command, null);
  return command.action(async (files: string[], flags: Record<string, unknown>) => {
    const { runInspect } = await import('../run-inspect.ts');
    finish(await runInspect(files, flags, io));
  });
};
