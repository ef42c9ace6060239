import { type Command, Option } from 'commander';
import type { DefineCommand } from '../program.ts';
import { addPrintFlags, collect } from './print-flags.ts';

const flag = (command: Command, flags: string, text: string, group: string): void => {
  command.addOption(new Option(flags, text).helpGroup(group));
};

const repeated = (command: Command, flags: string, text: string, group: string): void => {
  command.addOption(new Option(flags, text).argParser(collect).helpGroup(group));
};

const files = 'Files:';
const time = 'Time:';
const figures = 'Figures:';
const reading = 'Reading:';
const running = 'Running:';

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
  repeated(command, '--customers <file>', 'export of customers', files);
  repeated(command, '--surveys <file>', 'export of survey answers', files);
  repeated(command, '--content <file>', 'export of opens, clicks, views and visits', files);
  repeated(command, '--spend <file>', 'dated acquisition and retention spend', files);
  flag(
    command,
    '-p, --period <period>',
    '2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, last-90-days, ytd or all (default: all)',
    time,
  );
  flag(command, '--compare <with>', 'previous, year or none (default: previous)', time);
  flag(command, '--timezone <zone>', 'zone of the days, such as Europe/Paris (default: UTC)', time);
  flag(command, '--as-of <day>', 'leave out rows dated later (default: today)', time);
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
  repeated(command, '--scale <scale>', 'settle the scale of the scores: nps=0-10', figures);
  flag(command, '--lifespan <length>', 'how long a customer stays, for the lifetime value: 3y', figures);
  flag(command, '--margin <share>', 'multiply the lifetime value by a margin: 30%', figures);
  flag(command, '--loyal-orders <n>', 'orders that make a customer loyal, for content (default: 2)', figures);
  flag(command, '--content-min <n>', 'reads a month that make a regular reader (default: 1)', figures);
  flag(command, '--min-group <n>', 'withhold segments of fewer people (default: 5)', figures);
  repeated(
    command,
    '--map <field=column>',
    'name the column of a field, orders.amount=Total, or arithmetic of columns, orders.amount=Quantity*UnitPrice',
    reading,
  );
  repeated(
    command,
    '--exclude <rule>',
    'leave out rows by values or * patterns: orders.order_id=C*,A*',
    reading,
  );
  repeated(command, '--only-where <rule>', 'keep only such rows: orders.channel=web', reading);
  flag(command, '--currency <code>', 'count only orders in this currency', reading);
  flag(command, '--count-status <list>', 'the order statuses that count, no others: paid,shipped', reading);
  flag(command, '--grain <grain>', 'what a row of orders is: orders or lines', reading);
  flag(command, '--encoding <name>', 'utf-8, utf-16le, utf-16be, windows-1252 or latin1', reading);
  flag(command, '--delimiter <sign>', ', ; | or tab', reading);
  flag(command, '--decimal <mark>', 'the decimal mark: . or ,', reading);
  flag(command, '--date-format <name>', 'yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy or yyyymmdd', reading);
  flag(command, '--allow-unterminated', 'accept a last record without a line end', reading);
  flag(command, '--max-rejects <share>', 'refuse a file with more unreadable rows (default: 1%)', reading);
  flag(command, '--strict', 'refuse a file with any unreadable row', reading);
  flag(command, '--threads <n>', 'threads of the engine', running);
  flag(command, '--memory <size>', 'memory of the engine, such as 4GB', running);
  addPrintFlags(command, 'print the warnings below the table too', true);
  return command.action(async (orders: string[], flags: Record<string, unknown>) => {
    const { runKpi } = await import('../run-kpi.ts');
    finish(await runKpi(orders, flags, io));
  });
};
