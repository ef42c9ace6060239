import type { Command } from 'commander';
import { beginningWith, files, labelledFiles } from '../shell/offers.ts';
import { flag, repeated } from './reading-flags.ts';

/** The group of the help in which these flags stand. */
const checking = 'Checking:';

/** Adds the flags of checks: what must hold, against what, and how it is told. */
export const addCheckFlags = (command: Command): void => {
  repeated(
    command,
    '--check <check>',
    'what must hold: retention_rate >= 0.40, churn_rate max_rise 5pts against=year, "net_promoter_score[customer.country=FR] >= 30 min_n=50 confidence"; exit 1 where it does not, 4 where it cannot be told',
    checking,
    beginningWith('checked'),
  );
  flag(
    command,
    '--baseline <file>',
    'report of an earlier run (--format json) for checks against=baseline',
    checking,
    files,
  );
  repeated(
    command,
    '--reporter <name=file>',
    'tell the checks another way too: people, json, junit, github, github-summary or openmetrics, into a file',
    checking,
    labelledFiles('people', 'json', 'junit', 'github', 'github-summary', 'openmetrics'),
  );
};
