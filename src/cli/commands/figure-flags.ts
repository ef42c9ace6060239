import type { Command } from 'commander';
import { suggestions, words } from '../shell/offers.ts';
import { addDayFlags, flag, time } from './reading-flags.ts';

/** The group of the help in which these flags stand. */
export const figures = 'Figures:';

/** Adds the flags that say which period is looked at, and what it is compared with. */
export const addPeriodFlags = (command: Command): void => {
  flag(
    command,
    '-p, --period <period>',
    '2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, last-90-days, ytd or all (default: all)',
    time,
    suggestions(
      ['last-month', 'the whole month before this'],
      ['last-quarter', 'the whole quarter before this'],
      ['last-year', 'the whole year before this'],
      ['last-90-days', 'the 90 days up to yesterday'],
      ['mtd', 'this month up to yesterday'],
      ['qtd', 'this quarter up to yesterday'],
      ['ytd', 'this year up to yesterday'],
      ['all', 'all the orders'],
    ),
  );
  flag(
    command,
    '--compare <with>',
    'previous, year or none (default: previous)',
    time,
    words('previous', 'year', 'none'),
  );
  addDayFlags(command);
  flag(command, '--data-through <day>', 'last day the exports cover (default: of the orders)', time);
  flag(command, '--fiscal-start <mm-dd>', 'first day of the fiscal year, for FY2021', time);
};

/** Adds the flag that says who is a customer at the start. */
export const addBaseFlag = (command: Command): void => {
  flag(
    command,
    '--base <base>',
    'who is a customer at the start: previous (ordered in the period before), active:12m (in the 12 months before), ever, or contract (default: previous)',
    figures,
    suggestions(
      ['previous', 'ordered in the period before'],
      ['active:12m', 'ordered in the 12 months before'],
      ['ever', 'ever ordered before'],
      ['contract', 'is under contract'],
    ),
  );
};

/** Adds the flags that change what a figure means or which small groups are shown. */
export const addDefinitionFlags = (command: Command): void => {
  flag(
    command,
    '--answers <which>',
    'of one person’s answers: last, first or all (default: last)',
    figures,
    words('last', 'first', 'all'),
  );
  flag(command, '--lifespan <length>', 'how long a customer stays, for the lifetime value: 3y', figures);
  flag(command, '--margin <share>', 'multiply the lifetime value by a margin: 30%', figures);
  flag(command, '--loyal-orders <n>', 'orders that make a customer loyal, for content (default: 2)', figures);
  flag(command, '--content-min <n>', 'reads a month that make a regular reader (default: 1)', figures);
  flag(command, '--min-group <n>', 'withhold segments of fewer people (default: 5)', figures);
};
