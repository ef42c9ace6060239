import type { DefineCommand } from '../program.ts';
import { addPrintFlags } from './print-flags.ts';
import {
  addDayFlags,
  addFileFlags,
  addReadingFlags,
  addRunningFlags,
  flag,
  reading,
  repeated,
  time,
} from './reading-flags.ts';

const figures = 'Figures:';

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
    .argument('[orders...]', 'exports of orders')
    .addHelpText('after', examples);
  addFileFlags(command);
  flag(
    command,
    '-p, --period <period>',
    '2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, last-90-days, ytd or all (default: all)',
    time,
  );
  flag(command, '--compare <with>', 'previous, year or none (default: previous)', time);
  addDayFlags(command);
  flag(command, '--data-through <day>', 'last day the exports cover (default: of the orders)', time);
  flag(command, '--fiscal-start <mm-dd>', 'first day of the fiscal year, for FY2021', time);
  flag(
    command,
    '--base <base>',
    'who is a customer at the start: previous (ordered in the period before), active:12m (in the 12 months before), ever, or contract (default: previous)',
    figures,
  );
  flag(
    command,
    '--by <attribute>',
    'break down by a column of the orders (channel), by customer.country, or by the first order: first.channel, first.discounted',
    figures,
  );
  repeated(command, '--only <ids>', 'only these figures, as `loyalty list` names them', figures);
  repeated(command, '--except <ids>', 'all but these figures', figures);
  repeated(
    command,
    '--group <groups>',
    'only these groups: retention, repurchase, value, costs, nps, satisfaction, content, programme',
    figures,
  );
  flag(command, '--answers <which>', 'of one person’s answers: last, first or all (default: last)', figures);
  flag(command, '--lifespan <length>', 'how long a customer stays, for the lifetime value: 3y', figures);
  flag(command, '--margin <share>', 'multiply the lifetime value by a margin: 30%', figures);
  flag(command, '--loyal-orders <n>', 'orders that make a customer loyal, for content (default: 2)', figures);
  flag(command, '--content-min <n>', 'reads a month that make a regular reader (default: 1)', figures);
  flag(command, '--min-group <n>', 'withhold segments of fewer people (default: 5)', figures);
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
