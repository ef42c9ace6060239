import { type Command, Option } from 'commander';
import { labelledFiles, type Offer, offering, words } from '../shell/offers.ts';

/** Gathers a repeated flag into a list. */
export const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

const group = 'Printing:';
const formats = ['table', 'json', 'csv', 'markdown'] as const;

/**
 * Adds the flags of everything that prints for people: `verbose` says what that flag adds, null where it adds nothing;
 * `reports` brings those of a report's formats, or the one that quiets a run alone.
 */
export const addPrintFlags = (
  command: Command,
  verbose: string | null,
  reports: boolean | 'quiet' = false,
): void => {
  const add = (flags: string, text: string, offer?: Offer): void => {
    const option = new Option(flags, text).helpGroup(group);
    command.addOption(offer === undefined ? option : offering(option, offer));
  };
  if (reports === true) {
    add(
      '-f, --format <format>',
      'table, json, csv or markdown (default: table, or by the ending of the file)',
      words(...formats),
    );
    const output = new Option(
      '-o, --output <file>',
      'write to a file, or format=file; repeatable; - is stdout',
    )
      .argParser(collect)
      .helpGroup(group);
    command.addOption(offering(output, labelledFiles(...formats)));
    add(
      '--csv-dialect <name>',
      'rfc4180, or excel-fr for a French Excel (default: rfc4180)',
      words('rfc4180', ['excel-fr', 'for a French Excel']),
    );
  }
  if (reports !== false) add('-q, --quiet', 'say nothing on stderr but errors');
  if (verbose !== null) add('--verbose', verbose);
  add(
    '--lang <language>',
    'en or fr: the language of what is printed for people (default: en)',
    words('en', 'fr'),
  );
  add('--color <when>', 'auto, always or never (default: auto)', words('auto', 'always', 'never'));
  add('--ascii', 'draw with ASCII signs only');
  add('--width <columns>', 'width of the page (default: of the terminal, else 80)');
};
