import type { Sentence } from './sentence.ts';

/** Faults of the command line or the configuration: exit 2. */
export const usageFaults = {
  bad_config: (key, what) => `${key} ${what}.`,
  bad_variable: (name, what) => `${name} in the environment ${what}.`,
  baseline_unreadable: (file, why) =>
    `The baseline ${file} cannot be read (${why}); give a report that --format json wrote.`,
  baseline_no_report: (file) =>
    `${file} is no report of loyalty; give as --baseline a file that --format json wrote.`,
  baseline_missing: (check) =>
    `The check "${check}" is measured against a baseline; give the report of an earlier run with --baseline.`,
  baseline_unused: () =>
    'No check is measured against the baseline; write against=baseline behind a max_drop or max_rise, or leave --baseline out.',
  no_checks: () =>
    'There is nothing to check; give --check, such as --check "retention_rate >= 0.40", or checks in the configuration.',
  bad_check: (text, what) =>
    `The check "${text}" cannot be read: ${what}. Write it like retention_rate >= 0.40, with level=warn, min_n=30 or confidence behind it.`,
  config_not_whole: (file, format, what) =>
    `${file} is not whole ${format}: ${what}; check what stands there and before it.`,
  config_empty: (file) =>
    `${file} says nothing: it holds no key, only comments or blanks; write one, or remove the file.`,
  config_ending: (file, known) =>
    `${file} has no ending by which I know its format; a configuration ends in ${known}.`,
  configs_twice: (one, other) =>
    `${one} and ${other} are both a configuration of this folder; remove one, or name the one with --config.`,
  config_unreadable: (file, why) =>
    `The configuration ${file} cannot be read (${why}); check the path, or leave --config out.`,
  config_disagrees: (key) =>
    `The orders files of the configuration say different things under ${key}; they are read as one, so say the same in all.`,
  output_exists: (file) =>
    `${file} exists already and may hold corrections; write to another file, or overwrite it with --force.`,
  input_unnamed: (flag) => `${flag} cannot name standard input; give the file by its path.`,
  bad_flag: (flag, what) => `${flag} ${what}.`,
  unknown_profile: (name, known) => `There is no profile "${name}"; the profiles are: ${known}.`,
  no_night: () =>
    'There is no configuration that says what to write; put sources and outputs into loyalty.config.yaml, or name the file with --config.',
  no_outputs: (file) =>
    `${file} says nothing under outputs; list there what a run writes, each with a format and a path.`,
  outputs_of_periods: (manifest, file) =>
    `The manifest ${manifest} is of one period, but ${file} is of all; put {period} into that path, or take it out of the manifest’s.`,
  no_shell: (known, mine) =>
    `Name the shell whose completion to print: ${known}${mine ? `; yours seems to be ${mine}` : ''}.`,
  unknown_shell: (name, known, mine) =>
    `There is no completion for the shell "${name}"; there is one for ${known}${mine ? `, and yours seems to be ${mine}` : ''}.`,
  unknown_group: (name, known) => `There is no group "${name}"; the groups are: ${known}.`,
  no_files: () =>
    'No file is given; name an orders file, or at least one of --customers, --surveys, --content and --spend.',
  breakdown_by_key: (name) =>
    `--by ${name} would list the customers or orders one by one; break down by an attribute that many share.`,
  breakdown_without_file: (by, file) => `--by ${by} needs ${file}.`,
  filter_without_file: (flag, role) =>
    `${flag} names the ${role}, but no file of ${role} is given; give it, or leave the rule out.`,
  base_without_customers: () => '--base contract needs --customers with the start and end of each contract.',
  unknown_reporter: (name, known) => `There is no reporter "${name}"; the reporters are: ${known}.`,
  reporters_on_stdout: (names) =>
    `Only one answer can go to standard output; write each of these to a file, such as --reporter junit=checks.xml: ${names}.`,
  unknown_format: (name, known) => `There is no format "${name}"; the formats are: ${known}.`,
  output_is_input: (file) => `${file} is one of the inputs and would be overwritten; write to another file.`,
  output_twice: (file) => `${file} is named as an output twice; give each output its own file.`,
  base_shorter_than_period: (base) => `--base ${base} is shorter than the period; take a longer one.`,
  stdin_once: () =>
    'Standard input (-) can be read only once, and checks of several attributes load their files several times; save it to a file first.',
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
    `There is no indicator "${id}"${nearest ? `; did you mean ${nearest}?` : '.'} \`loyalty list\` shows them all.`,
} satisfies Record<string, Sentence>;
