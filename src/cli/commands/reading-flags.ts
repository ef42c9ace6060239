import { type Command, Option } from 'commander';
import { nameOf, namesOf, type Offer, offering, suggestions, words } from '../shell/offers.ts';
import { collect } from './print-flags.ts';

/** The groups of the help in which these flags stand. */
export const files = 'Files:';
export const time = 'Time:';
export const reading = 'Reading:';
const running = 'Running:';

const optionOf = (flags: string, text: string, group: string, offer?: Offer): Option => {
  const option = new Option(flags, text).helpGroup(group);
  return offer === undefined ? option : offering(option, offer);
};

/** Adds a flag that is given once; `offer` is what a shell offers for its value. */
export const flag = (command: Command, flags: string, text: string, group: string, offer?: Offer): void => {
  command.addOption(optionOf(flags, text, group, offer));
};

/** Adds a flag that may be repeated. */
export const repeated = (
  command: Command,
  flags: string,
  text: string,
  group: string,
  offer?: Offer,
): void => {
  command.addOption(optionOf(flags, text, group, offer).argParser(collect));
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
  flag(
    command,
    '--timezone <zone>',
    'zone of the days, such as Europe/Paris (default: UTC)',
    time,
    suggestions('UTC', 'Europe/Paris'),
  );
  flag(command, '--as-of <day>', 'leave out rows dated later (default: today)', time);
};

/** Where a configuration is found when none is named. */
const found =
  'default: loyalty.config.* or the key loyalty of package.json, from here up to the root of the repository';

/** Adds the flags that name a configuration, or leave out the one that is found; `text` says what it is taken for. */
export const addConfigFlags = (command: Command, text: string): void => {
  flag(command, '--config <file>', `${text} (${found})`, reading);
  flag(command, '--no-config', 'take no configuration, although there is one', reading);
};

/** Adds the flags that say how files are read, the same for every command that reads them. */
export const addReadingFlags = (command: Command): void => {
  addConfigFlags(
    command,
    'what this configuration says, and the files it names where none is given; flags win',
  );
  repeated(
    command,
    '--profile <id>',
    'read a file as this export, whatever its header looks like; none: by its column names alone',
    reading,
    namesOf('profiles', ['none', 'by its column names alone']),
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
  flag(
    command,
    '--grain <grain>',
    'what a row of orders is: orders or lines',
    reading,
    words('orders', 'lines'),
  );
  flag(
    command,
    '--encoding <name>',
    'utf-8, utf-16le, utf-16be, windows-1252 or latin1',
    reading,
    words('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1'),
  );
  flag(
    command,
    '--delimiter <sign>',
    ', ; | or tab',
    reading,
    words(['comma', ','], ['semicolon', ';'], 'tab', ['pipe', '|']),
  );
  flag(command, '--decimal <mark>', 'the decimal mark: . or ,', reading, words('.', ','));
  flag(
    command,
    '--date-format <name>',
    'yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy, yyyymmdd, dd/mm/yy, mm/dd/yy, "mon dd, yyyy", "dd mon yyyy", excel (serial days) or unix (seconds)',
    reading,
    nameOf('dates'),
  );
  repeated(
    command,
    '--scale <scale>',
    'settle the scale of the scores: nps=0-10',
    reading,
    suggestions('nps=0-10'),
  );
  flag(command, '--allow-unterminated', 'accept a last record without a line end', reading);
  flag(command, '--max-rejects <share>', 'refuse a file with more unreadable rows (default: 1%)', reading);
  flag(command, '--strict', 'refuse a file with any unreadable row', reading);
};

/** Adds the flags that say what a run may take of the machine. */
export const addRunningFlags = (command: Command): void => {
  flag(command, '--threads <n>', 'threads of the engine', running);
  flag(command, '--memory <size>', 'memory of the engine, such as 4GB', running);
};
