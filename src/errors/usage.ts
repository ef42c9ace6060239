import type { Sentence } from './sentence.ts';

/** Faults of the command line or the configuration: exit 2. */
export const usageFaults = {
  bad_config: (file, key, what) => `${file}: ${key} ${what}.`,
  config_not_json: (file) => `${file} is not whole JSON; check its commas, quotes and brackets.`,
  config_unreadable: (file, why) =>
    `The configuration ${file} cannot be read (${why}); check the path, or leave --config out.`,
  config_disagrees: (key) =>
    `The orders files of the configuration say different things under ${key}; they are read as one, so say the same in all.`,
  output_exists: (file) =>
    `${file} exists already and may hold corrections; write to another file, or overwrite it with --force.`,
  input_unnamed: (flag) => `${flag} cannot name standard input; give the file by its path.`,
  bad_flag: (flag, what) => `${flag} ${what}.`,
  unknown_profile: (name, known) => `There is no profile "${name}"; the profiles are: ${known}.`,
  unknown_group: (name, known) => `There is no group "${name}"; the groups are: ${known}.`,
  no_files: () =>
    'No file is given; name an orders file, or at least one of --customers, --surveys, --content and --spend.',
  breakdown_by_key: (name) =>
    `--by ${name} would list the customers or orders one by one; break down by an attribute that many share.`,
  breakdown_without_file: (by, file) => `--by ${by} needs ${file}.`,
  filter_without_file: (flag, role) =>
    `${flag} names the ${role}, but no file of ${role} is given; give it, or leave the rule out.`,
  base_without_customers: () => '--base contract needs --customers with the start and end of each contract.',
  unknown_format: (name, known) => `There is no format "${name}"; the formats are: ${known}.`,
  output_is_input: (file) => `${file} is one of the inputs and would be overwritten; write to another file.`,
  output_twice: (file) => `${file} is named as an output twice; give each output its own file.`,
  base_shorter_than_period: (base) => `--base ${base} is shorter than the period; take a longer one.`,
  stdin_twice: () => 'Standard input (-) can be only one of the files.',
  bad_rule: (flag, text) =>
    `${flag} cannot read "${text}"; write it like orders.order_id=VALUE, with the role and the field before the =.`,
  unknown_field: (field, known) => `There is no field ${field}; the fields of that role are: ${known}.`,
  bad_expression: (text) =>
    `"${text}" is not arithmetic I know; write columns and numbers with + - * and parentheses, such as Quantity*UnitPrice, and columns with other signs in [ ].`,
  unknown_period: (text, why) =>
    `The period "${text}" is not one I know${why ? `: ${why}` : ''}; write it like 2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, ytd or all.`,
  period_not_begun: (text, asOf, instead) =>
    `"${text}" has no whole day yet on ${asOf}, the day it is reckoned from; give another --as-of or another period, such as ${instead}.`,
  fiscal_start_missing: (text) =>
    `The period "${text}" is part of a fiscal year; say when yours begins with --fiscal-start, such as --fiscal-start 04-01.`,
  bad_fiscal_start: (text) =>
    `The fiscal start "${text}" is not a month and a day; write it MM-DD with a day from 01 to 28, such as --fiscal-start 04-01.`,
  bad_duration: (text) =>
    `"${text}" is not a duration I know; write a number of days, weeks, months or years up to 200 years, such as 90d, 26w, 18m or 3y.`,
  unknown_timezone: (text) =>
    `The time zone "${text}" is not one I know; give an IANA name such as Europe/Paris or UTC.`,
  unknown_indicator: (id, nearest) =>
    `There is no indicator "${id}"${nearest ? `; did you mean ${nearest}?` : ''} \`loyalty list\` shows them all.`,
} satisfies Record<string, Sentence>;
