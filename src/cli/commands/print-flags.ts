import { type Command, Option } from 'commander';

/** Gathers a repeated flag into a list. */
export const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

const group = 'Printing:';

/**
 * Adds the flags of everything that prints for people: `verbose` says what that flag adds, null where it adds nothing;
 * `reports` brings those of a report's formats.
 */
export const addPrintFlags = (command: Command, verbose: string | null, reports = false): void => {
  const add = (flags: string, text: string): void =>
    void command.addOption(new Option(flags, text).helpGroup(group));
  if (reports) {
    add(
      '-f, --format <format>',
      'table, json, csv or markdown (default: table, or by the ending of the file)',
    );
    command.addOption(
      new Option('-o, --output <file>', 'write to a file, or format=file; repeatable; - is stdout')
        .argParser(collect)
        .helpGroup(group),
    );
    add('--csv-dialect <name>', 'rfc4180, or excel-fr for a French Excel (default: rfc4180)');
    add('-q, --quiet', 'say nothing on stderr but errors');
  }
  if (verbose !== null) add('--verbose', verbose);
  add('--lang <language>', 'en or fr: the language of what is printed for people (default: en)');
  add('--color <when>', 'auto, always or never (default: auto)');
  add('--ascii', 'draw with ASCII signs only');
  add('--width <columns>', 'width of the page (default: of the terminal, else 80)');
};
