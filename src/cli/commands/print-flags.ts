import { type Command, Option } from 'commander';

/** Gathers a repeated flag into a list. */
export const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

const group = 'Printing:';

/** Adds the flags of everything that prints for people; `reports` adds those of a report's formats. */
export const addPrintFlags = (command: Command, reports: boolean): void => {
  const add = (flags: string, text: string): void => void command.addOption(new Option(flags, text).helpGroup(group));
  if (reports) {
    add('-f, --format <format>', 'table, json, csv or markdown (default: table, or by the name of the output)');
    command.addOption(
      new Option('-o, --output <[format=]file>', 'write to a file, whole or not at all; may be repeated')
        .argParser(collect)
        .helpGroup(group),
    );
    add('--csv-dialect <dialect>', 'rfc4180 or excel-fr (default: rfc4180)');
    add('-q, --quiet', 'say nothing on stderr but errors');
  }
  add('--verbose', 'say more');
  add('--lang <language>', 'en or fr: what people read (default: en)');
  add('--color <when>', 'auto, always or never (default: auto)');
  add('--ascii', 'print no signs beyond ASCII');
  add('--width <columns>', 'width of tables (default: the terminal’s, else 80)');
};
