import { Argument } from 'commander';
import type { DefineCommand } from '../program.ts';
import { files, namesOf, offering, suggestions } from '../shell/offers.ts';
import { addCheckFlags } from './check-flags.ts';
import { addBaseFlag, addDefinitionFlags, addPeriodFlags, figures } from './figure-flags.ts';
import { addPrintFlags } from './print-flags.ts';
import { addFileFlags, addReadingFlags, addRunningFlags, flag, reading, repeated } from './reading-flags.ts';

const examples = `
Examples:
  loyalty kpi orders.csv --period 2021-Q1 --compare year
  loyalty kpi orders.csv --period 2021 --by first.discounted --group retention
  loyalty kpi lines.csv.gz --map 'orders.amount=Quantity*UnitPrice'
  loyalty kpi orders.csv -p last-month -o json=kpi.json -o csv=kpi.csv -o -`;

/** `loyalty kpi`: the figures of a period, from the exports. */
export const kpi: DefineCommand = (program, io, finish) => {
  const command = program
    .command('kpi')
    .summary('print the figures of a period')
    .description(
      'Computes the retention, value and satisfaction figures of a period from the exports of a shop. Each export is CSV, a JSON array, NDJSON or Parquet, plain or gzip; several files of one kind count as one; - reads standard input. Any subset works.',
    )
    .addArgument(offering(new Argument('[orders...]', 'exports of orders'), files))
    .addHelpText('after', examples);
  addFileFlags(command);
  addPeriodFlags(command);
  addBaseFlag(command);
  flag(
    command,
    '--by <attribute>',
    'break down by a column of the orders (channel), by customer.country, or by the first order: first.channel, first.discounted',
    figures,
    suggestions('channel', 'customer.country', 'first.channel', 'first.discounted'),
  );
  repeated(command, '--only <ids>', 'only these figures, as `loyalty list` names them', figures);
  repeated(command, '--except <ids>', 'all but these figures', figures);
  repeated(
    command,
    '--group <groups>',
    'only these groups: retention, repurchase, value, costs, nps, satisfaction, content, programme',
    figures,
    namesOf('groups'),
  );
  addDefinitionFlags(command);
  addCheckFlags(command);
  addReadingFlags(command);
  flag(command, '--rejects <file>', 'list the unreadable rows as CSV, by line, column and code', reading);
  flag(
    command,
    '--show-values',
    'with --rejects: the rows themselves too, customers’ data included',
    reading,
  );
  addRunningFlags(command);
  addPrintFlags(command, 'print the warnings below the table too', true);
  return command.action(async (orders: string[], flags: Record<string, unknown>) => {
    const { runKpi } = await import('../run-kpi.ts');
    finish(await runKpi(orders, flags, io));
  });
};
