import { type Command, Option } from 'commander';
import { collect } from './print-flags.ts';

/** The groups of the help in which these flags stand. */
export const files = 'Files:';
export const time = 'Time:';
export const reading = 'Reading:';
const running = 'Running:';

/** Adds a flag that is given once. */
export const flag = (command: Command, flags: string, text: string, group: string): void => {
  command.addOption(new Option(flags, text).helpGroup(group));
};

/** Adds a flag that may be repeated. */
export const repeated = (command: Command, flags: string, text: string, group: string): void => {
  command.addOption(new Option(flags, text).argParser(collect).helpGroup(group));
};

/** Adds the flags that name files beside the orders. */
export const addFileFlags = (command: Command): void => {
  repeated(command, '--customers <file>', 'export of customers', files);
  repeated(command, '--surveys <file>', 'export of survey answers', files);
  repeated(command, '--content <file>', 'export of opens, clicks, views and visits', files);
  repeated(command, '--spend <file>', 'dated acquisition and retention spend', files);
};

/** Adds the flags that say what a day is, and which is the last. */
export const addDayFlags = (command: Command): void => {
  flag(command, '--timezone <zone>', 'zone of the days, such as Europe/Paris (default: UTC)', time);
  flag(command, '--as-of <day>', 'leave out rows dated later (default: today)', time);
};

/** Adds the flags that say how files are read, the same for every command that reads them. */
export const addReadingFlags = (command: Command): void => {
  flag(
    command,
    '--config <file>',
    'read the files as this configuration says, and those it names where none is given; flags win',
    reading,
  );
  repeated(
    command,
    '--profile <id>',
    'read a file as this export, whatever its header looks like; none: by its column names alone',
    reading,
  );
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
  flag(
    command,
    '--date-format <name>',
    'yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy, yyyymmdd, dd/mm/yy, mm/dd/yy, "mon dd, yyyy", "dd mon yyyy", excel (serial days) or unix (seconds)',
    reading,
  );
  repeated(command, '--scale <scale>', 'settle the scale of the scores: nps=0-10', reading);
  flag(command, '--allow-unterminated', 'accept a last record without a line end', reading);
  flag(command, '--max-rejects <share>', 'refuse a file with more unreadable rows (default: 1%)', reading);
  flag(command, '--strict', 'refuse a file with any unreadable row', reading);
};

/** Adds the flags that say what a run may take of the machine. */
export const addRunningFlags = (command: Command): void => {
  flag(command, '--threads <n>', 'threads of the engine', running);
  flag(command, '--memory <size>', 'memory of the engine, such as 4GB', running);
};
