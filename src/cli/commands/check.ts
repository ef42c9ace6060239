import { Argument, type Command } from 'commander';
import { fault } from '../../errors.ts';
import type { DefineCommand } from '../program.ts';
import { files, offering } from '../shell/offers.ts';
import { addCheckFlags } from './check-flags.ts';
import { addBaseFlag, addDefinitionFlags, addPeriodFlags } from './figure-flags.ts';
import { addPrintFlags } from './print-flags.ts';
import { addFileFlags, addReadingFlags, addRunningFlags } from './reading-flags.ts';

const examples = `
Examples:
  loyalty check orders.csv -p last-month --check 'retention_rate >= 0.40'
  loyalty check orders.csv -p 2021-Q1 --check 'churn_rate max_rise 5pts against=year' --reporter junit=checks.xml
  loyalty check orders.csv -p last-month --check 'last_order_age_days <= 2' --check 'rejected_share < 1%'
  loyalty check

The last takes files and checks from the configuration.
A check that cannot be told - no such segment, no value, too few cases - is never a pass.`;

/** Of two periods the last would count, and one that was meant to be checked would pass unlooked at. */
const refuseSecondPeriod = (command: Command): void => {
  let given = 0;
  command.on('option:period', () => {
    given += 1;
    if (given > 1)
      throw fault('bad_flag', ['--period', 'is given twice; a check is of one period, so give one']);
  });
};

/** `loyalty check`: whether the figures of a period hold what was demanded of them. */
export const check: DefineCommand = (program, io, finish) => {
  const command = program
    .command('check')
    .summary('fail where a figure breaks its threshold')
    .description(
      'Holds the figures of a period, and the data themselves, to the checks of the configuration and of --check, and ends with exit code 1 where one fails and 4 where one cannot be told. In GitHub Actions it annotates the run by itself.',
    )
    .addArgument(offering(new Argument('[orders...]', 'exports of orders'), files))
    .addHelpText('after', examples);
  addFileFlags(command);
  addPeriodFlags(command);
  refuseSecondPeriod(command);
  addBaseFlag(command);
  addDefinitionFlags(command);
  addCheckFlags(command);
  addReadingFlags(command);
  addRunningFlags(command);
  addPrintFlags(command, null, 'quiet');
  return command.action(async (orders: string[], flags: Record<string, unknown>) => {
    const { runKpi } = await import('../run-kpi.ts');
    finish(await runKpi(orders, flags, io, 'check'));
  });
};
